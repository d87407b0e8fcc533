package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.exchange.agency.Channel;

/// The inventory by command, beside a running server.
class InventoryCommandIT {
  @TempDir private Path temp;

  @Test
  void theCommandWritesPageJsonAndPdfBesideAServer() throws Exception {
    Path data = temp.resolve("data");
    try (RunningServer running = new RunningServer(data)) {
      running.agency("CA0350000", false, Channel.FETCH, Optional.empty());
      Path all = written(data, "all");
      assertThat(all.resolve("inventory.json"))
          .content()
          .contains("{\"kind\":\"agency\",\"name\":\"Test CA0350000 (CA0350000)\"");
      for (String name :
          new String[] {"inventory.html", "inventory.pdf", "inventory.schema.json"}) {
        assertThat(all.resolve(name)).isNotEmptyFile();
      }
      assertThat(written(data, "open", "--public").resolve("inventory.json"))
          .content()
          .contains("{\"kind\":\"agency\",\"name\":\"(1)\",\"state\":\"CA\"")
          .doesNotContain("CA0350000");
    }
  }

  private Path written(Path data, String name, String... more) throws Exception {
    Path out = temp.resolve(name);
    String[] words = {"inventory", "--data", data.toString(), "--out", out.toString()};
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    TestProgram.Ended ended = TestProgram.start(all).ended();
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("rows, in " + out);
    assertThat(Files.isDirectory(out)).isTrue();
    return out;
  }
}
