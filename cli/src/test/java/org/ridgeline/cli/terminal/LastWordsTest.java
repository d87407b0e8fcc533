package org.ridgeline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LastWordsTest {
  /// A program whose one piece of work fails, and that would go on for a while.
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws InterruptedException {
      LastWords.install();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        threads.execute(() -> {
          if (arguments[0].equals("error")) {
            throw new NoClassDefFoundError("planned");
          }
          throw new IllegalStateException("planned");
        });
        Thread.sleep(Duration.ofSeconds(arguments[0].equals("error") ? 60 : 1));
      }
    }
  }

  private record Ended(int exitCode, String said) {}

  private static Ended run(String how) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                how)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  @Test
  void anErrorEndsTheProcessWithALineAndACodeOfItsOwn() throws Exception {
    Ended ended = run("error");
    assertThat(ended.exitCode()).as(ended.said()).isEqualTo(ExitCode.BROKEN);
    assertThat(ended.said())
        .contains("NoClassDefFoundError: planned; this process ends, start it again");
  }

  @Test
  void anExceptionIsSaidAndTheProcessGoesOn() throws Exception {
    Ended ended = run("exception");
    assertThat(ended.exitCode()).as(ended.said()).isZero();
    assertThat(ended.said()).contains("IllegalStateException: planned").doesNotContain("ends");
  }
}
