package org.ridgeline.extract.ridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ridgeline.vocabulary.PhaseMinutia;
import org.ridgeline.vocabulary.RidgeCells;
import org.ridgeline.vocabulary.RidgeWaves;

/// Minutiae as vortices of the phase: walking round four neighbouring points, the phase comes back
/// a whole turn further or behind where a ridge more lies on one side than on the other.
///
/// Opposite vortices close to each other are a flaw of a ridge, a pore or a break, and cancel.
final class Vortices {
  /// Opposite vortices nearer than this cancel, pixels.
  private static final float FLAW_PX = 11;

  /// Cells of print that must lie around a minutia: at the rim every ridge ends.
  private static final int RIM_CELLS = 2;

  /// The same where a print has few minutiae otherwise, a small or a broken one: what stands at its
  /// rim is better than nothing to lay it by. By hand, on public development sets and fictional
  /// prints, 2026-11-30.
  private static final int NARROW_RIM_CELLS = 1;

  private static final int FEW = 30;

  /// With fewer, there is no telling a print from a smudge, and none is looked for at the rim.
  private static final int TOO_FEW = 6;

  /// Most that are kept, the clearest first.
  private static final int KEPT = 90;

  private static final double RING_PX = 12;
  private static final int RING_POINTS = 16;
  private static final int STEP = RidgeWaves.STEP_PX;

  private final Waves waves;
  private final Flow flow;
  private final Periods periods;
  private final List<Vortex> found = new ArrayList<>();
  private final Corners corners = new Corners();

  private record Vortex(float x, float y, float course, int sign, float clarity) {}

  private Vortices(Waves waves, Flow flow, Periods periods) {
    this.waves = waves;
    this.flow = flow;
    this.periods = periods;
  }

  static List<PhaseMinutia> of(Waves waves, Flow flow, Periods periods) {
    List<PhaseMinutia> minutiae = new Vortices(waves, flow, periods).found(RIM_CELLS);
    if (minutiae.size() < TOO_FEW || minutiae.size() >= FEW) {
      return minutiae;
    }
    // What stands at the rim may cancel what stands within: no print is to be left with less.
    List<PhaseMinutia> more = new Vortices(waves, flow, periods).found(NARROW_RIM_CELLS);
    return more.size() > minutiae.size() ? more : minutiae;
  }

  private List<PhaseMinutia> found(int rim) {
    find(rim);
    return clearest();
  }

  private void find(int rim) {
    for (int y = 0; y + 1 < waves.rows; y++) {
      for (int x = 0; x + 1 < waves.columns; x++) {
        int sign = turns(y * waves.columns + x);
        if (sign != 0 && isWithin(x, y, rim)) {
          keep(x, y, sign);
        }
      }
    }
  }

  /// Turns of the phase round a point and its neighbours right, below right and below.
  private int turns(int at) {
    int columns = waves.columns;
    load(0, at, at);
    load(1, at + 1, at);
    load(2, at + columns + 1, at);
    load(3, at + columns, at);
    return corners.isBlank() ? 0 : corners.turns();
  }

  /// A point's value, negated in phase where its normal is opposed to the first's.
  private void load(int corner, int at, int first) {
    int apart = Math.abs(waves.course[at] - waves.course[first]);
    corners.re[corner] = waves.real[at];
    corners.im[corner] =
        apart > RidgeWaves.COURSES / 2 ? -waves.imaginary[at] : waves.imaginary[at];
  }

  private boolean isWithin(int x, int y, int rim) {
    int column = (x * STEP + 1) / RidgeCells.SIDE_PX;
    int row = (y * STEP + 1) / RidgeCells.SIDE_PX;
    for (int dy = -rim; dy <= rim; dy++) {
      for (int dx = -rim; dx <= rim; dx++) {
        int cx = column + dx;
        int cy = row + dy;
        if (cx < 0 || cy < 0 || cx >= flow.columns || cy >= flow.rows) {
          return false;
        }
        if (!periods.inside[cy * flow.columns + cx]) {
          return false;
        }
      }
    }
    return true;
  }

  private void keep(int x, int y, int sign) {
    corners.settle();
    int at = y * waves.columns + x;
    int cell =
        (y * STEP + 1) / RidgeCells.SIDE_PX * flow.columns + (x * STEP + 1) / RidgeCells.SIDE_PX;
    float course = (float) Math.PI * waves.course[at] / RidgeWaves.COURSES;
    float left = STEP * (x + corners.across);
    float top = STEP * (y + corners.down);
    found.add(new Vortex(left, top, course, sign, flow.clarity[cell]));
  }

  private record Pair(float distance, int one, int other) {}

  private List<PhaseMinutia> clearest() {
    List<Pair> flaws = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      for (int j = i + 1; j < found.size(); j++) {
        if (found.get(i).sign() * found.get(j).sign() < 0) {
          float dx = found.get(i).x() - found.get(j).x();
          float dy = found.get(i).y() - found.get(j).y();
          float distance = (float) Math.sqrt(dx * dx + dy * dy);
          if (distance < FLAW_PX) {
            flaws.add(new Pair(distance, i, j));
          }
        }
      }
    }
    flaws.sort(Comparator.comparingDouble(Pair::distance));
    boolean[] gone = new boolean[found.size()];
    for (Pair flaw : flaws) {
      if (!gone[flaw.one()] && !gone[flaw.other()]) {
        gone[flaw.one()] = true;
        gone[flaw.other()] = true;
      }
    }
    List<Vortex> kept = new ArrayList<>();
    for (int i = 0; i < gone.length; i++) {
      if (!gone[i]) {
        kept.add(found.get(i));
      }
    }
    kept.sort(Comparator.comparingDouble(Vortex::clarity).reversed());
    return kept.stream().limit(KEPT).map(this::minutia).toList();
  }

  private PhaseMinutia minutia(Vortex vortex) {
    double direction = vortex.course() + (vortex.sign() > 0 ? Math.PI : 0);
    float ring = ring(vortex);
    float weight = ring * ring * Math.min(1, 1.5f * vortex.clarity());
    return new PhaseMinutia(
        vortex.x(), vortex.y(), (float) direction, weight, isRidge(vortex, direction));
  }

  /// How clear the ridges are around a minutia: the mean size on a ring.
  private float ring(Vortex vortex) {
    float sum = 0;
    for (int i = 0; i < RING_POINTS; i++) {
      double angle = 2 * Math.PI * i / RING_POINTS;
      int at =
          at(
              vortex.x() + RING_PX * StrictMath.cos(angle),
              vortex.y() + RING_PX * StrictMath.sin(angle));
      if (at >= 0) {
        float a = waves.real[at];
        float b = waves.imaginary[at];
        sum += (float) Math.sqrt(a * a + b * b);
      }
    }
    return sum / RING_POINTS;
  }

  /// Whether what begins ahead of the vortex is dark: a ridge that ends there.
  private boolean isRidge(Vortex vortex, double direction) {
    int at =
        at(vortex.x() + 6 * StrictMath.cos(direction), vortex.y() + 6 * StrictMath.sin(direction));
    return at >= 0 && waves.real[at] < 0;
  }

  private int at(double x, double y) {
    int column = (int) Math.round(x / STEP);
    int row = (int) Math.round(y / STEP);
    return column < 0 || row < 0 || column >= waves.columns || row >= waves.rows
        ? -1
        : row * waves.columns + column;
  }
}
