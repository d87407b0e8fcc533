package org.ridgeline.extract.slap;

import java.util.Arrays;

/// Cuts a finger at its first joint: where a row shows far less of ridges than the rows of the pad
/// do, as a crease and a narrower part between two pads do; else at the longest a pad can be.
final class JointCut {
  private static final int PAD_FROM = FingerSize.cells(0.15);
  private static final int PAD_TO = FingerSize.cells(0.60);
  private static final int JOINT_FROM = FingerSize.cells(0.55);

  /// A row of a joint shows less than this share of what a middle row of the pad shows.
  private static final double JOINT_SHARE = 0.62;

  private static final int REACH = 1;

  private JointCut() {}

  /// The part of a finger above its first joint.
  static FingerShape of(FingerShape finger, SlapCells ridges, FingerSize size) {
    double[] rows = smooth(finger.textureByRow(ridges));
    if (rows.length <= JOINT_FROM) {
      return finger;
    }
    double[] pad = Arrays.copyOfRange(rows, PAD_FROM, Math.min(PAD_TO, rows.length));
    Arrays.sort(pad);
    double joint = JOINT_SHARE * pad[pad.length / 2];
    int end = Math.min(rows.length, size.heightMax());
    int least = end;
    for (int row = JOINT_FROM; row < end; row++) {
      if (rows[row] < joint && (least == end || rows[row] < rows[least])) {
        least = row;
      }
    }
    return least < rows.length ? finger.above(finger.top() + least) : finger;
  }

  private static double[] smooth(double[] rows) {
    double[] out = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      double sum = 0;
      for (int near = row - REACH; near <= row + REACH; near++) {
        sum += rows[Math.clamp(near, 0, rows.length - 1)];
      }
      out[row] = sum;
    }
    return out;
  }
}
