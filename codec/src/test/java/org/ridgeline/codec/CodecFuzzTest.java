package org.ridgeline.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.Header;
import org.ridgeline.codec.itl.ImageView;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Limits;
import org.ridgeline.codec.itl.MinutiaeView;
import org.ridgeline.codec.itl.SupportView;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.template.ExchangeFormat;
import org.ridgeline.codec.template.TemplatesDecoded;
import org.ridgeline.codec.template.TypeNine;
import org.ridgeline.codec.xml.XmlReader;
import org.ridgeline.codec.xml.XmlWriter;

/// Any bytes: nothing is thrown, findings keep to their limit, and what was read can be written.
class CodecFuzzTest {
  private static final Profile EBTS = Profile.named("ebts");

  @FuzzTest(maxDuration = "60s")
  void traditional(byte[] bytes) {
    Decoded decoded = ItlReader.read(bytes);
    hold(decoded);
    if (decoded instanceof Decoded.Accepted accepted) {
      assertThat(ItlWriter.write(accepted.transaction())).isEqualTo(bytes);
    }
  }

  @FuzzTest(maxDuration = "60s")
  void xml(byte[] bytes) {
    hold(XmlReader.read(bytes));
  }

  @FuzzTest(maxDuration = "60s")
  void templates(byte[] bytes) {
    if (ExchangeFormat.read(bytes) instanceof TemplatesDecoded.Decoded decoded
        && !decoded.fingers().isEmpty()) {
      assertThat(decoded.fingers()).allMatch(finger -> finger.fgp() <= 10);
    }
  }

  private static void hold(Decoded decoded) {
    assertThat(decoded.findings()).hasSizeLessThanOrEqualTo(2 * Limits.FINDINGS_MAX + 2);
    if (decoded instanceof Decoded.Accepted accepted) {
      Transaction read = accepted.transaction();
      Header.of(read.header());
      read.fingerImages().forEach(FingerImage::data);
      for (ItlRecord record : read.records()) {
        record.fields().forEach(record::subfields);
        ImageView.of(read, record);
        MinutiaeView.of(record);
        SupportView.of(record);
        TypeNine.read(record);
      }
      assertThat(EBTS.check(read)).hasSizeLessThanOrEqualTo(Limits.FINDINGS_MAX + 1);
      XmlWriter.write(read);
    }
  }
}
