package org.ridgeline.extract.slap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.vocabulary.GrayImage;

/// NIST's reference card: ink, handwriting, printed text over the tips, a punched hole, neighbours'
/// prints at the border, lower joints. Runs only where the file is.
class RealSlapTest {
  private static final Path CARD =
      Path.of("../../shared/data/itl/nist_references/type-4-14-slaps.an2");

  @Test
  void everySlapOfTheReferenceCardIsSegmented() throws IOException {
    assumeThat(Files.isReadable(CARD)).as("no reference card, nothing measured").isTrue();
    var card = (Decoded.Accepted) ItlReader.read(Files.readAllBytes(CARD));
    int slaps = 0;
    for (FingerImage record : card.transaction().fingerImages()) {
      SlapKind kind = SlapKind.ofFgp(record.fgp()).orElseThrow();
      var hints = new ImageHints(record.hll(), record.vll(), 500);
      ImageFormat format = ImageFormat.detect(record.data()).orElse(ImageFormat.RAW);
      GrayImage image =
          ((ImageDecoded.Decoded) ImageDecoder.decode(format, record.data(), hints))
              .image()
              .withResolutionPpi(500);
      assertThat(SlapSegmenter.segment(image, kind, Set.of()))
          .as(kind.name())
          .isInstanceOf(Segmentation.Segmented.class);
      slaps++;
    }
    assertThat(slaps).isEqualTo(3);
  }
}
