package org.ridgeline.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ridgeline.cli.PlantedRoof;
import org.ridgeline.cli.planted.Egg;
import org.ridgeline.cli.planted.Hen;

/// That the rule about cycles can fail.
class CyclesTest {
  private static final String HERE = "org.ridgeline.cli";

  @Test
  void findsACycleBetweenTwoFilesByWayOfANestedClass() {
    var planted = new ClassFileImporter().importClasses(Egg.class, Hen.class, Hen.Nest.class);
    assertThat(Cycles.betweenFiles(planted))
        .containsExactly(Set.of(Egg.class.getName(), Hen.class.getName()));
    assertThat(Cycles.betweenPackages(planted)).isEmpty();
  }

  @Test
  void findsACycleBetweenARoomsRootAndAPackageOfIt() {
    var planted = new ClassFileImporter().importClasses(PlantedRoof.class, Egg.class);
    assertThat(Cycles.betweenPackages(planted)).containsExactly(Set.of(HERE, HERE + ".planted"));
  }

  @Test
  void findsEachCycleAndNothingElse() {
    assertThat(
            Cycles.of(
                Map.of(
                    "a", Set.of("b"),
                    "b", Set.of("c", "d"),
                    "c", Set.of("a"),
                    "d", Set.of("d"),
                    "e", Set.of("a", "f"),
                    "f", Set.of("e"))))
        .containsExactlyInAnyOrderElementsOf(List.of(Set.of("a", "b", "c"), Set.of("e", "f")));
  }
}
