package org.ridgeline.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No two places lock the same number: all rooms may share one database, where whoever waits for a
/// lock that the server holds for its whole life waits for ever.
class AdvisoryLocksTest {
  private static final Pattern NUMBER = Pattern.compile("7_?235_?418_?820_?([0-9]{3})");

  private static Stream<Path> sources() throws IOException {
    return Files.walk(Sources.root())
        .filter(path -> path.toString().matches(".*/src/main/.*[.](java|sql)"))
        .filter(path -> !path.toString().contains("/target/"));
  }

  @Test
  void eachNumberStandsInOnePlace() throws IOException {
    Map<String, TreeSet<String>> places = new TreeMap<>();
    try (Stream<Path> all = sources()) {
      for (Path path : all.toList()) {
        NUMBER
            .matcher(Files.readString(path))
            .results()
            .forEach(found ->
                places
                    .computeIfAbsent(found.group(1), _ -> new TreeSet<>())
                    .add(String.valueOf(path.getFileName())));
      }
    }
    assertThat(places).hasSizeGreaterThanOrEqualTo(5);
    assertThat(places).allSatisfy((number, files) -> assertThat(files).as(number).hasSize(1));
  }

  /// A number written into SQL is of the row above, so that this test sees it.
  @Test
  void numbersAreOfOneRow() throws IOException {
    Pattern literal = Pattern.compile("advisory[a-z_]*lock[a-z_]*\\(\\s*([0-9]+)");
    try (Stream<Path> all = sources()) {
      for (Path path : all.toList()) {
        List<String> found =
            literal
                .matcher(Files.readString(path))
                .results()
                .map(match -> match.group(1))
                .filter(number -> !NUMBER.matcher(number).matches())
                .toList();
        assertThat(found).as(String.valueOf(path)).isEmpty();
      }
    }
  }
}
