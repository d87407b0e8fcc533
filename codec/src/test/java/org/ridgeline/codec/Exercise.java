package org.ridgeline.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.Header;
import org.ridgeline.codec.itl.ImageView;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Limits;
import org.ridgeline.codec.itl.MinutiaeView;
import org.ridgeline.codec.itl.SupportView;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.template.TypeNine;
import org.ridgeline.codec.xml.XmlReader;
import org.ridgeline.codec.xml.XmlWriter;
import org.ridgeline.vocabulary.Finding;

/// All that can be asked of a transaction, of whatever bytes it was read.
final class Exercise {
  private static final Profile EBTS = Profile.named("ebts");

  private Exercise() {}

  /// Every view, every rule and the other encoding: nothing is thrown, findings keep to their
  /// limit, and what is written as XML is read as XML again.
  static void everything(Decoded decoded) {
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
      assertThat(XmlReader.read(XmlWriter.write(read).bytes()).findings())
          .extracting(Finding::expected)
          .doesNotContain("well-formed XML");
    }
  }
}
