package org.ridgeline.synth.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.synth.print.Paper;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// Several plain fingers on one plate, with the box of each.
final class Slap {
  private static final int HEIGHT_PX = 1000;
  private static final int PITCH_PX = 372;
  private static final int DARK = 190;
  private static final int PLATE = 251;

  /// Shades this near to a print's own ground are ground.
  private static final int GROUND_SPREAD = 9;

  private static final int PAPER_SPREAD = 30;

  private static final int PPI = 500;

  /// How far down each finger lies on the plate: the middle finger is the longest.
  private static final int[] DROP_PX = {60, 120, 0, 60, 230};

  private final byte[] pixels;
  private final int width;
  private final boolean inked;

  private Slap(int width, boolean inked) {
    this.width = width;
    this.inked = inked;
    this.pixels = new byte[width * HEIGHT_PX];
    Arrays.fill(pixels, (byte) PLATE);
  }

  /// The slap of code 13 (right four), 14 (left four) or 15 (both thumbs).
  static CardImage of(Hands hands, int fgp, CardOptions options, int quality) {
    int[] fingers =
        switch (fgp) {
          case 13 -> new int[] {2, 3, 4, 5};
          case 14 -> new int[] {10, 9, 8, 7};
          case 15 -> new int[] {6, 1};
          default -> throw new IllegalArgumentException("fgp=" + fgp + " limit=13..15");
        };
    Dice dice = Dice.of(options.seed(), fgp);
    ImpressionStyle style = ImpressionStyle.plain(quality).on(options.ground());
    boolean inked = options.ground() == ImpressionStyle.Ground.INK;
    Slap slap = new Slap(fingers.length == 4 ? 1600 : 1000, inked);
    int left = (slap.width - fingers.length * PITCH_PX) / 2 - 20 + dice.below(25);
    int top = 130 + dice.below(90);
    List<CardImage.Segment> segments = new ArrayList<>();
    SortedMap<Integer, String> missing = new TreeMap<>();
    for (int i = 0; i < fingers.length; i++) {
      FingerPosition position = FingerPosition.values()[fingers[i] - 1];
      int drop = fgp == 15 ? 100 : DROP_PX[(fingers[i] - 1) % 5];
      int x = left + i * PITCH_PX + dice.below(12);
      int y = top + drop + dice.below(16);
      if (!hands.has(position)) {
        missing.put(position.fgp(), hands.reason(position));
      } else {
        GrayImage print = Impression.of(hands.finger(position), options.seed(), style);
        segments.add(slap.add(print, x, y, position.fgp()));
      }
    }
    slap.grain(dice);
    if (inked) {
      new Paper(slap.pixels, slap.width, 1).lay(dice).rule(dice);
    }
    int imp = inked ? CardImage.IMP_PLAIN_INK : CardImage.IMP_PLAIN;
    GrayImage image = GrayImage.of(slap.width, HEIGHT_PX, PPI, slap.pixels);
    return new CardImage(fgp, imp, image, segments, missing);
  }

  /// Lays a print's ink on the plate, the darker pixel winning, and measures its box.
  private CardImage.Segment add(GrayImage print, int left, int top, int fgp) {
    int[] columns = new int[print.widthPx()];
    int[] rows = new int[print.heightPx()];
    // The lines of a print's own box are not part of a slap.
    int edge = inked ? Paper.MARGIN_PX + 4 : 0;
    int corner = edge + 2;
    int ground = print.at(corner, corner) / 2 + print.at(print.widthPx() - 1 - corner, corner) / 2;
    int spread = inked ? PAPER_SPREAD : GROUND_SPREAD;
    for (int y = edge; y < print.heightPx() - edge; y++) {
      for (int x = edge; x < print.widthPx() - edge; x++) {
        int grey = print.at(x, y);
        if (grey < DARK) {
          columns[x]++;
          rows[y]++;
        }
        int atX = left + x;
        int atY = top + y;
        if (atX >= 0 && atX < width && atY >= 0 && atY < HEIGHT_PX) {
          int at = atY * width + atX;
          int ink = Math.max(0, ground - spread - grey);
          pixels[at] = (byte) Math.min(pixels[at] & 0xFF, PLATE - ink);
        }
      }
    }
    int last = width - 1;
    return new CardImage.Segment(
        fgp,
        Math.clamp(left + first(columns), 0, last),
        Math.clamp(left + last(columns), 0, last),
        Math.clamp(top + first(rows), 0, HEIGHT_PX - 1),
        Math.clamp(top + last(rows), 0, HEIGHT_PX - 1));
  }

  /// The sensor's own noise, two shades either way.
  private void grain(Dice dice) {
    for (int at = 0; at < pixels.length; at += 16) {
      long bits = dice.bits();
      for (int i = 0; i < 16 && at + i < pixels.length; i++) {
        int noise = (int) (bits >>> 4 * i & 3) + (int) (bits >>> 4 * i + 2 & 1) - 2;
        pixels[at + i] = (byte) Math.clamp((pixels[at + i] & 0xFF) + noise, 0, 255);
      }
    }
  }

  private static int first(int[] counts) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 3) {
        return i;
      }
    }
    return 0;
  }

  private static int last(int[] counts) {
    for (int i = counts.length - 1; i > 0; i--) {
      if (counts[i] > 3) {
        return i;
      }
    }
    return counts.length - 1;
  }
}
