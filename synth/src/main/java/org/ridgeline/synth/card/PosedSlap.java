package org.ridgeline.synth.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.Finger;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// A slap of a hand laid on in a stated way, with the true box of each fingertip: for measuring how
/// well slaps are cut. Cards have the plainer [Slap].
///
/// Fingers fan out, tips lie in a hand's bow, prints are turned with the hand.
/// - **Unit** pixels at 500 ppi; a plate of 3.2 by 3.2 inches
public final class PosedSlap {
  /// Width and height of the plate.
  public static final int SIDE_PX = 1600;

  private static final int PPI = 500;
  private static final int PLATE = 251;
  private static final int GROUND_SPREAD = 9;
  private static final int INK_MIN = 60;
  private static final int IN_LINE_MIN = 3;

  /// Thumbs are broader, and lie farther apart than fingers of a hand.
  private static final int THUMBS_APART_PX = 100;

  private static final double LIGHT = 0.2;
  private static final double HALO = 0.09;

  /// How far down each tip lies: thumb, index, middle, ring, little.
  private static final int[] DROP_PX = {0, 90, 0, 50, 270};

  /// How far each finger of a right hand leans to the right.
  private static final int[] FAN_DEGREES = {-8, -5, 0, 3, 9};

  private final byte[] plate = new byte[SIDE_PX * SIDE_PX];
  private final SlapPose pose;
  private final long seed;

  private PosedSlap(SlapPose pose, long seed) {
    this.pose = pose;
    this.seed = seed;
    Arrays.fill(plate, (byte) PLATE);
  }

  /// The slap of code 13 (right four), 14 (left four) or 15 (both thumbs).
  /// - **Error** another code: IllegalArgumentException
  public static CardImage of(
      Function<FingerPosition, Finger> hand, int fgp, SlapPose pose, long seed) {
    int[] fingers =
        switch (fgp) {
          case 13 -> new int[] {2, 3, 4, 5};
          case 14 -> new int[] {10, 9, 8, 7};
          case 15 -> new int[] {6, 1};
          default -> throw new IllegalArgumentException("fgp=" + fgp + " limit=13..15");
        };
    return new PosedSlap(pose, seed).take(hand, fgp, fingers);
  }

  private CardImage take(Function<FingerPosition, Finger> hand, int fgp, int[] fingers) {
    Dice dice = Dice.of(seed, fgp);
    List<CardImage.Segment> segments = new ArrayList<>();
    SortedMap<Integer, String> missing = new TreeMap<>();
    if (pose.marks().contains(SlapPose.Mark.HALO)) {
      Place place = new Place(SIDE_PX * 0.4, SIDE_PX * 0.55, 20, HALO);
      print(hand.apply(FingerPosition.values()[fingers[0] - 1]), place, false);
    }
    double middle = (fingers.length - 1) / 2.0;
    int spacing = pose.spacingPx() + (fgp == 15 ? THUMBS_APART_PX : 0);
    for (int i = 0; i < fingers.length; i++) {
      FingerPosition position = FingerPosition.values()[fingers[i] - 1];
      if (pose.missing().contains(position)) {
        missing.put(position.fgp(), "XX");
        continue;
      }
      int digit = (fingers[i] - 1) % 5;
      double across = (i - middle) * spacing + dice.below(15) - 7;
      double down = DROP_PX[digit] - 100 + dice.below(31) - 15;
      int lean = fingers[i] <= 5 ? FAN_DEGREES[digit] : -FAN_DEGREES[digit];
      double ink = pose.light().contains(position) ? LIGHT : 1;
      segments.add(print(hand.apply(position), place(across, down, lean, ink), true));
    }
    if (pose.marks().contains(SlapPose.Mark.LETTERS)) {
      letters(dice);
    }
    grain(dice);
    GrayImage image = GrayImage.of(SIDE_PX, SIDE_PX, PPI, plate);
    return new CardImage(fgp, CardImage.IMP_PLAIN, image, segments, missing);
  }

  /// Where a print's middle lies, how far it is turned, and how much ink it leaves.
  private record Place(double x, double y, double turnDegrees, double ink) {}

  private Place place(double across, double down, int lean, double ink) {
    double turn = StrictMath.toRadians(pose.turnDegrees());
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    double x = SIDE_PX / 2.0 + across * cos - down * sin;
    double y = SIDE_PX / 2.0 + across * sin + down * cos;
    return new Place(x, y, pose.turnDegrees() + lean, ink);
  }

  /// Lays a print on the plate, the darker pixel winning, and measures where its ink is.
  private CardImage.Segment print(Finger finger, Place place, boolean joints) {
    GrayImage print = Impression.of(finger, seed, ImpressionStyle.plain(pose.quality()));
    boolean lower = joints && pose.marks().contains(SlapPose.Mark.LOWER_JOINTS);
    Optional<Joint> joint =
        lower ? Optional.of(new Joint(print, finger.position().fgp())) : Optional.empty();
    double turn = StrictMath.toRadians(place.turnDegrees());
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    int ground = print.at(2, 2) / 2 + print.at(print.widthPx() - 3, 2) / 2;
    int[] columns = new int[SIDE_PX];
    int[] rows = new int[SIDE_PX];
    for (int y = 0; y < SIDE_PX; y++) {
      for (int x = 0; x < SIDE_PX; x++) {
        double dx = x - place.x();
        double dy = y - place.y();
        double across = dx * cos + dy * sin + print.widthPx() / 2.0;
        double down = dy * cos - dx * sin + print.heightPx() / 2.0;
        int tip = Math.max(0, ground - GROUND_SPREAD - grey(print, across, down, ground));
        int below = joint.map(next -> next.ink(across, down)).orElse(0);
        if (tip > INK_MIN) {
          columns[x]++;
          rows[y]++;
        }
        int ink = (int) (place.ink() * Math.max(tip, below));
        int at = y * SIDE_PX + x;
        plate[at] = (byte) Math.min(plate[at] & 0xFF, PLATE - ink);
      }
    }
    return new CardImage.Segment(
        finger.position().fgp(), first(columns), last(columns), first(rows), last(rows));
  }

  /// Grey between four pixels; the ground outside.
  private static int grey(GrayImage print, double x, double y, int ground) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left >= print.widthPx() - 1 || top >= print.heightPx() - 1) {
      return ground;
    }
    double right = x - left;
    double low = y - top;
    double above = print.at(left, top) * (1 - right) + print.at(left + 1, top) * right;
    double under = print.at(left, top + 1) * (1 - right) + print.at(left + 1, top + 1) * right;
    return (int) (above * (1 - low) + under * low);
  }

  private void letters(Dice dice) {
    for (int letter = 0; letter < 14; letter++) {
      int left = 30 + letter * 40;
      stroke(left, 20, 8, 50);
      stroke(left, 20 + dice.below(40), 26, 8);
    }
    stroke(10, 90, SIDE_PX - 20, 4);
    stroke(SIDE_PX - 12, 10, 4, SIDE_PX - 20);
  }

  private void stroke(int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      Arrays.fill(plate, y * SIDE_PX + left, y * SIDE_PX + left + width, (byte) 40);
    }
  }

  /// The sensor's own noise, two shades either way.
  private void grain(Dice dice) {
    for (int at = 0; at < plate.length; at += 16) {
      long bits = dice.bits();
      for (int i = 0; i < 16; i++) {
        int noise = (int) (bits >>> 4 * i & 3) + (int) (bits >>> 4 * i + 2 & 1) - 2;
        plate[at + i] = (byte) Math.clamp((plate[at + i] & 0xFF) + noise, 0, 255);
      }
    }
  }

  private static int first(int[] counts) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > IN_LINE_MIN) {
        return i;
      }
    }
    return 0;
  }

  private static int last(int[] counts) {
    for (int i = counts.length - 1; i > 0; i--) {
      if (counts[i] > IN_LINE_MIN) {
        return i;
      }
    }
    return counts.length - 1;
  }

  /// The next joint of a finger: ridges across it, below a crease.
  private static final class Joint {
    private static final int CREASE_PX = 26;
    private static final int LENGTH_PX = 330;
    private static final int HALF_WIDTH_PX = 118;
    private static final double PERIOD_PX = 9.5;

    private final double bottom;
    private final double middle;
    private final double wave;

    Joint(GrayImage print, int fgp) {
      int low = 0;
      long weight = 0;
      long sum = 0;
      for (int y = 0; y < print.heightPx(); y++) {
        for (int x = 0; x < print.widthPx(); x++) {
          if (print.at(x, y) < 150) {
            low = y;
            sum += x;
            weight++;
          }
        }
      }
      bottom = low + 1;
      middle = weight == 0 ? print.widthPx() / 2.0 : sum / (double) weight;
      wave = fgp;
    }

    int ink(double x, double y) {
      double down = y - bottom - CREASE_PX;
      double across = Math.abs(x - middle) / HALF_WIDTH_PX;
      if (down < 0 || down > LENGTH_PX || across > 1) {
        return 0;
      }
      double bow = 14 * StrictMath.sin((x + 40 * wave) / 70) + 6 * StrictMath.sin(x / 23 + wave);
      double ridge = StrictMath.sin((down + bow) * 2 * Math.PI / PERIOD_PX);
      return (int) Math.max(0, 170 * ridge);
    }
  }
}
