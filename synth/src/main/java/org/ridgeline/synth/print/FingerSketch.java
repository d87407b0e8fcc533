package org.ridgeline.synth.print;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.synth.Dice;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// A finger known by its minutiae only: templates by the million, without drawing an image.
///
/// Size, pattern and flow of ridges are those of the whole finger of the same seed ([FingerMaker]);
/// the minutiae are not that finger's, but as many, as far apart and as directed. A touch is the
/// same [Press] as an image's; on top of it minutiae are missed, moved, mistaken and imagined as an
/// extractor does on prints of that quality.
/// - **Source** densities and rates fitted to templates of this package's own prints, which are
///   compared with real sets in docs/synth.md
public final class FingerSketch {
  private static final int SKETCH = 16;
  private static final int TOUCH = 24;
  private static final int READING = 25;
  private static final double PER_PIXEL = 6.6e-4;
  private static final double NEAREST_PX = 4;
  private static final double APART_PX = 11;

  /// Ridges end less often just behind one another than side by side.
  private static final double ALONG = 0.55;

  private static final double ACROSS = 1.5;

  /// Share of endings on the skin; a touch mistakes some, which leaves 57 in 100.
  private static final double ENDINGS = 0.59;

  /// Minutiae that point elsewhere than their ridge, on the skin and as read.
  private static final double ASTRAY = 0.10;

  private static final double MISREAD = 0.03;
  private static final double ASTRAY_RADIANS = 0.8;

  /// Firmness at which a touch shows ridges well enough to find minutiae in them.
  private static final double FIRM_ROLLED = 0.15;

  private static final double FIRM_PLAIN = 0.28;

  /// A minutia on the skin: pixels from the centre, y down; direction in radians, clockwise.
  private record Mark(double x, double y, double direction, boolean ending, double clarity) {}

  private final FingerPosition position;
  private final Body body;
  private final RidgeFlow flow;
  private final List<Mark> marks;

  private FingerSketch(FingerPosition position, Body body, RidgeFlow flow, List<Mark> marks) {
    this.position = position;
    this.body = body;
    this.flow = flow;
    this.marks = marks;
  }

  /// The sketch of one finger of the person `seed`.
  public static FingerSketch make(long seed, FingerPosition position) {
    Body body = Body.of(seed, position);
    PatternClass pattern = PatternOdds.draw(seed, position);
    RidgeFlow flow = FingerMaker.flow(seed, position, pattern, body);
    Dice dice = Dice.of(seed, SKETCH, position.fgp());
    return new FingerSketch(position, body, flow, marks(body, flow, dice));
  }

  private static List<Mark> marks(Body body, RidgeFlow flow, Dice dice) {
    // Neighbours tend to point the same way: ridges are let in or end along a whole front.
    Waves fronts = new Waves(dice, 4, 1, 110);
    double dense = dice.normal(1, 0.15, 2);
    int tries = (int) (dense * PER_PIXEL * Finger.WIDTH_PX * Finger.HEIGHT_PX);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < tries; i++) {
      double x = dice.between(-Finger.WIDTH_PX / 2.0, Finger.WIDTH_PX / 2.0);
      double y = dice.between(-Finger.HEIGHT_PX / 2.0, Finger.HEIGHT_PX / 2.0);
      double room = dice.uniform();
      double ridge = -flow.at(x, -y);
      if (body.covers(x, -y) && isFree(marks, new Spot(x, y, ridge), room)) {
        boolean forward = fronts.at(x, y) + 1.3 * dice.normal() > 0;
        double direction = ridge + (forward ? Math.PI : 0) + astray(dice, 0.1, ASTRAY);
        marks.add(new Mark(x, y, direction, dice.chance(ENDINGS), dice.uniform()));
      }
    }
    return marks;
  }

  /// A place, and which way its ridge runs.
  private record Spot(double x, double y, double ridge) {}

  /// Most directions are off by little, some by anything.
  private static double astray(Dice dice, double usual, double chance) {
    return dice.chance(chance) ? dice.normal(0, ASTRAY_RADIANS, 3) : dice.normal(0, usual, 3);
  }

  private static boolean isFree(List<Mark> marks, Spot spot, double room) {
    double reach = NEAREST_PX + (APART_PX - NEAREST_PX) * room;
    double cos = Trig.cos(spot.ridge);
    double sin = Trig.sin(spot.ridge);
    for (Mark mark : marks) {
      double dx = mark.x - spot.x;
      double dy = mark.y - spot.y;
      if (Math.abs(dx) < 2 * reach && Math.abs(dy) < 2 * reach) {
        double along = ALONG * (cos * dx + sin * dy);
        double across = ACROSS * (cos * dy - sin * dx);
        if (along * along + across * across < reach * reach) {
          return false;
        }
      }
    }
    return true;
  }

  /// The template of one touch, at 500 ppi whatever the style says: each seed is another.
  public Template impression(long seed, ImpressionStyle style) {
    Press press = new Press(body.size(), style, Dice.of(seed, TOUCH, position.fgp()));
    Dice dice = Dice.of(seed, READING, position.fgp());
    double bad = 1 - style.quality() / 100.0;
    double lost = 0.03 + 0.65 * bad * bad;
    double firm = style.kind() == ImpressionStyle.Kind.ROLLED ? FIRM_ROLLED : FIRM_PLAIN;
    List<Minutia> found = new ArrayList<>();
    for (Mark mark : marks) {
      double blur = dice.normal(0, 0.10, 3);
      if (press.firmness(mark.x, mark.y) > firm && mark.clarity + blur > lost) {
        add(found, press, style, read(mark, bad, dice));
      }
    }
    int imagined = (int) (marks.size() * (0.03 + 0.4 * bad * bad) * 2 * dice.uniform());
    for (int i = 0; i < imagined; i++) {
      double x = dice.between(-220, 220);
      double y = dice.between(-250, 250);
      double direction = -flow.at(x, -y) + (dice.chance(0.5) ? Math.PI : 0);
      if (press.firmness(x, y) > firm - 0.07) {
        add(found, press, style, new Mark(x, y, direction, dice.chance(0.6), 0));
      }
    }
    int width = style.kind().widthPx();
    int height = style.kind().heightPx();
    return new Template(width, height, 500, style.quality(), found);
  }

  /// The mark as an extractor would measure it.
  private static Mark read(Mark mark, double bad, Dice dice) {
    double off = 0.5 + 0.7 * bad;
    return new Mark(
        mark.x + dice.normal(0, off, 3),
        mark.y + dice.normal(0, off, 3),
        mark.direction + astray(dice, 0.035 + 0.09 * bad, MISREAD),
        dice.chance(0.06 + 0.2 * bad) != mark.ending,
        mark.clarity);
  }

  private static void add(List<Minutia> found, Press press, ImpressionStyle style, Mark mark) {
    double[] at = press.image(mark.x, mark.y);
    double[] ahead =
        press.image(mark.x + 8 * Trig.cos(mark.direction), mark.y + 8 * Trig.sin(mark.direction));
    double turn = Trig.atan2(ahead[1] - at[1], ahead[0] - at[0]) / (2 * Math.PI);
    int direction = (int) Math.round(turn * 65_536) & 0xFFFF;
    int x = (int) Math.round(at[0] + style.kind().widthPx() / 2.0);
    int y = (int) Math.round(at[1] + style.kind().heightPx() / 2.0);
    if (x < 0 || y < 0 || x >= style.kind().widthPx() || y >= style.kind().heightPx()) {
      return;
    }
    int quality = Math.clamp(Math.round(style.quality() * (0.5 + mark.clarity / 2)), 0, 100);
    found.add(
        mark.ending
            ? new Minutia.RidgeEnding(x, y, direction, quality)
            : new Minutia.Bifurcation(x, y, direction, quality));
  }
}
