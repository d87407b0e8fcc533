package org.ridgeline.cli.itl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.cli.terminal.ExitCode;
import picocli.CommandLine;

/// What scripts read of `itl show --json`: keys, their order, and every value. Of another version
/// there will be another golden file; this one is not edited.
class ItlShowGoldenTest {
  @TempDir private Path dir;

  @Test
  void printsVersionOne() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("show", "--json"));
    for (String name : List.of("card.an2", "face.an2", "cut-len.an2")) {
      arguments.add(Files.write(dir.resolve(name), resource(name)).toString());
    }
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new ItlCommand())
            .setOut(new PrintWriter(out))
            .execute(arguments.toArray(String[]::new));
    assertThat(code).isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString().strip().replace(dir + "/", ""))
        .isEqualTo(new String(resource("show-1.json"), StandardCharsets.UTF_8).strip());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ItlShowGoldenTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
