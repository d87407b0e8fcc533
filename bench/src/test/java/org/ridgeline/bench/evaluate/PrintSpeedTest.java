package org.ridgeline.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.bench.PrintSet;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.synth.sensor.PrintSeries;
import org.ridgeline.synth.sensor.SensorKind;
import org.ridgeline.synth.sensor.SeriesPrint;

class PrintSpeedTest {
  @TempDir private Path folder;

  @Test
  void goesThroughPrintsAndPairs() throws Exception {
    List<SeriesPrint> prints = PrintSeries.of(3, SensorKind.CAPACITIVE, 2, 2).prints().toList();
    for (SeriesPrint print : prints) {
      Files.write(
          folder.resolve("%d_%d.png".formatted(print.finger(), print.impression())),
          ImageEncoder.encode(ImageFormat.PNG, print.image()));
    }
    PrintSpeed.Result result = PrintSpeed.run(PrintFolder.list(new PrintSet(folder, 500)));
    assertThat(result.work()).isEqualTo(new PrintSpeed.Work(4, 2, 4, 90_000));
    assertThat(result.extraction().ms()).isPositive();
    assertThat(result.extraction().sourceAfisMs()).isPositive();
    assertThat(result.comparison().readyMs()).isPositive();
  }

  @Test
  void aFolderWithoutAReadablePrintIsRefused() throws Exception {
    Files.writeString(folder.resolve("1_1.png"), "no picture");
    PrintFolder prints = PrintFolder.list(new PrintSet(folder, 500));
    assertThatThrownBy(() -> PrintSpeed.run(prints))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no print that can be read");
  }
}
