package org.ridgeline.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.cli.Ridgeline;
import org.ridgeline.cli.Said;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import tools.jackson.databind.JsonNode;

class EvaluateFairnessTest {
  @TempDir private static Path folder;
  private static Path prints;
  private static Path labels;

  @BeforeAll
  static void draw() throws IOException {
    prints = folder.resolve("livescan");
    String[] args = {
      "synth",
      "prints",
      "--sensor=LIVESCAN",
      "--persons",
      "--fingers=10",
      "--impressions=2",
      "--out=" + prints
    };
    assertThat(Ridgeline.run(args)).isZero();
    labels = folder.resolve("labels.csv");
    Files.write(labels, List.of("person,sex", "1,f", "3,m"));
  }

  @Test
  void personsAreInTheNamesOfFiles() {
    assertThat(prints.resolve("1_2_1.png")).exists();
    assertThat(prints.resolve("1_1_2.png")).exists();
    assertThat(prints.resolve("2_8_2.png")).exists();
    assertThat(prints.resolve("3_2_1.png")).doesNotExist();
  }

  @Test
  void saysEachGroupsErrorsAndWhatIsNotShown() throws IOException {
    Path out = folder.resolve("out");
    Said said = run("--labels=" + labels, "--engines=minutiae", "--out=" + out);
    assertThat(said.exitCode()).as(said.err()).isZero();
    assertThat(said.err()).contains("1 lines are of no print, the first is line 3, person 3");
    assertThat(said.out())
        .contains("minutiae: 20 prints, 2 persons, 10 fingers enrolled")
        .contains("with caution: 100 pairs, this rate needs 3000")
        .contains("too few: 1 persons in it and 1 in others, a test needs 8")
        .contains("unknown", "position", "quality", "not by chance, q 0.05: no group")
        .contains("What this does not show:", "not shown to be treated alike");
    List<String> lines = Files.readAllLines(out.resolve("fairness.csv"));
    assertThat(lines.getFirst()).startsWith("engine,column,group,prints,measure,errors,trials,");
    int columns = lines.getFirst().split(",", -1).length;
    assertThat(lines)
        .allSatisfy(line -> assertThat(cells(line)).as(line).isEqualTo(columns))
        .anySatisfy(line -> assertThat(line).startsWith("minutiae,sex,unknown,10,fnmr,0,5,1,"));
    JsonNode json = Output.mapper().readTree(Files.readString(out.resolve("fairness.json")));
    assertThat(json.get("minutiae").get("scope").get("unit").asString()).isEqualTo("person");
  }

  @Test
  void ourEngineAndThePeerAreMeasuredInOneRun() throws IOException {
    Said said = run("--json");
    assertThat(said.exitCode()).as(said.err()).isZero();
    JsonNode engines = Output.mapper().readTree(said.out());
    assertThat(engines.propertyNames()).containsExactlyInAnyOrder("ridgeline", "sourceafis");
    JsonNode report = engines.get("ridgeline");
    assertThat(report.propertyNames())
        .containsExactly("scope", "thresholds", "measures", "alike", "columns", "notShown");
    assertThat(report.get("measures").propertyNames())
        .containsExactly("failureToExtract", "fnmr", "fnir", "fpir", "fmr");
    JsonNode group = report.get("columns").get(0).get("groups").get(0);
    assertThat(group.get("measures").get("fmrWithin").propertyNames())
        .contains("errors", "trials", "persons", "rate", "low", "high", "toAll", "adjusted");
    assertThat(group.get("scores").get("mated").get("p50").isNumber()).isTrue();
  }

  @Test
  void saysWhatItExpected() throws IOException {
    Path wrong = folder.resolve("wrong.csv");
    Files.write(wrong, List.of("person,sex", "1"));
    assertThat(run("--labels=" + wrong).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("--labels=" + wrong).err())
        .contains("wrong.csv line=2 field=line found=1 cells expected=2 as the header");
    assertThat(run("--fmr=0").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("--engines=none").err()).contains("engine=none expected one of");
    assertThat(run("--labels=" + folder.resolve("nothing.csv")).exitCode())
        .isNotEqualTo(ExitCode.DONE);
  }

  private static int cells(String line) {
    return line.replaceAll("\"[^\"]*\"", "").split(",", -1).length;
  }

  private static Said run(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "evaluate";
    all[1] = "fairness";
    all[2] = prints.toString();
    System.arraycopy(args, 0, all, 3, args.length);
    return Said.by(all);
  }
}
