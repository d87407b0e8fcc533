package org.ridgeline.synth.card;

import java.util.Set;
import org.ridgeline.vocabulary.FingerPosition;

/// How a hand is laid on a plate for a [PosedSlap]. Start from [#straight], then change what
/// matters.
/// - **Unit** `turnDegrees` clockwise as seen on the image; `spacingPx` between the middles of two
///   fingers at 500 ppi: 400 leaves a gap, 300 makes most touch; `quality` 0..100 of the prints
/// - **Shape** `missing` fingers leave nothing; `light` ones a fifth of the ink
/// - **Limit** turn -60..60, spacing 200..600
/// - **Error** a value out of limits: IllegalArgumentException
public record SlapPose(
    int turnDegrees,
    int spacingPx,
    int quality,
    Set<FingerPosition> missing,
    Set<FingerPosition> light,
    Set<Mark> marks) {
  /// What else is on the plate.
  public enum Mark {
    /// The next joints of the fingers, below a crease.
    LOWER_JOINTS,
    /// Faint ridges of a hand that lay there before.
    HALO,
    /// Letters and lines at the border.
    LETTERS
  }

  public SlapPose {
    limit("turnDegrees", turnDegrees, -60, 60);
    limit("spacingPx", spacingPx, 200, 600);
    limit("quality", quality, 0, 100);
    missing = Set.copyOf(missing);
    light = Set.copyOf(light);
    marks = Set.copyOf(marks);
  }

  private static void limit(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + "=" + value + " limit=" + min + ".." + max);
    }
  }

  /// Upright, fingers a little apart, of usual quality, nothing else on the plate.
  public static SlapPose straight() {
    return new SlapPose(0, 385, 70, Set.of(), Set.of(), Set.of());
  }

  /// Turned by so much.
  public SlapPose turned(int degrees) {
    return new SlapPose(degrees, spacingPx, quality, missing, light, marks);
  }

  /// With fingers so far apart.
  public SlapPose spaced(int px) {
    return new SlapPose(turnDegrees, px, quality, missing, light, marks);
  }

  /// With prints of this quality.
  public SlapPose withQuality(int of) {
    return new SlapPose(turnDegrees, spacingPx, of, missing, light, marks);
  }

  /// Without these fingers.
  public SlapPose without(Set<FingerPosition> fingers) {
    return new SlapPose(turnDegrees, spacingPx, quality, fingers, light, marks);
  }

  /// With these fingers laid on lightly.
  public SlapPose lightly(Set<FingerPosition> fingers) {
    return new SlapPose(turnDegrees, spacingPx, quality, missing, fingers, marks);
  }

  /// With these marks on the plate.
  public SlapPose marked(Set<Mark> with) {
    return new SlapPose(turnDegrees, spacingPx, quality, missing, light, with);
  }
}
