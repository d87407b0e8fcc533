package org.ridgeline.synth.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The tables of docs/synth.md: synthetic fingers beside real sets, measured alike. Takes minutes:
/// runs only when asked for; real sets are left out where they are not there.
@EnabledIfSystemProperty(named = "synth.statistics", matches = "true")
class PrintStatisticsIT {
  private static final int FINGERS = Integer.getInteger("synth.fingers", 150);

  @Test
  void comparesSyntheticFingersWithRealOnes() throws IOException {
    System.out.println(
        "| set | fingers | minutiae p5/50/95 | genuine p5/50/95 | below 40 | "
            + "impostor pairs | impostor p99/p99.9/max |");
    System.out.println("|---|---|---|---|---|---|---|");
    List<String> lies = new ArrayList<>();
    for (PrintSet real : PrintSet.real()) {
      row(real, lies);
    }
    Scores images = row(PrintSet.images(FINGERS, 3), lies);
    row(PrintSet.rolledAndPlain(FINGERS), lies);
    Scores sketches = row(PrintSet.sketches(4 * FINGERS, 3), lies);
    System.out.println();
    System.out.println(
        "| minutiae | per print | endings | nearest neighbour, 25/50/75 % "
            + "| nearest neighbour points the same way |");
    System.out.println("|---|---|---|---|---|");
    lies.forEach(System.out::println);
    for (Scores synthetic : List.of(images, sketches)) {
      assertThat(synthetic.genuine(0.5)).as("median genuine score").isBetween(100.0, 260.0);
      assertThat(synthetic.impostor(0.99)).as("99 % of impostor scores").isLessThan(20);
    }
  }

  private static Scores row(PrintSet set, List<String> lies) throws IOException {
    Scores scores = Scores.of(set);
    System.out.println(scores.row());
    lies.add(Lie.of(set).row(set.name()));
    return scores;
  }
}
