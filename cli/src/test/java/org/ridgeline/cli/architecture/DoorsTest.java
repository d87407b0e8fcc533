package org.ridgeline.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.ridgeline.app.Server;
import org.ridgeline.app.Services;
import org.ridgeline.cli.planted.SideDoor;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.node.Databases;

/// What doors may not do: they use services, and neither open nor wire anything.
class DoorsTest {
  private static final String[] DOORS = {
    "org.ridgeline.rest..",
    "org.ridgeline.console..",
    "org.ridgeline.counter..",
    "org.ridgeline.demo..",
    "org.ridgeline.cli.."
  };

  /// Tells trouble that passes from trouble that stays, by the state in the exception's cause.
  private static final String READS_SQL_STATES = "org.ridgeline.rest.Problems";

  private static final ArchRule NO_DATABASE =
      noClasses()
          .that()
          .resideInAnyPackage(DOORS)
          .and()
          .doNotHaveFullyQualifiedName(READS_SQL_STATES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.sql..", "java.sql..", "org.springframework.jdbc..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Databases.class);

  private static final ArchRule NO_LEDGER_OF_THEIR_OWN =
      noClasses()
          .that()
          .resideInAnyPackage(DOORS)
          .should()
          .callConstructorWhere(
              DescribedPredicate.describe(
                  "it makes a ledger", call -> call.getTargetOwner().isEquivalentTo(Ledger.class)));

  private static final ArchRule NO_WIRING =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.ridgeline.app..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "wire services",
                  one ->
                      one.getPackageName().equals("org.ridgeline.app")
                          && one.getSimpleName().endsWith("Wiring")));

  private static final ArchRule NO_ROOF =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.ridgeline.app..", "org.ridgeline.cli..", "org.ridgeline.demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ridgeline.app..");

  private static final DescribedPredicate<JavaClass> ENTRANCE =
      DescribedPredicate.describe(
          "be an entrance",
          one ->
              one.getName().startsWith("org.ridgeline.app.")
                  || one.getName().equals("org.ridgeline.demo.Demo")
                  || one.getName().matches("org\\.ridgeline\\.cli\\.\\w+(Command|Option)(\\$.*)?"));

  private static final ArchRule ONLY_ENTRANCES_ASK =
      noClasses()
          .that(DescribedPredicate.not(ENTRANCE))
          .should()
          .callMethod(Services.class, "get", Class.class)
          .orShould()
          .callMethod(Server.class, "get", Class.class);

  @Test
  void doorsOpenNoDatabase() {
    NO_DATABASE.check(Classes.OF_ROOMS);
  }

  @Test
  void doorsMakeNoLedger() {
    NO_LEDGER_OF_THEIR_OWN.check(Classes.OF_ROOMS);
  }

  @Test
  void nobodyKnowsTheWiring() {
    NO_WIRING.check(Classes.OF_ROOMS);
    NO_ROOF.check(Classes.OF_ROOMS);
  }

  @Test
  void onlyEntrancesAskForServices() {
    ONLY_ENTRANCES_ASK.check(Classes.OF_ROOMS);
  }

  @Test
  void aPlantedSideDoorIsSeen() {
    var planted = new ClassFileImporter().importClasses(SideDoor.class);
    for (ArchRule rule : new ArchRule[] {NO_DATABASE, NO_LEDGER_OF_THEIR_OWN, ONLY_ENTRANCES_ASK}) {
      assertThatThrownBy(() -> rule.check(planted))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("SideDoor");
    }
  }
}
