package org.ridgeline.synth.card;

/// A way in which a card is broken on purpose, as real senders break them.
public enum Defect {
  /// The file ends early.
  TRUNCATED,
  /// 1.001 LEN does not tell the Type-1 record's size.
  WRONG_LEN,
  /// 1.003 CNT announces a record that is not there.
  WRONG_CNT,
  /// Field 2.018 NAM is left out.
  MISSING_NAME,
  /// Field 2.022 DOB is no day of any calendar.
  BAD_DATE,
  /// Field 2.024 SEX has no meaning.
  BAD_SEX,
  /// No image record at all.
  NO_IMAGES,
  /// Every image is white.
  BLANK_FINGERS,
  /// Every image is grey noise.
  NOISE_FINGERS,
  /// Every image is a print of quality 0.
  UNUSABLE_FINGERS,
  /// The image data do not decode.
  BROKEN_IMAGES,
  /// The hands are swapped: right fingers under the left's positions.
  SWAPPED_HANDS,
  /// The right index finger was also rolled in place of the right middle finger.
  REPEATED_FINGER,
  /// Not a transaction: random bytes.
  GARBAGE
}
