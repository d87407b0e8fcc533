package org.ridgeline.codec.image;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Severity;

/// What a format's own decoder gives: pixels, what the file states of its resolution and of how its
/// rows lie, and what was odd. Holding it against the record's hints is the same for every format,
/// and done here.
@SuppressWarnings("ArrayRecordComponent")
record DecodedPixels(
    int widthPx,
    int heightPx,
    byte[] pixels,
    List<StatedResolution> resolutions,
    Orientation orientation,
    List<Finding> findings) {

  /// Of a format whose rows lie as the picture does.
  static DecodedPixels of(
      int widthPx,
      int heightPx,
      byte[] pixels,
      List<StatedResolution> resolutions,
      List<Finding> findings) {
    return new DecodedPixels(
        widthPx, heightPx, pixels, resolutions, Orientation.UPRIGHT, List.copyOf(findings));
  }

  ImageDecoded against(ImageHints hints) throws ImageRefusal {
    List<Finding> all = new ArrayList<>(findings);
    DecodedPixels upright = upright(hints, all);
    if (hints.hasSize() && !upright.hasSizeOf(hints)) {
      all.add(
          Finding.of(
              Severity.WARNING,
              FindingCode.IMAGE_SIZE_MISMATCH,
              hints.widthPx() + "x" + hints.heightPx() + " as the record says",
              upright.widthPx + "x" + upright.heightPx + " in the image"));
    }
    GrayImage image =
        GrayImage.of(upright.widthPx, upright.heightPx, ResolutionRule.USUAL_PPI, upright.pixels);
    return new ImageDecoded.Decoded(
        ResolutionRule.hold(image, upright.resolutions, hints, all), all);
  }

  private boolean hasSizeOf(ImageHints hints) {
    return hints.widthPx() == widthPx && hints.heightPx() == heightPx;
  }

  /// Turned as the file says it is to be seen; but a record whose size is that of the rows as they
  /// are stored means them so.
  private DecodedPixels upright(ImageHints hints, List<Finding> all) {
    if (orientation == Orientation.UPRIGHT) {
      return this;
    }
    boolean asStored = orientation.swapsSides() && widthPx != heightPx && hasSizeOf(hints);
    all.add(
        Finding.of(
            Severity.WARNING,
            FindingCode.IMAGE_CONVERTED,
            "rows stored as they are seen",
            orientation.words() + (asStored ? "; left as the record's size has it" : ": turned")));
    if (asStored) {
      return this;
    }
    boolean swaps = orientation.swapsSides();
    return new DecodedPixels(
        swaps ? heightPx : widthPx,
        swaps ? widthPx : heightPx,
        orientation.upright(widthPx, heightPx, pixels),
        resolutions.stream().map(stated -> swaps ? stated.swapped() : stated).toList(),
        Orientation.UPRIGHT,
        findings);
  }
}
