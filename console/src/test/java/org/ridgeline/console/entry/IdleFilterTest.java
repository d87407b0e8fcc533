package org.ridgeline.console.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ridgeline.console.entry.IdleFilter.Acts;

class IdleFilterTest {
  private static final long IDLE = Duration.ofMinutes(30).toMillis();
  private static final Pattern TAG = Pattern.compile("<[^>]*hx-trigger[^>]*>");

  @Test
  void idleEndsHalfAnHourAfterTheLastAct() {
    Acts acts = new Acts(0, 0).actedAt(IDLE);
    assertThat(acts.isOver(2 * IDLE, IDLE)).isFalse();
    assertThat(acts.isOver(2 * IDLE + 1, IDLE)).isTrue();
  }

  @Test
  void twelveHoursAreTheEndForWhoeverIsBusy() {
    long shift = IdleFilter.WHOLE_MAX.toMillis();
    assertThat(new Acts(0, shift).isOver(shift, IDLE)).isFalse();
    assertThat(new Acts(0, shift + 1).isOver(shift + 1, IDLE)).isTrue();
  }

  /// Else a page that nobody looks at keeps its session alive.
  @Test
  void everyAddressThatAPageAsksByItselfIsKnownAsSuch() throws IOException {
    List<String> asking;
    try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
      asking =
          templates
              .filter(file -> file.toString().endsWith(".html"))
              .flatMap(file -> TAG.matcher(read(file)).results().map(tag -> tag.group()))
              .toList();
    }
    assertThat(asking).hasSize(2).allMatch(tag -> tag.contains(IdleFilter.LIVE + "?"));
    assertThat(read(Path.of("src/main/resources/static/assets/workbench/server.js")))
        .doesNotContain("setInterval")
        .doesNotContain("setTimeout");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
