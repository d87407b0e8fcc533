package org.ridgeline.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.bench.statistics.Point;
import org.ridgeline.chart.canvas.Look;
import org.ridgeline.chart.canvas.PlotFile;

class DetPlotTest {
  @TempDir Path folder;

  private final DetPlot plot =
      new DetPlot(
          "a < b & c",
          "FPIR",
          "FNIR",
          List.of(
              new DetPlot.Series("one", List.of(new Point(0, 1), new Point(0.1, 0.2))),
              new DetPlot.Series("two", List.of(new Point(0, 1), new Point(0.002, 0.5)))));

  @Test
  void writesSvgThatAnXmlParserReads() throws Exception {
    Path file = folder.resolve("det.svg");
    plot.write(file);
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(4);
    assertThat(Files.readString(file)).contains("a &lt; b &amp; c", ">0.1 %<", ">100 %<", ">two<");
  }

  @Test
  void writesPngWithBothCurves() throws IOException {
    Path file = folder.resolve("det.PNG");
    plot.write(file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(has(image, Look.of(0).rgb())).isTrue();
    assertThat(has(image, Look.of(1).rgb())).isTrue();
    assertThat(has(image, Look.of(2).rgb())).isFalse();
  }

  @Test
  void refusesOtherFormats() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlotFile.checkName(Path.of("det.pdf")))
        .withMessageContaining(".svg or .png");
  }

  private static boolean has(BufferedImage image, int rgb) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) == rgb) {
          return true;
        }
      }
    }
    return false;
  }
}
