package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.cli.terminal.ExitCode;
import picocli.CommandLine;

/// What scripts read of `policy replay --json`. Of another format there will be another golden
/// file; this one is not edited.
class PolicyReplayGoldenTest {
  @TempDir private Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new PolicyCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler((e, command, _) -> {
          command.getErr().println(e.getMessage());
          return ExitCode.USAGE;
        })
        .execute(arguments);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PolicyReplayGoldenTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String cases() throws IOException {
    return Files.writeString(dir.resolve("cases.json"), resource("replay-cases.json")).toString();
  }

  @Test
  void printsFormatOne() throws IOException {
    assertThat(run("replay", "--from=A", "--to=B", "--json", cases())).isZero();
    assertThat(out.toString().strip()).isEqualTo(resource("replay-1.json").strip());
  }

  @Test
  void printsAMatrixThatAddsUpForPeople() throws IOException {
    assertThat(run("replay", "--from=A", "--to=B", cases())).isZero();
    assertThat(out.toString())
        .contains("8 cases")
        .contains("No conviction")
        .contains("Undetermined");
  }

  @Test
  void takesACandidateTableFromAFile() throws IOException {
    Path candidate =
        Files.writeString(
            dir.resolve("c.table"),
            """
            version C
            title Nobody counts but for homicide
            from 2030-01-01
            source OURS A proposal
            row | level | codes | grade | sentence | count | offence | source | mark | codes mark
            C1 | 1 | 09 | * | * | 1 | homicide | OURS | unverified | seen
            """);
    assertThat(run("replay", "--from=A", "--to=" + candidate, "--json", cases())).isZero();
    assertThat(out.toString()).contains("\"version\":\"C\"");
    assertThat(run("show", candidate.toString())).isZero();
    assertThat(out.toString()).contains("Nobody counts").contains("homicide");
  }

  @Test
  void namesRowAndColumnOfABrokenTable() throws IOException {
    Path broken =
        Files.writeString(
            dir.resolve("c.table"),
            """
            version C
            title Broken
            from 2030-01-01
            source OURS A proposal
            row | level | codes | grade | sentence | count | offence | source | mark | codes mark
            C1 | 9 | 09 | * | * | 1 | homicide | OURS | unverified | seen
            """);
    assertThat(run("replay", "--from=A", "--to=" + broken, cases())).isEqualTo(ExitCode.FINDINGS);
    assertThat(err.toString()).contains("row C1, column level");
  }

  @Test
  void namesTheCaseThatCannotBeRead() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("bad.json"),
            """
            {"cases":[{"id":"x","asOf":"2011-01-01",
              "arrests":[{"charges":[{"disposition":"guilty"}]}]}]}
            """);
    assertThat(run("replay", "--from=A", "--to=B", file.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("case 1 \"x\"").contains("guilty");
  }

  @Test
  void showsAPublishedTableWithItsSources() {
    assertThat(run("show", "B")).isZero();
    assertThat(out.toString()).contains("H.R. 5007").contains("B12");
  }
}
