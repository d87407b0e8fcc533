package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
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

class CompareCommandTest {
  @TempDir private Path temp;

  @BeforeEach
  void prints() throws Exception {
    Files.write(temp.resolve("a.png"), png(touch(1)));
    Files.write(temp.resolve("b.png"), png(touch(2)));
  }

  @Test
  void saysTheScoreAndWhatMakesIt() {
    Said said = Said.by("compare", file("a.png"), file("b.png"));
    assertThat(said.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(said.out())
        .contains("score ", " laid on ", "mm² seen in both prints", "minutiae paired")
        .contains("agreed before fitted");
  }

  @Test
  void jsonSharesAddUpWhicheverPrintIsNamedFirst() {
    JsonNode there = json("compare", file("a.png"), file("b.png"), "--json");
    assertThat(there.propertyNames())
        .containsExactly(
            "upper", "lower", "score", "shares", "evidence", "overlapMm2", "grownMm2", "pairs");
    double sum = 0;
    for (JsonNode share : there.get("shares")) {
      sum += share.get("points").asDouble();
    }
    assertThat(Math.abs(sum - there.get("score").asDouble())).isLessThan(1e-3);
    assertThat(there.get("pairs").size()).isGreaterThan(5);
    assertThat(there.get("pairs").get(0).propertyNames())
        .containsExactly("upperX", "upperY", "lowerX", "lowerY", "missPx");
    assertThat(json("compare", file("b.png"), file("a.png"), "--json")).isEqualTo(there);
  }

  @Test
  void drawsAPictureOfTheKindItsNameSays() throws Exception {
    for (String name : new String[] {"out.svg", "out.png"}) {
      Said said = Said.by("compare", file("a.png"), file("b.png"), "--explain", file(name));
      assertThat(said.exitCode()).isEqualTo(ExitCode.DONE);
    }
    assertThat(Files.readString(temp.resolve("out.svg"))).startsWith("<svg");
    assertThat(ImageFormat.detect(Files.readAllBytes(temp.resolve("out.png"))))
        .contains(ImageFormat.PNG);
    assertThat(Said.by("compare", file("a.png"), file("b.png"), "--explain", "out.pdf").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void imagesThatCannotBeComparedAreNotUsable() throws Exception {
    byte[] print = Files.readAllBytes(temp.resolve("a.png"));
    Files.write(temp.resolve("cut.png"), Arrays.copyOf(print, print.length / 2));
    Files.write(temp.resolve("huge.png"), hugeHeader(print));
    Files.writeString(temp.resolve("text.png"), "no image");
    Files.write(temp.resolve("black.png"), png(GrayImage.of(90, 90, 500, new byte[8100])));
    for (String hostile : new String[] {"cut.png", "huge.png", "text.png", "black.png"}) {
      Said said = Said.by("compare", file("a.png"), file(hostile), "--explain", file("none.svg"));
      assertThat(said.exitCode()).as(hostile).isEqualTo(ExitCode.FINDINGS);
      assertThat(said.err()).contains(hostile + ": not usable: ");
      assertThat(said.out()).isEmpty();
    }
    assertThat(temp.resolve("none.svg")).doesNotExist();
  }

  @Test
  void aMissingFileIsTrouble() {
    Said said = Said.by("compare", file("a.png"), file("missing.png"));
    assertThat(said.exitCode()).isEqualTo(ExitCode.TROUBLE);
    assertThat(said.err()).contains("no such file");
  }

  @Test
  void helpSaysThatImagesAloneAreCompared() {
    assertThat(Said.by("compare", "--help").out()).contains("Images only");
  }

  /// The same file with a width of two thousand million pixels in its header.
  private static byte[] hugeHeader(byte[] png) {
    byte[] huge = png.clone();
    huge[16] = 0x7F;
    return huge;
  }

  private String file(String name) {
    return temp.resolve(name).toString();
  }

  private static byte[] png(GrayImage image) {
    return ImageEncoder.encode(ImageFormat.PNG, image);
  }

  private static GrayImage touch(int touch) {
    return Impression.of(
        FingerMaker.make(300, FingerPosition.RIGHT_MIDDLE), touch, ImpressionStyle.plain(70));
  }

  private static JsonNode json(String... args) {
    return Output.mapper().readTree(Said.by(args).out());
  }
}
