package org.ridgeline.synth.card;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.vocabulary.GrayImage;

/// One image of a card, before it is compressed.
/// - **Unit** `fgp` and `imp` as ANSI/NIST-ITL codes; 1..10 fingers, 11 and 12 plain thumbs, 13 to
///   15 slaps; `missing` the positions that should be on it and are not, with the reason (XX gone,
///   UP unable to print)
public record CardImage(
    int fgp, int imp, GrayImage image, List<Segment> segments, SortedMap<Integer, String> missing) {
  /// Impression code of a livescan plain print.
  public static final int IMP_PLAIN = 0;

  /// Impression code of a livescan rolled print.
  public static final int IMP_ROLLED = 1;

  /// Impression code of a plain print in ink.
  public static final int IMP_PLAIN_INK = 2;

  /// Impression code of a rolled print in ink.
  public static final int IMP_ROLLED_INK = 3;

  /// Where one finger lies on a slap, in pixels from the top left, both ends inside.
  public record Segment(int fgp, int left, int right, int top, int bottom) {}

  public CardImage {
    segments = List.copyOf(segments);
    missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
  }
}
