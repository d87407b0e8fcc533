package org.ridgeline.search.refine;

import org.ridgeline.vocabulary.Angle;

/// Where a place of one print lies in the other, by the pairs around it: the nearer a pair, the
/// more it says, so that a bent print is followed.
///
/// The fit is a turn, a stretch the same both ways, and a move, by weighted least squares; held to
/// the turn of the pairs' directions, and to no stretch.
/// - **Unit** pixels; `turn` in 1/512 of a turn
final class LocalFit {
  /// No place is foreseen farther than this from every pair.
  private static final float REACH_PX = 100;

  private static final float NEAR_PX = 40;

  /// How firmly the directions hold the turn: as pairs do whose weighted squared distances from
  /// their middle sum up to this.
  private static final float HELD = 900;

  private static final float MEAN_WEIGHT = 0.5f;
  private static final float NOT_ZERO = 1e-6f;
  private static final float TURN = (float) (512 / (2 * Math.PI));

  float x;
  float y;
  float turn;
  float nearestPx;
  private final MinutiaePairs pairs;
  private float meanCos;
  private float meanSin;

  LocalFit(MinutiaePairs pairs) {
    this.pairs = pairs;
  }

  /// Takes the mean turn of the pairs, for where none is near.
  void begin() {
    meanCos = 0;
    meanSin = 0;
    for (int pair = 0; pair < pairs.count; pair++) {
      meanCos += pairs.cos[pair];
      meanSin += pairs.sin[pair];
    }
    float size = (float) Math.sqrt(meanCos * meanCos + meanSin * meanSin) + NOT_ZERO;
    meanCos /= size;
    meanSin /= size;
  }

  /// Foresees where a place of the first print lies in the second, by all pairs but one (-1: by
  /// all); false where no pair is near enough.
  boolean foresee(float placeX, float placeY, int but) {
    return lay(new From(pairs.x, pairs.y, pairs.otherX, pairs.otherY, 1), placeX, placeY, but);
  }

  /// The other way round.
  boolean foreseeBack(float placeX, float placeY) {
    return lay(new From(pairs.otherX, pairs.otherY, pairs.x, pairs.y, -1), placeX, placeY, -1);
  }

  /// Which print is laid on which.
  private record From(float[] x, float[] y, float[] toX, float[] toY, float sense) {}

  private boolean lay(From from, float placeX, float placeY, int but) {
    float sum = 0;
    float sumX = 0;
    float sumY = 0;
    float sumToX = 0;
    float sumToY = 0;
    float along = 0;
    float across = 0;
    float squares = 0;
    float cos = MEAN_WEIGHT * meanCos;
    float sin = MEAN_WEIGHT * meanSin;
    float least = Float.MAX_VALUE;
    for (int pair = 0; pair < pairs.count; pair++) {
      if (pair == but) {
        continue;
      }
      float dx = from.x[pair] - placeX;
      float dy = from.y[pair] - placeY;
      float square = dx * dx + dy * dy;
      least = Math.min(least, square);
      float nearness = 1 / (1 + square / (NEAR_PX * NEAR_PX));
      float weight = pairs.weight[pair] * nearness * nearness;
      float toX = from.toX[pair] - from.toX[0];
      float toY = from.toY[pair] - from.toY[0];
      sum += weight;
      sumX += weight * dx;
      sumY += weight * dy;
      sumToX += weight * toX;
      sumToY += weight * toY;
      along += weight * (dx * toX + dy * toY);
      across += weight * (dx * toY - dy * toX);
      squares += weight * square;
      cos += weight * pairs.cos[pair];
      sin += weight * pairs.sin[pair];
    }
    if (least > REACH_PX * REACH_PX) {
      return false;
    }
    nearestPx = (float) Math.sqrt(least);
    float held = HELD / ((float) Math.sqrt(cos * cos + sin * sin) + NOT_ZERO);
    float x0 = sumX / sum;
    float y0 = sumY / sum;
    float spread = squares - sum * (x0 * x0 + y0 * y0) + HELD;
    float real = (along - (x0 * sumToX + y0 * sumToY) + held * cos) / spread;
    float imaginary = (across - (x0 * sumToY - y0 * sumToX) + from.sense * held * sin) / spread;
    x = from.toX[0] + sumToX / sum - (real * x0 - imaginary * y0);
    y = from.toY[0] + sumToY / sum - (imaginary * x0 + real * y0);
    turn = TURN * Angle.of(imaginary, real);
    return true;
  }
}
