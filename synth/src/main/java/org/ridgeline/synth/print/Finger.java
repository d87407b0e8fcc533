package org.ridgeline.synth.print;

import org.ridgeline.vocabulary.FingerPosition;

/// A finger's whole skin as it is, before anything touches it: ridges, pores, creases and scars.
///
/// Made by [FingerMaker], printed by [Impression]; holds about half a megabyte, so make it when it
/// is needed and let it go.
/// - **Shape** [#WIDTH_PX] by [#HEIGHT_PX] at 500 ppi, the finger's centre in the middle
public final class Finger {
  /// Width of the skin map, pixels at 500 ppi.
  public static final int WIDTH_PX = 512;

  /// Height of the skin map, pixels at 500 ppi.
  public static final int HEIGHT_PX = 576;

  private final FingerPosition position;
  private final PatternClass pattern;
  private final double size;
  private final byte[] ridges;
  private final byte[] breaks;

  Finger(FingerPosition position, PatternClass pattern, double size, byte[] ridges, byte[] breaks) {
    this.position = position;
    this.pattern = pattern;
    this.size = size;
    this.ridges = ridges;
    this.breaks = breaks;
  }

  /// Which of the ten fingers it is.
  public FingerPosition position() {
    return position;
  }

  /// The pattern its ridges form.
  public PatternClass pattern() {
    return pattern;
  }

  /// Its size: 1 is a middle finger of a middle-sized person.
  public double size() {
    return size;
  }

  /// Height of the skin at each place, -127 valley to 127 ridge. Not copied: read only.
  byte[] ridges() {
    return ridges;
  }

  /// Where skin does not print: 0 whole to 127 open (pores, creases, scars). Not copied: read only.
  byte[] breaks() {
    return breaks;
  }
}
