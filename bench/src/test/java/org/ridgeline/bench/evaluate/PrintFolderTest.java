package org.ridgeline.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.bench.PrintSet;

class PrintFolderTest {
  @TempDir Path folder;

  @Test
  void readsFingerAndImpression() throws IOException {
    files("101_1.tif", "9_2.tif", "101_10.tif", "101_2.TIF", "readme.txt", ".9_9.tif");
    PrintFolder prints = list();
    assertThat(prints.hasPersons()).isFalse();
    assertThat(prints.files())
        .extracting(PrintFile::finger, PrintFile::impression)
        .map(tuple -> tuple.toList().toString())
        .containsExactly("[9, 2]", "[101, 1]", "[101, 2]", "[101, 10]");
  }

  @Test
  void readsPersonFingerAndImpression() throws IOException {
    files("012_10_1.png", "012_3_2.png", "A-7_3_1.png");
    PrintFolder prints = list();
    assertThat(prints.hasPersons()).isTrue();
    assertThat(prints.files())
        .extracting(PrintFile::fingerKey)
        .containsExactly("012_3", "012_10", "A-7_3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"print.tif", "101.tif", "101_a.tif", "1_2_3_4.tif", "_1.tif", "1 0_1.tif"})
  void refusesOtherNames(String name) throws IOException {
    files("101_1.tif", name);
    assertRefused(name, "FINGER_IMPRESSION.ext or PERSON_FINGER_IMPRESSION.ext");
  }

  @Test
  void refusesBothFormsOfNamesInOneFolder() throws IOException {
    files("101_1.tif", "012_3_1.tif");
    assertRefused("101_1.tif", "expected one form of names");
  }

  @Test
  void refusesAnImpressionTwice() throws IOException {
    files("101_1.tif", "101_1.png");
    assertRefused("101_1.png", "expected one file an impression");
  }

  @Test
  void refusesFoldersThatAreMissingOrEmpty() {
    assertRefused("has no image", "FINGER_IMPRESSION.ext");
    PrintSet missing = new PrintSet(folder.resolve("none"), 500);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintFolder.list(missing))
        .withMessageContaining("is not a folder");
  }

  @Test
  void readsTheResolutionOfAFolder() {
    assertThat(PrintSet.of("prints@569", 500)).isEqualTo(new PrintSet(Path.of("prints"), 569));
    assertThat(PrintSet.of("prints", 500)).isEqualTo(new PrintSet(Path.of("prints"), 500));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintSet.of("prints@high", 500))
        .withMessageContaining("DIR@250 to DIR@1200");
  }

  private void assertRefused(String... parts) {
    assertThatIllegalArgumentException()
        .isThrownBy(this::list)
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  private PrintFolder list() throws IOException {
    return PrintFolder.list(new PrintSet(folder, 500));
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
  }
}
