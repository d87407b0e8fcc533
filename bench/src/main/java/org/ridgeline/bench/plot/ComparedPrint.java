package org.ridgeline.bench.plot;

import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Ridges;
import org.ridgeline.vocabulary.Template;

/// One of the two prints of a comparison.
/// - **Shape** `name` as it is shown, cut to [#NAME_MAX] characters
/// - **Error** a template without ridges: IllegalArgumentException
public record ComparedPrint(String name, GrayImage image, Template template) {
  /// Longest name shown.
  public static final int NAME_MAX = 40;

  public ComparedPrint {
    if (template.ridges().isEmpty()) {
      throw new IllegalArgumentException("template without ridges");
    }
    if (name.length() > NAME_MAX) {
      name = name.substring(0, NAME_MAX - 1) + "…";
    }
  }

  Ridges ridges() {
    return template.ridges().orElseThrow().unpacked();
  }
}
