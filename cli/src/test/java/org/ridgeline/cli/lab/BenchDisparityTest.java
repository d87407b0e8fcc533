package org.ridgeline.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.cli.Said;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import tools.jackson.databind.JsonNode;

class BenchDisparityTest {
  private static String printed(String... more) {
    List<String> line =
        new ArrayList<>(
            List.of("bench", "disparity", "--runs=2", "--jurisdictions=20", "--bookings=60"));
    line.addAll(List.of(more));
    Said said = Said.by(line.toArray(String[]::new));
    assertThat(said.exitCode()).isEqualTo(ExitCode.DONE);
    return said.out();
  }

  @Test
  void printsARowForEachTruthAndRule() {
    assertThat(printed().lines()).hasSize(2 + 36);
    assertThat(printed()).contains("unequal", "multiplicative", "2 runs of 20 jurisdictions");
  }

  @Test
  void printsOneJsonObjectThatTheSeedDetermines() {
    String one = printed("--json", "--seed=5");
    JsonNode json = Output.mapper().readTree(one);
    assertThat(json.get("setting").get("seed").asLong()).isEqualTo(5);
    assertThat(json.get("rows").size()).isEqualTo(36);
    assertThat(json.get("rows").get(0).get("anyFalse").get("of").asInt()).isEqualTo(2);
    assertThat(printed("--json", "--seed=5")).isEqualTo(one);
    assertThat(printed("--json", "--seed=6")).isNotEqualTo(one);
  }
}
