package org.ridgeline.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ridgeline.casework.verification.Limits;
import org.ridgeline.casework.verification.Mark.Spot;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// What a simulated examiner sees in two prints of a finger: laid on one another as well as a turn
/// and a move can, which features meet, and where one has none.
///
/// Every feature of the left print is tried on every one of the right; the turn and move under
/// which most meet are kept, corrected once by what meets there.
/// - **Shape** `within` features of the left print that lie where the right one shows ridges; `met`
///   pairs of those that meet; `lone` a place of the left print that shows a feature and its place
///   in the right one, which shows none
/// - **Unit** pixels of plates; directions in 1/65536 of a turn
record DemoSight(int within, List<Met> met, Optional<Lone> lone) {
  private static final int REACH_PX = 14;
  private static final int NEAR_PX = 40;
  private static final int EMPTY_PX = 26;
  private static final int TURN_MAX = 65_536 / 8;
  private static final int SLACK = 65_536 / 20;

  private static final int MET_MIN = 14;
  private static final int WITHIN_MIN = 18;
  private static final double AGREES_SHARE = 0.44;
  private static final double DIFFERS_SHARE = 0.36;

  /// Two features that meet.
  record Met(boolean isEnding, Spot left, Spot right) {}

  /// A feature that the other print lacks.
  record Lone(boolean isEnding, Spot left, Spot right) {}

  DemoSight {
    met = List.copyOf(met);
  }

  /// Whether the prints are of one finger, as far as features tell.
  boolean agrees() {
    return met.size() >= MET_MIN && met.size() >= AGREES_SHARE * within;
  }

  /// Whether they are of two.
  boolean differs() {
    return within >= WITHIN_MIN && met.size() < DIFFERS_SHARE * within;
  }

  /// Looks at a left and a right print.
  static DemoSight of(Template left, Template right) {
    List<Minutia> from = left.minutiae();
    Field to = Field.of(right.minutiae());
    Laid best = Laid.of(0, 0, 0);
    int most = -1;
    for (Minutia one : from) {
      for (Minutia other : to.all()) {
        int turn = (short) (other.direction() - one.direction());
        if (Math.abs(turn) <= TURN_MAX) {
          Laid laid = Laid.on(one, other, turn);
          int count = laid.met(from, to, new int[from.size()]);
          if (count > most) {
            most = count;
            best = laid;
          }
        }
      }
    }
    return best.corrected(from, to).seen(from, to);
  }

  /// The right print's features, found by their place.
  /// - **Shape** `cells` numbers of the features in and around each cell, row by row
  private record Field(List<Minutia> all, int[][] cells) {
    private static final int SIDE = Limits.PLATE_SIDE_PX_MAX / REACH_PX + 1;
    private static final int[] NONE = {};

    static Field of(List<Minutia> all) {
      int[][] cells = new int[SIDE * SIDE][];
      Arrays.fill(cells, NONE);
      for (int i = 0; i < all.size(); i++) {
        int column = all.get(i).x() / REACH_PX;
        int row = all.get(i).y() / REACH_PX;
        for (int y = Math.max(0, row - 1); y <= Math.min(SIDE - 1, row + 1); y++) {
          for (int x = Math.max(0, column - 1); x <= Math.min(SIDE - 1, column + 1); x++) {
            int[] cell = cells[y * SIDE + x];
            cells[y * SIDE + x] = Arrays.copyOf(cell, cell.length + 1);
            cells[y * SIDE + x][cell.length] = i;
          }
        }
      }
      return new Field(all, cells);
    }

    int[] near(double x, double y) {
      int column = (int) Math.floor(x / REACH_PX);
      int row = (int) Math.floor(y / REACH_PX);
      boolean inside = column >= 0 && row >= 0 && column < SIDE && row < SIDE;
      return inside ? cells[row * SIDE + column] : NONE;
    }
  }

  /// A turn and a move.
  private record Laid(double turn, double cos, double sin, double moveX, double moveY) {
    static Laid of(double turn, double moveX, double moveY) {
      double angle = turn * 2 * Math.PI / 65_536;
      return new Laid(turn, Math.cos(angle), Math.sin(angle), moveX, moveY);
    }

    static Laid on(Minutia one, Minutia other, double turn) {
      Laid turned = of(turn, 0, 0);
      return of(turn, other.x() - turned.x(one), other.y() - turned.y(one));
    }

    double x(Minutia one) {
      return cos * one.x() - sin * one.y() + moveX;
    }

    double y(Minutia one) {
      return sin * one.x() + cos * one.y() + moveY;
    }

    /// For each left feature the number of the right one it meets, -1 for none; how many meet.
    int met(List<Minutia> from, Field to, int[] partner) {
      boolean[] taken = new boolean[to.all().size()];
      int count = 0;
      for (int i = 0; i < partner.length; i++) {
        partner[i] = nearest(from.get(i), to, taken);
        if (partner[i] >= 0) {
          taken[partner[i]] = true;
          count++;
        }
      }
      return count;
    }

    private int nearest(Minutia one, Field to, boolean[] taken) {
      double x = x(one);
      double y = y(one);
      int nearest = -1;
      double least = REACH_PX * REACH_PX;
      for (int j : to.near(x, y)) {
        Minutia other = to.all().get(j);
        double dx = other.x() - x;
        double dy = other.y() - y;
        double square = dx * dx + dy * dy;
        int off = (short) (other.direction() - one.direction() - (int) turn);
        if (square <= least && Math.abs(off) <= SLACK && !taken[j]) {
          least = square;
          nearest = j;
        }
      }
      return nearest;
    }

    /// Moved by what those that meet are off on the whole.
    Laid corrected(List<Minutia> from, Field to) {
      int[] partner = new int[from.size()];
      int count = met(from, to, partner);
      double offX = 0;
      double offY = 0;
      for (int i = 0; i < partner.length; i++) {
        if (partner[i] >= 0) {
          offX += to.all().get(partner[i]).x() - x(from.get(i));
          offY += to.all().get(partner[i]).y() - y(from.get(i));
        }
      }
      return count == 0 ? this : of(turn, moveX + offX / count, moveY + offY / count);
    }

    DemoSight seen(List<Minutia> from, Field to) {
      int[] partner = new int[from.size()];
      met(from, to, partner);
      List<Met> met = new ArrayList<>();
      Optional<Lone> lone = Optional.empty();
      int within = 0;
      for (int i = 0; i < partner.length; i++) {
        Minutia one = from.get(i);
        double[] apart = apart(one, to.all());
        within += apart.length > 1 && apart[1] <= NEAR_PX ? 1 : 0;
        if (partner[i] >= 0) {
          Minutia other = to.all().get(partner[i]);
          met.add(
              new Met(isEnding(one), new Spot(one.x(), one.y()), new Spot(other.x(), other.y())));
        } else if (lone.isEmpty() && isBare(apart)) {
          lone =
              Optional.of(
                  new Lone(isEnding(one), new Spot(one.x(), one.y()), new Spot(x(one), y(one))));
        }
      }
      return new DemoSight(within, met, lone);
    }

    /// Nothing is near, and yet there is print all around.
    private static boolean isBare(double[] apart) {
      return apart.length > 3 && apart[0] > EMPTY_PX && apart[3] < 2 * NEAR_PX;
    }

    /// How far the right print's features are from where a left one comes to lie, nearest first.
    private double[] apart(Minutia one, List<Minutia> to) {
      double x = x(one);
      double y = y(one);
      double[] apart =
          to.stream().mapToDouble(other -> Math.hypot(other.x() - x, other.y() - y)).toArray();
      Arrays.sort(apart);
      return apart;
    }
  }

  private static boolean isEnding(Minutia minutia) {
    return minutia instanceof Minutia.RidgeEnding;
  }
}
