package org.ridgeline.chart.comparison;

import java.util.Optional;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Ridges;
import org.ridgeline.vocabulary.Template;

/// One of the two prints of a comparison.
/// - **Shape** `name` as it is shown, cut to [#NAME_MAX] characters; `image` that the template was
///   taken from, at any resolution; without it the template's ridges are drawn
/// - **Error** a template without ridges: IllegalArgumentException
public record ComparedPrint(String name, Optional<GrayImage> image, Template template) {
  /// Longest name shown.
  public static final int NAME_MAX = 40;

  /// How far an image's size may be off for the rounding of its resolution.
  private static final int SIDE_OFF_PX_MAX = 1;

  public ComparedPrint {
    if (template.ridges().isEmpty()) {
      throw new IllegalArgumentException("template without ridges");
    }
    if (name.length() > NAME_MAX) {
      name = name.substring(0, NAME_MAX - 1) + "…";
    }
  }

  /// The same with an image, where it is as large as what the template was taken from: of several
  /// images of a finger another may be at hand, on which nothing would lie in its place.
  public ComparedPrint on(Optional<GrayImage> found) {
    return new ComparedPrint(name, found.filter(this::isAsLarge), template);
  }

  private boolean isAsLarge(GrayImage found) {
    double scale = template.resolutionPpi() / (double) found.resolutionPpi();
    return Math.abs(found.widthPx() * scale - template.widthPx()) <= SIDE_OFF_PX_MAX
        && Math.abs(found.heightPx() * scale - template.heightPx()) <= SIDE_OFF_PX_MAX;
  }

  Ridges ridges() {
    return template.ridges().orElseThrow().unpacked();
  }
}
