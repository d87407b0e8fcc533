package org.ridgeline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void showsABarOnStandardErrorOnceASecondHasPassed() throws InterruptedException {
    assertThat(said(true, Duration.ofMillis(1100))).contains("sent").contains("4/4").endsWith("\n");
  }

  @Test
  void saysNothingAboutWhatIsQuickOrWhereNobodyWatches() throws InterruptedException {
    assertThat(said(true, Duration.ZERO)).isEmpty();
    assertThat(said(false, Duration.ofMillis(1100))).isEmpty();
  }

  private static String said(boolean isWatched, Duration taken) throws InterruptedException {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Progress progress = new Progress(isWatched);
      progress.at("sent", 1, 4);
      Thread.sleep(taken);
      progress.at("sent", 2, 4);
      progress.at("sent", 4, 4);
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
