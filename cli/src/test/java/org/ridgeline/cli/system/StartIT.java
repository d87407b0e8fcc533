package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that cannot work says why in one line, and leaves nothing running.
class StartIT {
  @TempDir private Path temp;

  private TestProgram server() {
    return TestProgram.start("serve", "--port", "0", "--data", temp.resolve("data").toString());
  }

  private void assertRefused(TestProgram.Ended ended, int exitCode, String because) {
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(exitCode);
    assertThat(ended.output().lines().toList()).hasSize(1);
    assertThat(ended.output()).startsWith("ridgeline: ").contains(because);
    assertThat(temp.resolve("data/postgres")).doesNotExist();
  }

  @Test
  void anEngineWhoseScoresMeanNothingDoesNotStart() throws Exception {
    Path folder = temp.resolve("first/org/ridgeline/search/decision");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("calibration.properties"),
        """
        source = another network's
        network.sha256 = 00
        signature = 0:0
        quick = 0:0
        full.source = another network's
        full = 0:0
        ridges.source = another network's
        ridges = 0:0
        """);
    TestProgram.Ended ended = server().before(temp.resolve("first")).ended();
    assertRefused(ended, 3, "calibration of network 00 expected ");
  }

  @Test
  void ratesThatAreNoneAreRefused() throws Exception {
    assertRefused(with("search.hit-fpir = often"), 2, "search.hit-fpir=often expected a number");
    assertRefused(with("search.review-fpir = 1"), 2, "search.review-fpir=1 expected a number");
    assertRefused(
        with("search.hit-fpir = 0.1"), 2, "search.review-fpir=0.05 is below search.hit-fpir=0.1");
  }

  private TestProgram.Ended with(String line) throws IOException, InterruptedException {
    Files.createDirectories(temp.resolve("data"));
    Files.writeString(temp.resolve("data/ridgeline.properties"), line + "\n");
    return server().ended();
  }
}
