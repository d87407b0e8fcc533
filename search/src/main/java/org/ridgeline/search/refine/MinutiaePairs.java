package org.ridgeline.search.refine;

import java.util.Arrays;

/// Minutiae of one print and those of another that they are taken to be.
/// - **Shape** `count` pairs; `missPx`, `missTurn`: how far the second lies from where the other
///   pairs foresee it; `nearestPx`: how far the nearest of them is
/// - **Unit** pixels; `missTurn` in 1/512 of a turn
final class MinutiaePairs {
  int count;
  final int[] one = new int[ReadyMinutiae.MOST];
  final int[] other = new int[ReadyMinutiae.MOST];
  final float[] x = new float[ReadyMinutiae.MOST];
  final float[] y = new float[ReadyMinutiae.MOST];
  final float[] otherX = new float[ReadyMinutiae.MOST];
  final float[] otherY = new float[ReadyMinutiae.MOST];
  final float[] cos = new float[ReadyMinutiae.MOST];
  final float[] sin = new float[ReadyMinutiae.MOST];
  final float[] weight = new float[ReadyMinutiae.MOST];
  final float[] missPx = new float[ReadyMinutiae.MOST];
  final float[] missTurn = new float[ReadyMinutiae.MOST];
  final float[] nearestPx = new float[ReadyMinutiae.MOST];

  /// Of each minutia, its pair's number, or -1.
  final int[] ofOne = new int[ReadyMinutiae.MOST];

  final int[] ofOther = new int[ReadyMinutiae.MOST];
  private ReadyMinutiae first = new ReadyMinutiae();
  private ReadyMinutiae second = first;

  /// Begins anew.
  void clear(ReadyMinutiae of, ReadyMinutiae with) {
    first = of;
    second = with;
    count = 0;
    Arrays.fill(ofOne, 0, of.count, -1);
    Arrays.fill(ofOther, 0, with.count, -1);
  }

  /// Adds a pair of two that have none yet; its number.
  int add(int i, int j, float weighs) {
    int pair = count++;
    one[pair] = i;
    other[pair] = j;
    ofOne[i] = pair;
    ofOther[j] = pair;
    x[pair] = first.x[i];
    y[pair] = first.y[i];
    otherX[pair] = second.x[j];
    otherY[pair] = second.y[j];
    int turn = second.turn[j] - first.turn[i] & 511;
    cos[pair] = Overlay.cos(turn);
    sin[pair] = Overlay.sin(turn);
    weight[pair] = weighs;
    return pair;
  }
}
