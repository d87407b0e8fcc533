package org.ridgeline.vocabulary;

/// How far each kind of wave turns on the way from a cell's centre to the points around it.
/// - **Shape** by kind ([RidgeModel#kind]) and place: [#PLACES] points a side, the centre's at
///   `PLACES / 2`, two pixels apart
final class MovedPhases {
  static final int PLACES = 8;
  static final float[] COSINE_X = new float[RidgeModel.KINDS * PLACES];
  static final float[] SINE_X = new float[RidgeModel.KINDS * PLACES];
  static final float[] COSINE_Y = new float[RidgeModel.KINDS * PLACES];
  static final float[] SINE_Y = new float[RidgeModel.KINDS * PLACES];

  static {
    for (int kind = 0; kind < RidgeModel.KINDS; kind++) {
      for (int place = 0; place < PLACES; place++) {
        int px = RidgeWaves.STEP_PX * (place - PLACES / 2);
        double across = (double) RidgeModel.waveX(kind) * px;
        double down = (double) RidgeModel.waveY(kind) * px;
        COSINE_X[kind * PLACES + place] = (float) StrictMath.cos(across);
        SINE_X[kind * PLACES + place] = (float) StrictMath.sin(across);
        COSINE_Y[kind * PLACES + place] = (float) StrictMath.cos(down);
        SINE_Y[kind * PLACES + place] = (float) StrictMath.sin(down);
      }
    }
  }

  private MovedPhases() {}
}
