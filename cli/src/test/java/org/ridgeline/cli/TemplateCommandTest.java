package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import tools.jackson.databind.JsonNode;

class TemplateCommandTest {
  @TempDir private Path temp;

  /// A whorl rolled from nail to nail.
  @Test
  void jsonHasCoresDeltasAndTheRidgesBetweenThem() throws Exception {
    JsonNode said =
        json(
            Impression.of(
                FingerMaker.make(5, FingerPosition.RIGHT_INDEX), 1, ImpressionStyle.rolled(85)));
    assertThat(said.propertyNames())
        .containsExactly(
            "file",
            "quality",
            "usable",
            "widthPx",
            "heightPx",
            "resolutionPpi",
            "minutiae",
            "singular");
    JsonNode singular = said.get("singular");
    assertThat(singular.propertyNames())
        .containsExactly("patternHint", "cores", "deltas", "counts");
    assertThat(singular.get("patternHint").asString()).isEqualTo("WU");
    assertThat(singular.get("cores").size()).isEqualTo(2);
    assertThat(singular.get("deltas").size()).isEqualTo(2);
    assertThat(singular.get("cores").get(0).propertyNames())
        .containsExactly("x", "y", "directionDegrees", "quality");
    assertThat(singular.get("counts").size()).isPositive();
    for (JsonNode count : singular.get("counts")) {
      assertThat(count.propertyNames()).containsExactly("core", "delta", "ridges");
      assertThat(count.get("ridges").asInt()).isBetween(5, 30);
    }
  }

  @Test
  void aBlankImageHasNone() throws Exception {
    byte[] white = new byte[200 * 200];
    Arrays.fill(white, (byte) 255);
    JsonNode singular = json(GrayImage.of(200, 200, 500, white)).get("singular");
    assertThat(singular.get("patternHint").asString()).isEqualTo("UC");
    assertThat(singular.get("cores").size()).isZero();
    assertThat(singular.get("deltas").size()).isZero();
    assertThat(singular.get("counts").size()).isZero();
  }

  private JsonNode json(GrayImage image) throws Exception {
    Path file = temp.resolve("print.png");
    Files.write(file, ImageEncoder.encode(ImageFormat.PNG, image));
    Said said = Said.by("template", file.toString(), "--json");
    assertThat(said.exitCode()).isEqualTo(ExitCode.DONE);
    return Output.mapper().readTree(said.out());
  }
}
