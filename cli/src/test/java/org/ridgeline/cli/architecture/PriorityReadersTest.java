package org.ridgeline.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A priority orders queues and is shown. Nothing that decides may read it: whoever does must be
/// named here, and says why.
class PriorityReadersTest {
  private static final String POLICY = "org.ridgeline.policy";

  private static final List<String> PRIORITY =
      List.of(POLICY + ".Priority", POLICY + ".Level", POLICY + ".PriorityPolicy");

  /// Works it out and notes level and count for the queue's order; wires it; shows it.
  private static final Set<String> READERS =
      Set.of(
          "org.ridgeline.casework.casefile.HistoryDesk",
          // What a page shows, as the digest of its dossier has it.
          "org.ridgeline.casework.casefile.Assessed",
          "org.ridgeline.casework.casefile.Exhibit",
          "org.ridgeline.app.CaseWiring",
          "org.ridgeline.console.cases.CaseView",
          "org.ridgeline.console.cases.CaseFilePdf",
          "org.ridgeline.console.cases.CaseListPage",
          "org.ridgeline.console.cases.CaseListView",
          "org.ridgeline.console.cases.PolicyPage",
          "org.ridgeline.cli.PolicyCommand",
          "org.ridgeline.cli.ReplayJson");

  /// Keep a case's level as its row has it: they turn the word into the type and back, and ask it
  /// nothing. Who asks a case for it, the second test says.
  private static final Set<String> CARRIERS =
      Set.of(
          "org.ridgeline.casework.casefile.Case",
          "org.ridgeline.casework.casefile.CaseStore",
          "org.ridgeline.casework.casefile.QueueStore");

  /// Who may ask a case for the level its row notes: the queue's pages. `CaseStore` fills rows.
  private static final Set<String> LEVEL_READERS =
      Set.of(
          "org.ridgeline.casework.casefile.CaseStore",
          // Works it out, and tells other rooms when it has changed.
          "org.ridgeline.casework.casefile.HistoryDesk",
          "org.ridgeline.console.cases.CaseListView",
          "org.ridgeline.console.cases.CaseListPage");

  private static final JavaClasses CLASSES = Classes.OF_ROOMS;

  @Test
  void onlyQueuesAndPagesReadAPriority() {
    Set<String> readers = new TreeSet<>();
    for (JavaClass one : CLASSES) {
      boolean reads =
          one.getDirectDependenciesFromSelf().stream()
              .anyMatch(d -> PRIORITY.contains(outermost(d.getTargetClass())));
      if (reads && !one.getPackageName().equals(POLICY) && !isCarrier(one)) {
        readers.add(outermost(one));
      }
    }
    assertThat(READERS).containsAll(readers);
    assertThat(readers).contains("org.ridgeline.casework.casefile.HistoryDesk");
  }

  /// Whether a class only carries the level: no priority, no policy, and no question to the level.
  private static boolean isCarrier(JavaClass one) {
    boolean namesLevelOnly =
        one.getDirectDependenciesFromSelf().stream()
            .map(d -> outermost(d.getTargetClass()))
            .filter(PRIORITY::contains)
            .allMatch((POLICY + ".Level")::equals);
    boolean asksNothing =
        one.getMethodCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().getName().equals(POLICY + ".Level"))
            .allMatch(call -> Set.of("name", "valueOf").contains(call.getTarget().getName()));
    boolean readsNoConstant =
        one.getFieldAccessesFromSelf().stream()
            .noneMatch(access -> access.getTargetOwner().getName().equals(POLICY + ".Level"));
    return CARRIERS.contains(outermost(one)) && namesLevelOnly && asksNothing && readsNoConstant;
  }

  private static final String CASE = "org.ridgeline.casework.casefile.Case";
  private static final Set<String> LEVEL = Set.of(CASE + ".level()", CASE + "$Standing.level()");

  @Test
  void onlyQueuesAndPagesReadTheLevelOfACase() {
    Set<String> readers = new TreeSet<>();
    for (JavaClass one : CLASSES) {
      one.getMethodCallsFromSelf().stream()
          .filter(call -> LEVEL.contains(call.getTarget().getFullName()))
          .forEach(_ -> readers.add(outermost(one)));
    }
    // A case gives its own standing's level.
    readers.remove(CASE);
    assertThat(LEVEL_READERS).containsAll(readers);
    assertThat(readers).isNotEmpty();
  }

  private static String outermost(JavaClass one) {
    String name = one.getName();
    int inner = name.indexOf('$');
    return inner < 0 ? name : name.substring(0, inner);
  }
}
