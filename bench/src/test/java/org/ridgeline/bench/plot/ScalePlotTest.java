package org.ridgeline.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalePlotTest {
  @TempDir Path folder;

  @Test
  void aTimeThatGrowsAsTheSizeDoesIsAStraightLine() throws Exception {
    List<ScalePlot.Point> points =
        List.of(
            new ScalePlot.Point(1000, 1),
            new ScalePlot.Point(10_000, 10),
            new ScalePlot.Point(100_000, 100));
    Path file = folder.resolve("scale.svg");
    new ScalePlot("t", "people", "ms", List.of(new ScalePlot.Series("all", points))).write(file);
    String svg = Files.readString(file);
    var line = Pattern.compile("points=\"80(?:\\.0+)?,490(?:\\.0+)? ([0-9.]+),([0-9.]+) ");
    var found = line.matcher(svg);
    assertThat(found.find()).as(svg).isTrue();
    assertThat(Double.parseDouble(found.group(1))).isEqualTo((80 + 725) / 2.0);
    assertThat(Double.parseDouble(found.group(2))).isEqualTo((50 + 490) / 2.0);
    assertThat(svg).contains(">100,000<", ">people<", ">all<");
  }

  @Test
  void refusesWhatHasNoLogarithm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScalePlot.Point(10, 0))
        .withMessageContaining("time=0.0");
  }
}
