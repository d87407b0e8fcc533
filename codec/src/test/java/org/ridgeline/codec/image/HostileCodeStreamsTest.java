package org.ridgeline.codec.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.codec.image.ImageDecoded.Decoded;
import org.ridgeline.codec.image.ImageDecoded.Undecodable;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Small JPEG 2000 files with each byte spoiled in turn, and cut at each length: an answer comes
/// back, and a cut file is never taken for a whole one.
@Timeout(120)
class HostileCodeStreamsTest {
  private static final int[] SPOILED = {0xFF, 0x01, 0x80};

  @ParameterizedTest
  @ValueSource(
      strings = {"openjpeg-97-cprl.jp2", "openjpeg-97-all-styles.j2k", "ffmpeg-53-tiles.jp2"})
  void answersWhateverByteIsSpoiled(String file) throws IOException {
    byte[] whole = resource(file);
    int refused = 0;
    for (int at = 0; at < whole.length; at++) {
      for (int spoiled : SPOILED) {
        byte[] data = whole.clone();
        data[at] = (byte) (spoiled == 0xFF ? spoiled : data[at] ^ spoiled);
        Mutations.keepJpeg2000Small(data);
        refused += isRefused(data) ? 1 : 0;
      }
    }
    assertThat(refused).isBetween(100, 3 * whole.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openjpeg-97-cprl.jp2",
        "openjpeg-97-all-styles.j2k",
        "ffmpeg-53-tiles.jp2",
        "openjpeg-53-tile-parts.j2k",
        "openjpeg-53-progression-changes.j2k",
        "openjpeg-53-rpcl-offset-tiles-precincts.jp2"
      })
  void refusesFilesThatEndBeforeTheirLastPacket(String file) throws IOException {
    byte[] whole = resource(file);
    for (int length = 0; length < whole.length - 2; length++) {
      assertThat(isRefused(Arrays.copyOf(whole, length))).as(file + " of " + length).isTrue();
    }
    assertThat(isRefused(Arrays.copyOf(whole, whole.length - 2))).isFalse();
  }

  private static boolean isRefused(byte[] data) {
    return switch (ImageDecoder.decode(ImageFormat.JPEG2000, data, ImageHints.none())) {
      case Decoded(var image, var findings) -> {
        assertThat(image.pixels()).isNotEmpty();
        assertThat(findings).noneMatch(finding -> finding.severity() == Severity.ERROR);
        yield false;
      }
      case Undecodable(var finding) -> {
        assertThat(finding.code())
            .isIn(
                FindingCode.IMAGE_UNREADABLE,
                FindingCode.IMAGE_UNSUPPORTED,
                FindingCode.IMAGE_TOO_LARGE);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.offset()).isLessThanOrEqualTo(data.length);
        yield true;
      }
    };
  }

  private static byte[] resource(String name) throws IOException {
    String path = "/org/ridgeline/codec/jpeg2000/" + name;
    try (InputStream in = HostileCodeStreamsTest.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    }
  }
}
