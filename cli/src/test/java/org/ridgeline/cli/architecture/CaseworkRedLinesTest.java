package org.ridgeline.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The red lines that are drawn in the code: no way from a search to anything that asks for action,
/// and no way out but a signed determination.
class CaseworkRedLinesTest {
  private static final String ROOT = "org.ridgeline.";
  private static final String DETERMINATION = ROOT + "casework.determination.";
  private static final String SENT = ROOT + "exchange.answer.Determined";

  private static final JavaClasses CLASSES = Classes.OF_ROOMS;

  /// Outermost classes that call a class's constructors.
  private static Set<String> makers(String name) {
    return CLASSES.get(name).getConstructorCallsToSelf().stream()
        .map(JavaAccess::getOriginOwner)
        .map(JavaClass::getName)
        .map(origin -> origin.replaceAll("\\$.*", ""))
        .collect(Collectors.toSet());
  }

  @Test
  void onlyADeterminationMakesASecondAnswerThatSaysMore() {
    assertThat(makers(SENT)).containsExactly(DETERMINATION + "SecondAnswer");
    var calls =
        CLASSES.get(DETERMINATION + "SecondAnswer").getMethods().stream()
            .filter(method -> method.getRawReturnType().getName().equals(SENT))
            .toList();
    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().getRawParameterTypes())
        .extracting(JavaClass::getName)
        .contains(DETERMINATION + "Determination");
  }

  @Test
  void aDeterminationIsOnlyReadBackFromWhatWasSigned() {
    assertThat(makers(DETERMINATION + "Determination"))
        .containsExactly(DETERMINATION + "DeterminationStore");
    assertThat(makers(DETERMINATION + "Draft"))
        .containsExactlyInAnyOrder(
            DETERMINATION + "SigningDesk", DETERMINATION + "DeterminationStore");
    Set<String> writers =
        CLASSES.get(DETERMINATION + "DeterminationStore").getMethodCallsToSelf().stream()
            .filter(call -> Set.of("add", "signSecond").contains(call.getTarget().getName()))
            .map(call -> call.getOriginOwner().getName().replaceAll("\\$.*", ""))
            .collect(Collectors.toSet());
    assertThat(writers).containsExactly(DETERMINATION + "SigningDesk");
  }

  @Test
  void onlyPagesThatPeopleUseSign() {
    Set<String> callers =
        CLASSES.get(DETERMINATION + "SigningDesk").getMethodCallsToSelf().stream()
            .filter(call -> Set.of("sign", "countersign").contains(call.getTarget().getName()))
            .map(call -> call.getOriginOwner().getName().replaceAll("\\$.*", ""))
            .collect(Collectors.toSet());
    // The demo's fictional staff signs in its own world; on real configuration only people do.
    assertThat(callers)
        .containsExactlyInAnyOrder(
            ROOT + "console.cases.CaseStepPage", ROOT + "demo.DemoPaperwork");
  }

  @Test
  void onlyTheRelayOfDeterminationsSendsThem() {
    Set<String> senders =
        CLASSES.get(ROOT + "exchange.identify.SecondAnswers").getMethodCallsToSelf().stream()
            .filter(call -> call.getTarget().getName().matches("send|noMatch"))
            .map(call -> call.getOriginOwner().getName().replaceAll("\\$.*", ""))
            .filter(name -> !name.endsWith("exchange.identify.SecondAnswers"))
            .collect(Collectors.toSet());
    assertThat(senders).containsExactly(DETERMINATION + "AnswerRelay");
    Set<String> writers =
        CLASSES.get(ROOT + "exchange.answer.AnswerWriter").getMethodCallsToSelf().stream()
            .filter(call -> call.getTarget().getName().equals("determined"))
            .map(call -> call.getOriginOwner().getName().replaceAll("\\$.*", ""))
            .collect(Collectors.toSet());
    assertThat(writers).containsExactly(ROOT + "exchange.identify.SecondAnswers");
  }

  @Test
  void noSearchReachesADetermination() {
    for (String from :
        List.of(
            "exchange.identify.ImmigrationSearch",
            "exchange.identify.RecordSearch",
            "exchange.identify.RapidSearch",
            "exchange.identify.PersonVerification",
            "exchange.identify.ImageRequest",
            "exchange.identify.ImageSubmission",
            "exchange.identify.Dispatcher",
            "repository.Repository",
            "search.rank.Engine")) {
      assertThat(reached(CLASSES.get(ROOT + from)))
          .as(from)
          .noneMatch(name -> name.startsWith(ROOT + "casework."))
          .doesNotContain(SENT, ROOT + "exchange.identify.SecondAnswers");
    }
  }

  /// Classes reached over any chain of calls, but for what the writer of answers itself can say.
  private static Set<String> reached(JavaClass start) {
    Set<String> seen = new HashSet<>();
    Deque<JavaClass> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      JavaClass at = next.pop();
      if (!at.getName().startsWith(ROOT) || !seen.add(at.getName())) {
        continue;
      }
      at.getAccessesFromSelf().stream()
          .filter(access -> !access.getOrigin().getName().equals("determined"))
          .map(JavaAccess::getTargetOwner)
          .forEach(next::add);
    }
    return seen;
  }

  @Test
  void nothingIsCalledAfterAHoldOrADetainer() {
    assertThat(CLASSES.stream().map(JavaClass::getSimpleName))
        .noneMatch(name -> name.matches("(?i).*(detainer|enforcement|riskscore).*"));
    assertThat(CLASSES.stream().flatMap(one -> one.getMethods().stream()))
        .noneMatch(method -> method.getName().matches("(?i).*detainer.*"));
    assertThat(CLASSES.stream().flatMap(one -> one.getFields().stream()))
        .noneMatch(field -> field.getName().matches("(?i).*detainer.*"));
  }

  @Test
  void theLevelIsReadByQueuesAndPagesOnly() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.ridgeline.casework.evidence..",
            "org.ridgeline.casework.determination..",
            "org.ridgeline.casework.custody..",
            "org.ridgeline.exchange..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.ridgeline.policy..")
        .check(CLASSES);
  }

  @Test
  void caseworkKnowsNeitherRepositoryNorSearchNorCodec() {
    noClasses()
        .that()
        .resideInAPackage("org.ridgeline.casework..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.ridgeline.repository..", "org.ridgeline.search..", "org.ridgeline.codec..")
        .check(CLASSES);
  }
}
