package org.ridgeline.codec.image;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Severity;

/// What a format's own decoder gives: pixels, the resolution the file states (0 if none), and what
/// was odd. Holding it against the record's hints is the same for every format, and done here.
@SuppressWarnings("ArrayRecordComponent")
record DecodedPixels(
    int widthPx, int heightPx, int resolutionPpi, byte[] pixels, List<Finding> findings) {
  /// Resolution of ten-print images where neither record nor file says it.
  private static final int USUAL_PPI = 500;

  private static final int RESOLUTION_PPI_MAX = 10_000;

  ImageDecoded against(ImageHints hints) {
    List<Finding> all = new ArrayList<>(findings);
    if (hints.hasSize() && (hints.widthPx() != widthPx || hints.heightPx() != heightPx)) {
      all.add(
          Finding.of(
              Severity.WARNING,
              FindingCode.IMAGE_SIZE_MISMATCH,
              hints.widthPx() + "x" + hints.heightPx() + " as the record says",
              widthPx + "x" + heightPx + " in the image"));
    }
    boolean own = resolutionPpi >= 1 && resolutionPpi <= RESOLUTION_PPI_MAX;
    int ppi = Math.min(hints.resolutionPpi(), RESOLUTION_PPI_MAX);
    if (ppi == 0) {
      ppi = own ? resolutionPpi : USUAL_PPI;
    } else if (own && Math.abs(ppi - resolutionPpi) * 50 > ppi) {
      all.add(
          Finding.of(
              Severity.WARNING,
              FindingCode.FIELD_RELATION,
              ppi + " ppi as the record says",
              resolutionPpi + " ppi in the image"));
    }
    return new ImageDecoded.Decoded(GrayImage.of(widthPx, heightPx, ppi, pixels), all);
  }
}
