package org.ridgeline.bench.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.bench.evaluate.SetPrint;

class LabelsTest {
  private static final List<SetPrint> PRINTS =
      List.of(print("one", "7", "1"), print("one", "8", "1"), print("two", "7", "1"));

  @TempDir private Path folder;

  @Test
  void wrongLinesAreNamedWithFieldFoundAndExpected() {
    refused("labels=l.csv line=1 field=column 1 found=name expected=one of", "name,sex");
    refused("line=1 field=header found=0 columns expected=1..20", "person");
    refused("line=1 field=header found=\"sex\" expected=each name once", "person,sex,sex");
    refused("line=1 field=header found=\"\"", "person,");
    refused("line=1 field=header found=\"quality\"", "person,quality");
    refused(
        "line=3 field=line found=3 cells expected=2 as the header", "person,sex", "7,f", "8,f,x");
    refused("line=3 field=person found=7, as in line 2", "person,sex", "7,f", "7,m");
    refused("line=2 field=person found=nothing expected=a name", "person,sex", ",f");
    refused("line=2 field=column 3 found=an open quote", "person,sex", "7,\"f");
    refused("line=2 field=column 6 found=x expected=a comma", "person,sex", "7,\"f\"x");
    refused("line=2 field=cell 2 found=101 characters", "person,sex", "7," + "f".repeat(101));
    refused("line=2 field=cell 2 found=2 characters or a control", "person,sex", "7,f\u0007");
  }

  @Test
  void refusesMoreValuesThanGroupsCanBe() {
    List<String> lines = new ArrayList<>(List.of("person,height"));
    IntStream.range(0, Labels.VALUES_MAX).forEach(i -> lines.add(i + "," + i));
    assertThat(Labels.of("l.csv", lines).columns()).containsExactly("height");
    lines.add("x,x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Labels.of("l.csv", lines))
        .withMessageContaining("line=42 field=height found=value 41 expected=at most 40 values");
  }

  @Test
  void refusesMoreColumnsThanTheLimit() {
    String most = "person" + ",c%d".repeat(Labels.COLUMNS_MAX);
    Object[] numbers = IntStream.range(0, Labels.COLUMNS_MAX).boxed().toArray();
    assertThat(Labels.of("l.csv", List.of(most.formatted(numbers))).columns()).hasSize(20);
    refused("found=21 columns", most.formatted(numbers) + ",more");
  }

  @Test
  void refusesMoreLinesAndBytesThanTheLimit() throws IOException {
    List<String> lines = new ArrayList<>(Collections.nCopies(Labels.LINES_MAX + 1, ""));
    lines.set(0, "person,sex");
    assertThat(Labels.of("l.csv", lines).columns()).containsExactly("sex");
    lines.add("");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Labels.of("l.csv", lines))
        .withMessageContaining("found=more expected=a header and at most 1000000 lines");
    Path file = folder.resolve("large.csv");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(Labels.BYTES_MAX + 1);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Labels.read(file))
        .withMessageContaining("bytes=134217729 limit=0..134217728");
  }

  @Test
  void agesInYearsGoIntoBandsAndQuotesAreTakenOff() {
    Labels labels =
        Labels.of(
            "l.csv",
            List.of(
                "\uFEFFperson,age,work",
                "one/7,17,\"mason, \"\"old\"\"\"",
                "8,60,",
                "two/7,18-20,"));
    assertThat(labels.column("age", PRINTS)).containsExactly("0-17", "60+", "18-20");
    assertThat(labels.column("work", PRINTS))
        .containsExactly("mason, \"old\"", "unknown", "unknown");
  }

  @Test
  void aNameThatSeveralFoldersHaveNeedsItsFolder() {
    Labels labels = Labels.of("l.csv", List.of("person,sex", "8,f", "7,m"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labels.unused(PRINTS))
        .withMessageContaining("line=3 field=person found=7, which is in one and in two")
        .withMessageContaining("expected=two/7");
  }

  @Test
  void linesOfNoPrintAreToldAndLabelsOfNoneAreRefused() {
    Labels some = Labels.of("l.csv", List.of("person,sex", "9,m", "8,f", "10,f"));
    assertThat(some.unused(PRINTS))
        .containsExactly("labels=l.csv: 2 lines are of no print, the first is line 2, person 9");
    Labels none = Labels.of("l.csv", List.of("person,sex", "9,m"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> none.unused(PRINTS))
        .withMessageContaining("line=2 field=person found=9 expected=such as 7");
  }

  @Test
  void readsFilesInUtf8Only() throws IOException {
    Path file = folder.resolve("l.csv");
    Files.write(file, new byte[] {'p', (byte) 0xE9});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Labels.read(file))
        .withMessageContaining("UTF-8");
    Files.writeString(file, "finger,sex\n7_1,f\n\n");
    assertThat(Labels.read(file).column("sex", PRINTS)).containsExactly("f", "unknown", "f");
    refused("found=no line");
  }

  private static void refused(String message, String... lines) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Labels.of("l.csv", List.of(lines)))
        .withMessageContaining(message);
  }

  private static SetPrint print(String set, String person, String finger) {
    return new SetPrint(
        set,
        person + "_" + finger + "_1.png",
        person + "_" + finger,
        Optional.of(person),
        Optional.of(finger),
        OptionalInt.empty());
  }
}
