package org.ridgeline.extract.ridge;

import java.util.Arrays;
import org.ridgeline.vocabulary.RidgeCells;
import org.ridgeline.vocabulary.RidgeWaves;

/// How far it is from ridge to ridge, by cell; and which cells show the rim of a smudge instead.
/// - **Shape** `nearest`: index of the period of [Bank#PERIODS] that swings most; `period`: between
///   them, by a parabola through the logarithms; `inside`: the print without its rims
/// - **Unit** pixels
final class Periods {
  /// Where a smudge or a halo ends, grey levels change as slowly as this and no ridges run.
  private static final float RIM_PERIOD = 19;

  /// A print whose rims would be most of it is wet, not smudged: its ridges run together.
  private static final double RIM_SHARE_MAX = 0.5;

  private static final int COUNT = Bank.PERIODS.length;

  private static final Profile.Bands BANDS = new Profile.Bands(withRim());

  final int[] nearest;
  final float[] period;
  final boolean[] inside;
  private final int columns;
  private final int rows;

  private Periods(Plane plane, Flow flow) {
    columns = flow.columns;
    rows = flow.rows;
    int size = columns * rows;
    nearest = new int[size];
    period = new float[size];
    inside = flow.inside.clone();
    float[][] energy = energies(plane, flow);
    dropRims(energy);
    for (int i = 0; i < COUNT; i++) {
      energy[i] = Grid.boxes(energy[i], columns, rows, 2, 2, 2);
    }
    for (int cell = 0; cell < size; cell++) {
      choose(energy, cell);
    }
  }

  private static float[] withRim() {
    float[] periods = Arrays.copyOf(Bank.PERIODS, COUNT + 1);
    periods[COUNT] = RIM_PERIOD;
    return periods;
  }

  static Periods of(Plane plane, Flow flow) {
    return new Periods(plane, flow);
  }

  /// By period, the rim's last, and cell.
  private float[][] energies(Plane plane, Flow flow) {
    Profile profile = new Profile(plane.stride, BANDS);
    float[][] energy = new float[COUNT + 1][columns * rows];
    for (int y = 0; y < rows; y++) {
      int py = Math.min(plane.height - 1, y * RidgeCells.SIDE_PX + RidgeCells.SIDE_PX / 2);
      for (int x = 0; x < columns; x++) {
        int cell = y * columns + x;
        if (inside[cell]) {
          int px = Math.min(plane.width - 1, x * RidgeCells.SIDE_PX + RidgeCells.SIDE_PX / 2);
          int course = Math.round(flow.course(cell) / (float) Math.PI * RidgeWaves.COURSES);
          profile.look(plane.at, plane.row(py) + px, course % RidgeWaves.COURSES);
          for (int i = 0; i <= COUNT; i++) {
            energy[i][cell] = profile.energy(i);
          }
        }
      }
    }
    return energy;
  }

  private void dropRims(float[][] energy) {
    float[] most = new float[columns * rows];
    for (int i = 0; i < COUNT; i++) {
      for (int cell = 0; cell < most.length; cell++) {
        most[cell] = Math.max(most[cell], energy[i][cell]);
      }
    }
    float[] ridges = Grid.boxes(most, columns, rows, 1, 1, 1);
    float[] rims = Grid.boxes(energy[COUNT], columns, rows, 1, 1, 1);
    int cells = 0;
    int dropped = 0;
    for (int cell = 0; cell < most.length; cell++) {
      if (inside[cell]) {
        cells++;
        dropped += rims[cell] > ridges[cell] ? 1 : 0;
      }
    }
    if (dropped > RIM_SHARE_MAX * cells) {
      return;
    }
    for (int cell = 0; cell < most.length; cell++) {
      if (inside[cell] && rims[cell] > ridges[cell]) {
        inside[cell] = false;
        for (int i = 0; i < COUNT; i++) {
          energy[i][cell] = 0;
        }
      }
    }
  }

  private void choose(float[][] energy, int cell) {
    int best = 0;
    for (int i = 1; i < COUNT; i++) {
      if (energy[i][cell] > energy[best][cell]) {
        best = i;
      }
    }
    nearest[cell] = best;
    double off = 0;
    if (inside[cell] && best > 0 && best < COUNT - 1 && energy[best][cell] > 0) {
      double before = StrictMath.log(energy[best - 1][cell] + 1e-9);
      double at = StrictMath.log(energy[best][cell] + 1e-9);
      double after = StrictMath.log(energy[best + 1][cell] + 1e-9);
      double bend = before - 2 * at + after;
      if (bend < -1e-9) {
        off = Math.clamp((before - after) / (2 * bend), -0.5, 0.5);
      }
    }
    period[cell] = (float) (Bank.PERIODS[best] * StrictMath.exp(off * Bank.PERIOD_STEP));
  }
}
