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
  private static final String POLICY = "org.ridgeline.casework.policy";

  private static final List<String> PRIORITY =
      List.of(POLICY + ".Priority", POLICY + ".Level", POLICY + ".PriorityPolicy");

  /// Works it out and notes level and count for the queue's order; wires it; shows it.
  private static final Set<String> READERS =
      Set.of(
          "org.ridgeline.casework.casefile.HistoryDesk",
          "org.ridgeline.app.CaseWiring",
          "org.ridgeline.console.cases.CaseView",
          "org.ridgeline.console.cases.CaseFilePdf",
          "org.ridgeline.console.cases.CaseListPage",
          "org.ridgeline.console.cases.CaseListView",
          "org.ridgeline.console.cases.PolicyPage",
          "org.ridgeline.cli.PolicyCommand",
          "org.ridgeline.cli.ReplayJson");

  /// Who may ask a case for the level its row notes: the queue's pages. `CaseStore` fills rows.
  private static final Set<String> LEVEL_READERS =
      Set.of(
          "org.ridgeline.casework.casefile.CaseStore",
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
      if (reads && !one.getPackageName().equals(POLICY)) {
        readers.add(outermost(one));
      }
    }
    assertThat(READERS).containsAll(readers);
    assertThat(readers).contains("org.ridgeline.casework.casefile.HistoryDesk");
  }

  @Test
  void onlyQueuesAndPagesReadTheLevelOfACase() {
    Set<String> readers = new TreeSet<>();
    for (JavaClass one : CLASSES) {
      one.getMethodCallsFromSelf().stream()
          .filter(call ->
              call.getTarget().getFullName().equals("org.ridgeline.casework.casefile.Case.level()"))
          .forEach(_ -> readers.add(outermost(one)));
    }
    assertThat(LEVEL_READERS).containsAll(readers);
    assertThat(readers).isNotEmpty();
  }

  private static String outermost(JavaClass one) {
    String name = one.getName();
    int inner = name.indexOf('$');
    return inner < 0 ? name : name.substring(0, inner);
  }
}
