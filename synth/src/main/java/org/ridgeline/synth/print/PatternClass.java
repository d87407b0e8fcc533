package org.ridgeline.synth.print;

/// The pattern a finger's ridges form, as the print shows it.
///
/// A right loop opens towards the right edge of the print: on a right hand that is the side of the
/// little finger (an ulnar loop), on a left hand the side of the thumb (a radial loop).
public enum PatternClass {
  ARCH,
  TENTED_ARCH,
  LEFT_LOOP,
  RIGHT_LOOP,
  DOUBLE_LOOP,
  WHORL
}
