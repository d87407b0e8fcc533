package org.ridgeline.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.bench.PrintSet;
import org.ridgeline.vocabulary.FingerPosition;

class SubjectsTest {
  @TempDir Path folder;

  @Test
  void oneFolderGivesItsLowestImpressionsToTheGallery() throws IOException {
    PrintFolder both = folder("both", "1_2.png", "1_3.png", "1_5.png", "2_1.png");
    List<Subject> subjects = Subjects.of(List.of(both), List.of(both), 1).subjects();
    assertThat(subjects).hasSize(2);
    assertThat(names(subjects.get(0).enrolled())).containsExactly("RIGHT_INDEX 1_2.png");
    assertThat(subjects.get(0).probes())
        .extracting(SubjectsTest::names)
        .containsExactly(List.of("RIGHT_INDEX 1_3.png"), List.of("RIGHT_INDEX 1_5.png"));
    assertThat(subjects.get(1).probes()).isEmpty();
  }

  @Test
  void probesWithoutAMateAreThere() throws IOException {
    PrintFolder gallery = folder("gallery", "1_1.png");
    PrintFolder probes = folder("probes", "1_1.png", "2_1.png");
    List<Subject> subjects = Subjects.of(List.of(gallery), List.of(probes), 1).subjects();
    assertThat(subjects).extracting(Subject::isMated).containsExactly(true, false);
    assertThat(subjects).allSatisfy(s -> assertThat(s.probes()).hasSize(1));
  }

  @Test
  void consecutiveFingersOfBothFoldersMakeAPerson() throws IOException {
    // Finger 3 is missing in the gallery: the persons stay 1+2, 3+4; 5 is left over.
    PrintFolder gallery = folder("gallery", "1_1.png", "2_1.png", "4_1.png", "5_1.png");
    PrintFolder probes = folder("probes", "1_1.png", "2_1.png", "3_1.png", "4_1.png");
    Subjects subjects = Subjects.of(List.of(gallery), List.of(probes), 2);
    assertThat(subjects.unused()).isEqualTo(1);
    assertThat(subjects.subjects())
        .extracting(s -> names(s.enrolled()))
        .containsExactly(
            List.of("RIGHT_INDEX 1_1.png", "LEFT_INDEX 2_1.png"), List.of("LEFT_INDEX 4_1.png"));
    assertThat(names(subjects.subjects().get(1).probes().getFirst()))
        .containsExactly("RIGHT_INDEX 3_1.png", "LEFT_INDEX 4_1.png");
  }

  @Test
  void namedFingersLieAtTheirPositions() throws IOException {
    PrintFolder both = folder("both", "7_2_1.png", "7_2_2.png", "7_6_1.png", "7_7_1.png");
    Subjects ten = Subjects.of(List.of(both), List.of(both), 10);
    assertThat(ten.subjects()).hasSize(1);
    assertThat(ten.subjects().getFirst().enrolled().keySet())
        .containsExactlyInAnyOrder(
            FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_THUMB, FingerPosition.LEFT_INDEX);
    Subjects two = Subjects.of(List.of(both), List.of(both), 2);
    assertThat(two.unused()).isEqualTo(1);
    Subjects each = Subjects.of(List.of(both), List.of(both), 1);
    assertThat(each.subjects()).hasSize(3);
    assertThat(each.subjects())
        .allSatisfy(
            s -> assertThat(s.enrolled().keySet()).containsExactly(FingerPosition.RIGHT_INDEX));
  }

  @Test
  void refusesWhatCannotBeEvaluated() throws IOException {
    PrintFolder one = folder("one", "1_1.png");
    PrintFolder other = folder("other", "2_1.png");
    PrintFolder named = folder("named", "1_13_1.png", "1_13_2.png");
    assertRefused(List.of(one), List.of(other), 1, "no probe has a mate");
    assertRefused(List.of(one), List.of(one), 1, "no probe has a mate");
    assertRefused(List.of(one), List.of(named), 1, "different forms of names");
    assertRefused(List.of(named), List.of(named), 10, "expected an FGP 1..10");
    assertRefused(List.of(one), List.of(one), 3, "limit=1, 2, 4 or 10");
    assertRefused(List.of(one), List.of(one), 10, "have 1 fingers; expected 10 or more");
    assertRefused(List.of(one, other), List.of(one), 1, "in pairs");
    assertRefused(List.of(one, one), List.of(one, other), 1, "given twice");
  }

  private static void assertRefused(
      List<PrintFolder> galleries, List<PrintFolder> probes, int fingers, String part) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Subjects.of(galleries, probes, fingers))
        .withMessageContaining(part);
  }

  private static List<String> names(Map<FingerPosition, PrintFile> prints) {
    return prints.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue().path().getFileName())
        .toList();
  }

  private PrintFolder folder(String name, String... files) throws IOException {
    Path path = Files.createDirectory(folder.resolve(name));
    for (String file : files) {
      Files.createFile(path.resolve(file));
    }
    return PrintFolder.list(new PrintSet(path, 500));
  }
}
