package org.ridgeline.extract.slap;

import java.util.List;

/// What was found on a slap: a box for each finger that must be there, or why not.
public sealed interface Segmentation {
  /// Which hand the fingers seem to be of.
  enum Hand {
    /// The tips lie as the stated hand's do.
    AS_STATED,
    /// The tips lie as the other hand's do: worth a look, no proof.
    OTHER,
    /// Nothing can be said: a finger that tells is missing, the tips lie level, or these are
    /// thumbs.
    UNKNOWN
  }

  /// Why there are no boxes.
  enum Reason {
    /// The image's resolution or its size in inches is not one a slap can have.
    NOT_A_SLAP,
    /// Nothing on the image looks like a finger.
    NO_FINGERS,
    /// There are fingers, but not as many as there must be: which is which cannot be told.
    FINGER_COUNT
  }

  /// Every finger that must be there, from left to right.
  /// - **Unit** `turnDegrees`: how far the hand is turned, clockwise as seen on the image, 0 where
  ///   the fingers point up
  record Segmented(List<FingerBox> fingers, int turnDegrees, Hand hand) implements Segmentation {
    public Segmented {
      fingers = List.copyOf(fingers);
    }
  }

  /// No boxes.
  /// - **Shape** `fingersSeen`: shapes that look like fingers, `fingersExpected` as stated
  record Unsegmented(Reason reason, int fingersSeen, int fingersExpected) implements Segmentation {}
}
