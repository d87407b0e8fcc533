package org.ridgeline.chart.comparison;

import org.ridgeline.search.compare.Feature;

/// What the features of a comparison's score are called before people.
public final class FeatureWords {
  private FeatureWords() {}

  /// A few words.
  public static String of(Feature feature) {
    return switch (feature) {
      case AGREED -> "ridges agree";
      case STIFF -> "agree with little bending";
      case PAIRED -> "minutiae paired";
      case CLEAR -> "clear ones paired";
      case UNPAIRED -> "minutiae alone";
      case MISSED -> "clear ones alone";
      case FORESEEN -> "agreed before fitted";
    };
  }
}
