package org.ridgeline.synth.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The third table of docs/synth.md: are impostors among ten thousand synthetic fingers more alike
/// than real ones? Takes a quarter of an hour: runs only when asked for.
@EnabledIfSystemProperty(named = "synth.tail", matches = "true")
class ImpostorTailIT {
  private static final int FINGERS = Integer.getInteger("synth.fingers", 10_000);
  private static final int PAIRS = Integer.getInteger("synth.pairs", 1_000_000);
  private static final long SEED = 1;

  @Test
  void comparesImpostorsWithRealOnes() throws IOException {
    ImpostorTail.head().forEach(System.out::println);
    List<ImpostorTail> real = new ArrayList<>();
    for (PrintSet set : PrintSet.real()) {
      real.add(row(set.name(), ImpostorTail.ofAllPairs(set)));
    }
    if (!real.isEmpty()) {
      row("all real sets", ImpostorTail.pooled(real));
    }
    PrintSet sketches = PrintSet.sketches(FINGERS, 1);
    ImpostorTail templates = ImpostorTail.ofSample(sketches, PAIRS, SEED);
    row("synthetic templates, plain", templates);
    PrintSet drawn = PrintSet.images(FINGERS, 1);
    ImpostorTail images = row("synthetic images, plain", ImpostorTail.ofSample(drawn, PAIRS, SEED));
    assertThat(templates.bound(40, false)).as("share that reaches 40").isLessThan(1e-5);
    assertThat(images.bound(40, false)).as("share that reaches 40").isLessThan(1e-4);
  }

  private static ImpostorTail row(String name, ImpostorTail tail) {
    System.out.println(tail.row(name));
    return tail;
  }
}
