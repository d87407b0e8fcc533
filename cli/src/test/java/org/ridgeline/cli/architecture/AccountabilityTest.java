package org.ridgeline.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads docs/accountability.md: every row is there once, and every test it names exists.
class AccountabilityTest {
  private static final Pattern PROOF = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");
  private static final String NOT_YET = "not yet";

  private static final List<String> NEEDED =
      Stream.concat(numbers("C", 1, 26), numbers("N", 1, 28)).toList();

  private record Row(String id, String proof, String rest) {}

  private static Stream<String> numbers(String letter, int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(number -> letter + number);
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line :
        Files.readAllLines(Sources.root().resolve("docs").resolve("accountability.md"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 6 && cells[1].strip().matches("[CN][0-9]+")) {
        rows.add(new Row(cells[1].strip(), cells[3].strip(), cells[4].strip()));
      }
    }
    return rows;
  }

  @Test
  void everyCapabilityHasItsRow() throws IOException {
    assertThat(rows()).extracting(Row::id).containsExactlyElementsOf(NEEDED);
  }

  @Test
  void aRowNamesTestsOrSaysNotYet() throws IOException {
    assertThat(rows())
        .allSatisfy(row ->
            assertThat(row.proof().equals(NOT_YET) || PROOF.matcher(row.proof()).find())
                .as(row.id())
                .isTrue());
  }

  @Test
  void everyTestNamedExists() throws IOException {
    Map<String, String> tests = new HashMap<>();
    for (Path file : Sources.java("test")) {
      String name = file.getFileName().toString().replace(".java", "");
      tests.put(name, Files.readString(file));
    }
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (Row row : rows()) {
      Matcher proof = PROOF.matcher(row.proof() + row.rest());
      while (proof.find()) {
        named++;
        Pattern method =
            Pattern.compile(
                "@(Test|Property|ParameterizedTest)\\b[^;{}]*?(\\{[^}]*}[^;{}]*?)*void "
                    + proof.group(2)
                    + "\\(");
        String text = tests.getOrDefault(proof.group(1), "");
        if (!method.matcher(text).find()) {
          missing.add(row.id() + " " + proof.group());
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(40);
  }
}
