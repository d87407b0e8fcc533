package org.ridgeline.codec.image;

import java.util.List;
import java.util.Optional;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Severity;

/// The one rule of an image's resolution, for every format, command and door: a print read at
/// another scale than its own becomes somebody else's.
///
/// What is said of the image (a record's field, a command's option) holds; else what its file
/// states, unless that is the 72 or 96 that editors write; else [#USUAL_PPI]. Whatever is not
/// followed is a finding. Pixels that are not square are made so.
public final class ResolutionRule {
  /// Resolution of ten-print images where nothing says it, pixels per inch.
  public static final int USUAL_PPI = 500;

  private static final int PPI_MAX = 10_000;

  private ResolutionRule() {}

  /// Whether `ppi`, said of an image, and what its file states are two different things.
  public static boolean disagrees(int ppi, StatedResolution stated) {
    return stated.isKnown() && !stated.agreesWith(ppi);
  }

  /// An image at the resolution that holds; what does not hold is added to `findings`.
  static GrayImage hold(
      GrayImage image, List<StatedResolution> stated, ImageHints hints, List<Finding> findings)
      throws ImageRefusal {
    int said = Math.min(hints.resolutionPpi(), PPI_MAX);
    if (said > 0) {
      stated.stream()
          .filter(own -> disagrees(said, own))
          .map(own -> disagreement(hints.resolutionPpi() + " ppi, as said of the image", own))
          .forEach(findings::add);
      return image.withResolutionPpi(said);
    }
    if (stated.isEmpty()) {
      return image.withResolutionPpi(USUAL_PPI);
    }
    Optional<StatedResolution> known =
        stated.stream().filter(StatedResolution::isKnown).findFirst();
    if (known.isEmpty()) {
      String expected = "a resolution; " + USUAL_PPI + " ppi is taken";
      findings.add(disagreement(expected, stated.getFirst()));
      return image.withResolutionPpi(USUAL_PPI);
    }
    StatedResolution own = known.get();
    stated.stream()
        .filter(other -> other.isKnown() && !other.agreesWith(own))
        .map(other -> disagreement(own.words() + ", as the file states too", other))
        .forEach(findings::add);
    if (own.isSquare()) {
      return image.withResolutionPpi((int) Math.round(own.xPpi()));
    }
    findings.add(converted(own));
    return SquarePixels.of(image, own);
  }

  private static Finding disagreement(String expected, StatedResolution own) {
    return Finding.of(Severity.WARNING, FindingCode.RESOLUTION_DISAGREES, expected, own.words());
  }

  private static Finding converted(StatedResolution own) {
    return Finding.of(
        Severity.WARNING,
        FindingCode.IMAGE_CONVERTED,
        "one resolution in both directions",
        own.words() + ": brought to " + Math.round(Math.max(own.xPpi(), own.yPpi())) + " ppi");
  }
}
