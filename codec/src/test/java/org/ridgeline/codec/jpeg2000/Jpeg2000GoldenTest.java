package org.ridgeline.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.codec.jpeg2000.Pictures.Picture;

/// Code streams of OpenJPEG 2.5.0 and FFmpeg 5.1.9, and what their own decoders make of them.
///
/// All are of pictures that were computed, most of `source.pgm`. Those without loss are held
/// against it, the others against the decoding beside them: exactly where the wavelet is
/// reversible. Beside those of other levels than 8-bit grey lies their decoding as 8-bit grey.
class Jpeg2000GoldenTest {
  @ParameterizedTest
  @CsvSource({
    "openjpeg-53-lrcp-layers.j2k, source, 0",
    "openjpeg-53-rpcl-offset-tiles-precincts.jp2, source, 0",
    "openjpeg-53-all-styles.j2k, source, 0",
    "openjpeg-53-bypass.j2k, source, 0",
    "openjpeg-53-tile-parts.j2k, source, 0",
    "openjpeg-53-progression-changes.j2k, source, 0",
    "openjpeg-97-cprl.jp2, openjpeg-97-cprl, 1",
    "openjpeg-97-all-styles.j2k, openjpeg-97-all-styles, 1",
    "ffmpeg-53-tiles.jp2, ffmpeg-53-tiles, 0",
    "ffmpeg-97-pcrl-layers.j2k, ffmpeg-97-pcrl-layers, 1"
  })
  void decodesWhatOthersWrote(String file, String decoding, int levels)
      throws IOException, Jpeg2000Refusal {
    Picture expected = PortableGrayMap.read(resource(decoding + ".pgm"));

    Jpeg2000File opened = Jpeg2000File.open(resource(file));
    Jpeg2000File.Pixels pixels = opened.pixels();

    assertThat(opened.widthPx()).isEqualTo(expected.width());
    assertThat(opened.heightPx()).isEqualTo(expected.height());
    assertThat(opened.isConverted()).isFalse();
    assertThat(pixels.isEnded()).isTrue();
    assertThat(Pictures.largestDifference(pixels.grey(), expected.pixels()))
        .isLessThanOrEqualTo(levels);
  }

  @ParameterizedTest
  @CsvSource({
    "openjpeg-53-12-bit.j2k, 0, 12-bit grey",
    "openjpeg-97-signed.j2k, 1, 8-bit grey with a sign",
    "openjpeg-53-colour.jp2, 0, 'colour, 8 bits a component'",
    "openjpeg-97-colour.jp2, 1, 'colour, 8 bits a component'"
  })
  void makesGreyOfOtherLevels(String file, int levels, String said)
      throws IOException, Jpeg2000Refusal {
    String decoding = file.substring(0, file.indexOf('.')) + ".pgm";
    Jpeg2000File opened = Jpeg2000File.open(resource(file));

    assertThat(opened.isConverted()).isTrue();
    assertThat(opened.levels()).isEqualTo(said);
    byte[] expected = PortableGrayMap.read(resource(decoding)).pixels();
    assertThat(Pictures.largestDifference(opened.pixels().grey(), expected))
        .isLessThanOrEqualTo(levels);
  }

  static byte[] resource(String name) throws IOException {
    try (InputStream in = Jpeg2000GoldenTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
