package org.ridgeline.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.template.TemplateReader;
import org.ridgeline.codec.template.TemplatesDecoded;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Template;

/// Small files after what real senders sent, where they are at hand: each gives its own finding.
class FieldFilesTest {
  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "field");

  private static byte[] read(String name) throws IOException {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), "skipped: no " + file);
    return Files.readAllBytes(file);
  }

  @ParameterizedTest
  @CsvSource({
    "t14_wsqcom1000_record500.an2, RESOLUTION_DISAGREES, 14.009",
    "t4_gca0_5_bytes_short.an2, IMAGE_SIZE_MISMATCH, 4.006",
    "t14_wsq_is_zero.an2, FIELD_RELATION, 14.011",
    "nam_cp1255_no_dcs.an2, TEXT_ENCODING, 2.018",
    "t14_slc0.an2, FIELD_INVALID, 14.008",
    "t14_999_empty.an2, FIELD_MISSING, 14.999"
  })
  void findsWhatIsWrongWithARecord(String name, FindingCode code, String field) throws IOException {
    Decoded.Accepted read = (Decoded.Accepted) ItlReader.read(read(name));
    List<Finding> findings = new ArrayList<>(read.findings());
    findings.addAll(Profile.named("ebts").check(read.transaction()));

    assertThat(findings)
        .anySatisfy(finding -> {
          assertThat(finding.code()).isEqualTo(code);
          assertThat(finding.field()).isEqualTo(field);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "k1000_stated.png, 1000, ''",
    "wsq_ppi1000.wsq, 1000, ''",
    "la_transp_bg.png, 500, transparent",
    "exif6.jpg, 500, orientation 6: turned",
    "jpeg_half.jpg, 0, premature end"
  })
  void readsAnImageForWhatItIs(String name, int ppi, String found) throws IOException {
    byte[] data = read(name);
    ImageFormat format = ImageFormat.detect(data).orElseThrow();

    switch (ImageDecoder.decode(format, data, ImageHints.none())) {
      case ImageDecoded.Decoded(var image, var findings) -> {
        assertThat(image.resolutionPpi()).isEqualTo(ppi);
        assertThat(findings).allMatch(finding -> finding.found().contains(found));
        assertThat(findings.isEmpty()).isEqualTo(found.isEmpty());
      }
      case ImageDecoded.Undecodable(var finding) -> {
        assertThat(ppi).isZero();
        assertThat(finding.found()).contains(found);
      }
    }
  }

  @ParameterizedTest
  @CsvSource("iso_q255.fmr")
  void keepsAnUnknownQualityUnknown(String name) throws IOException {
    var read = (TemplatesDecoded.Decoded) TemplateReader.read(read(name));

    assertThat(read.fingers())
        .allMatch(finger -> finger.template().quality() == Template.QUALITY_UNKNOWN);
  }
}
