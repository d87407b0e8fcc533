package org.ridgeline.cli.itl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.ImageView;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Place;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Decodes a transaction's compressed images to see whether they can be: a profile looks at their
/// first bytes alone.
///
/// Warnings, as at a submission: what counts there is how many fingers are left. What a record says
/// of its image is the profile's to hold against it.
final class ItlImages {
  private static final int DATA_OF_TYPE_4 = 9;
  private static final int DATA = 999;

  private ItlImages() {}

  static List<Finding> check(Transaction transaction) {
    List<Finding> findings = new ArrayList<>();
    for (ItlRecord record : transaction.records()) {
      Optional<ImageView> view = ImageView.of(transaction, record);
      Optional<byte[]> data = record.data();
      if (view.isPresent() && data.isPresent() && isCompressed(view.get())) {
        ImageFormat.detect(data.get())
            .ifPresent(format -> decode(record, format, data.get(), findings));
      }
    }
    return findings;
  }

  private static boolean isCompressed(ImageView view) {
    return view.cga().filter(cga -> cga != Cga.NONE).isPresent();
  }

  private static void decode(
      ItlRecord record, ImageFormat format, byte[] data, List<Finding> findings) {
    switch (ImageDecoder.decode(format, data, ImageHints.none())) {
      case ImageDecoded.Decoded(var _, var odd) ->
          odd.stream()
              .filter(finding -> finding.code() == FindingCode.IMAGE_UNREADABLE)
              .forEach(finding -> findings.add(at(record, finding)));
      case ImageDecoded.Undecodable(var broken) -> findings.add(at(record, broken));
    }
  }

  private static Finding at(ItlRecord record, Finding finding) {
    Place place = Place.of(record, record.type() < 10 ? DATA_OF_TYPE_4 : DATA);
    return place.finding(
        Severity.WARNING, finding.code(), finding.expected(), finding.found(), finding.clause());
  }
}
