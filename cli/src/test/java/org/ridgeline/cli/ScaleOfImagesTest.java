package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ImageView;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// One print at two scales, by every command that reads images: what a file states of its scale is
/// followed, what is said of it goes before, and a difference is told.
class ScaleOfImagesTest {
  @TempDir private Path temp;

  @BeforeEach
  void files() throws IOException {
    GrayImage plain =
        Impression.of(
            FingerMaker.make(77, FingerPosition.RIGHT_INDEX), 3, ImpressionStyle.rolled(80));
    GrayImage fine = doubled(plain);
    Files.write(temp.resolve("plain.png"), ImageEncoder.encode(ImageFormat.PNG, plain));
    for (ImageFormat format : new ImageFormat[] {ImageFormat.PNG, ImageFormat.WSQ}) {
      String end = format == ImageFormat.PNG ? ".png" : ".wsq";
      Files.write(temp.resolve("fine" + end), ImageEncoder.encode(format, fine));
      Files.write(
          temp.resolve("vast" + end), ImageEncoder.encode(format, fine.withResolutionPpi(2400)));
    }
    Files.write(temp.resolve("fine.jpg"), ImageEncoder.encodeJpeg(fine, 0.95f));
  }

  /// At twice the resolution, on straight lines.
  private static GrayImage doubled(GrayImage image) {
    int width = 2 * image.widthPx();
    int height = 2 * image.heightPx();
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int right = Math.min(x / 2 + x % 2, image.widthPx() - 1);
        int below = Math.min(y / 2 + y % 2, image.heightPx() - 1);
        int sum =
            image.at(x / 2, y / 2)
                + image.at(right, y / 2)
                + image.at(x / 2, below)
                + image.at(right, below);
        pixels[y * width + x] = (byte) (sum / 4);
      }
    }
    return GrayImage.of(width, height, 1000, pixels);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fine.png", "fine.wsq", "fine.jpg"})
  void theSameFingerAtTwoScalesIsTheSameFinger(String fine) {
    Said alike = Said.by("compare", file("plain.png"), file(fine));
    Said unlike = Said.by("compare", "--dpi", "500", file("plain.png"), file(fine));

    assertThat(alike.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(score(alike)).isGreaterThan(100);
    assertThat(alike.err()).doesNotContain("RESOLUTION_DISAGREES");
    assertThat(score(unlike)).isLessThan(20);
    assertThat(unlike.err()).contains(fine + ": WARNING RESOLUTION_DISAGREES");
  }

  private static double score(Said said) {
    String line = said.out().lines().findFirst().orElseThrow();
    return Double.parseDouble(line.replace("score ", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fine.png", "fine.wsq", "fine.jpg"})
  void convertKeepsTheScaleThatAFileStates(String fine) throws IOException {
    assertThat(Said.by("image", "convert", file(fine), file("out.png")).exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(ppi("out.png")).isEqualTo(1000);

    Said said = Said.by("image", "convert", "--dpi", "500", file(fine), file("out.png"));
    assertThat(said.err()).contains("RESOLUTION_DISAGREES");
    assertThat(ppi("out.png")).isEqualTo(500);
  }

  /// What `itl make` says of a card of one print.
  private Said made(String card, String print, String... more) {
    List<String> args = new ArrayList<>(List.of("itl", "make", "--tot", "CAR"));
    args.addAll(List.of("--field", "1.008=CA0990100", "--print", print, "--out", file(card)));
    args.addAll(List.of(more));
    return Said.by(args.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"fine.png, 1000", "fine.wsq, 1000", "plain.png, 500"})
  void cardsAreMadeAtTheScaleThatAFileStates(String print, int ppi) throws IOException {
    Said made =
        made("card.an2", "2=" + file(print), "--compress", "png", "--field", "2.018=DOE,JANE");
    assertThat(made.exitCode()).as(made.err()).isEqualTo(ExitCode.DONE);
    var read = (Decoded.Accepted) ItlReader.read(Files.readAllBytes(temp.resolve("card.an2")));
    ItlRecord record = read.transaction().records().getLast();
    assertThat(ImageView.of(read.transaction(), record).orElseThrow().resolutionPpi())
        .isEqualTo(ppi);
  }

  @Test
  void rawPixelsOfARecordAreWrittenAtItsScale() throws IOException {
    assertThat(Said.by("image", "convert", file("fine.png"), file("fine.raw")).exitCode())
        .isEqualTo(ExitCode.DONE);
    String size = "--size=" + fineSize();
    Said made = made("raw.an2", "2=" + file("fine.raw") + "@1000", size, "--compress", "none");
    assertThat(made.exitCode()).as(made.err()).isEqualTo(ExitCode.DONE);
    Said shown = Said.by("itl", "show", "--images=" + file("images"), file("raw.an2"));
    assertThat(shown.exitCode()).as(shown.err() + shown.out()).isEqualTo(ExitCode.DONE);
    assertThat(ppi("images/raw_14.png")).isEqualTo(1000);
  }

  private String fineSize() throws IOException {
    byte[] data = Files.readAllBytes(temp.resolve("fine.png"));
    return switch (ImageDecoder.decode(ImageFormat.PNG, data, ImageHints.none())) {
      case ImageDecoded.Decoded(var image, var _) -> image.widthPx() + "x" + image.heightPx();
      case ImageDecoded.Undecodable(var finding) -> throw new AssertionError(finding);
    };
  }

  /// Whatever a file is called, its bytes say what it is.
  @Test
  void convertReadsAMisnamedFile() throws IOException {
    Files.copy(temp.resolve("fine.wsq"), temp.resolve("named.png"));

    assertThat(Said.by("image", "convert", file("named.png"), file("out.png")).exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(ppi("out.png")).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "2, @0, 250..1200",
    "2, @249, 250..1200",
    "2, @1201, 250..1200",
    "2, @-5, 250..1200",
    "99, '', 1..15",
    "0, '', 1..15",
    "16, '', 1..15"
  })
  void makeBoundsResolutionAndPosition(String fgp, String dpi, String expected) {
    Said said = made("bounded.an2", fgp + "=" + file("plain.png") + dpi);

    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains(expected);
    assertThat(temp.resolve("bounded.an2")).doesNotExist();
  }

  @Test
  void makeRefusesAFileThatStatesNoPrintsScale() {
    Said said = made("vast.an2", "2=" + file("vast.png"));

    assertThat(said.exitCode()).isEqualTo(ExitCode.TROUBLE);
    assertThat(said.err()).contains("states 2400 ppi").doesNotContain("Usage:");
  }

  /// A record whose image begins well and ends early: its first bytes say nothing of that.
  @Test
  void validateReadsImagesToTheirEnd() throws IOException {
    byte[] half = Files.readAllBytes(temp.resolve("fine.jpg"));
    half = Arrays.copyOf(half, half.length / 2);
    Transaction card =
        TransactionBuilder.of("CAR")
            .header(5, "20261101")
            .header(7, "RIDGELINE")
            .header(8, "CA0990100")
            .header(9, "T-HALF-0001")
            .type14(2, 1, new Picture(Cga.JPEGB, 1600, 1500, 1000, half), Map.of())
            .build();
    Files.write(temp.resolve("half.an2"), ItlWriter.write(card));

    Said said = Said.by("itl", "validate", "--profile", "itl", file("half.an2"));

    assertThat(said.out())
        .contains("14.999 in record 14")
        .contains("premature end")
        .contains("IMAGE_UNREADABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vast.png", "vast.wsq"})
  void aScaleBeyondAllPrintsIsRefusedAndTheWayOutNamed(String vast) {
    Said refused = Said.by("template", file(vast));
    Said told = Said.by("template", "--dpi", "1000", file(vast));

    assertThat(refused.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(refused.err()).contains("states 2400 ppi, expected 250..1200", "--dpi");
    assertThat(told.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(told.err()).contains("RESOLUTION_DISAGREES");
  }

  @Test
  void templateSaysWhatIsWrongOfEachFileAndGoesOn() throws IOException {
    Files.writeString(temp.resolve("text.png"), "no image");

    Said said = Said.by("template", file("text.png"), file("plain.png"));

    assertThat(said.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(said.err()).contains("text.png: not usable: not a known image");
    assertThat(said.out()).contains("plain.png: quality");
  }

  private int ppi(String name) throws IOException {
    byte[] data = Files.readAllBytes(temp.resolve(name));
    return switch (ImageDecoder.decode(ImageFormat.PNG, data, ImageHints.none())) {
      case ImageDecoded.Decoded(var image, var _) -> image.resolutionPpi();
      case ImageDecoded.Undecodable(var finding) -> throw new AssertionError(finding);
    };
  }

  private String file(String name) {
    return temp.resolve(name).toString();
  }
}
