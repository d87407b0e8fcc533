package org.ridgeline.vocabulary;

/// Unpacks ridges: reads the cells, and lets each wave go on into the points around.
final class RidgeParser {
  private static final float TURN = (float) (2 * Math.PI);

  private final RidgeModel model;
  private final BitDecoder in;
  private final int widthPx;
  private final int heightPx;

  RidgeParser(byte[] bytes, int from, int widthPx, int heightPx) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    int side = RidgeCells.SIDE_PX;
    model = new RidgeModel((widthPx + side - 1) / side, (heightPx + side - 1) / side);
    in = new BitDecoder(bytes, from);
    for (int y = 0; y < model.rows; y++) {
      for (int x = 0; x < model.columns; x++) {
        read(x, y);
      }
    }
  }

  private void read(int x, int y) {
    int cell = y * model.columns + x;
    model.inside[cell] = in.symbol(model.insideOdds[model.insideContext(x, y)], 1) == 1;
    if (!model.inside[cell]) {
      return;
    }
    int known = model.known(x, y);
    int course = in.symbol(model.courseOdds[known], RidgeModel.COURSE_BITS);
    model.course[cell] =
        Math.floorMod(
            model.courseForetold(x, y) + course - RidgeModel.COURSES / 2, RidgeModel.COURSES);
    int period = in.symbol(model.periodOdds[known], RidgeModel.PERIOD_BITS);
    model.period[cell] =
        Math.floorMod(
            model.periodForetold(x, y) + period - RidgeModel.PERIODS / 2, RidgeModel.PERIODS);
    model.size[cell] = in.symbol(model.sizeOdds[model.sizeContext(x, y)], RidgeModel.SIZE_BITS);
    int phase = RidgeModel.PHASES / 2;
    if (model.size[cell] > 0) {
      phase =
          in.symbol(
              model.phaseOdds[known * RidgeModel.SIZES + model.size[cell]], RidgeModel.PHASE_BITS);
    }
    model.phase[cell] =
        Math.floorMod(model.phaseForetold(x, y) + phase - RidgeModel.PHASES / 2, RidgeModel.PHASES);
  }

  Ridges ridges() {
    int size = model.columns * model.rows;
    float[] course = new float[size];
    float[] period = new float[size];
    float[] clarity = new float[size];
    for (int i = 0; i < size; i++) {
      course[i] = (float) Math.PI * model.course[i] / RidgeModel.COURSES;
      period[i] = RidgeModel.periodPx(model.period[i]);
      clarity[i] = model.inside[i] ? 1 : 0;
    }
    RidgeCells cells = new RidgeCells(model.columns, model.rows, course, period, clarity);
    return new Ridges(waves(), cells);
  }

  private RidgeWaves waves() {
    int columns = widthPx / RidgeWaves.STEP_PX;
    int rows = heightPx / RidgeWaves.STEP_PX;
    Points points = new Points(columns, rows);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int cell = (y / 4) * model.columns + x / 4;
        if (model.inside[cell]) {
          points.fill(x, y, cell);
        }
      }
    }
    return new RidgeWaves(columns, rows, points.real, points.imaginary, points.course);
  }

  /// The wave's points, each a mixture of what the four nearest centres' waves have there.
  private final class Points {
    final float[] real;
    final float[] imaginary;
    final byte[] course;
    private final int columns;
    private final float[] cellReal = new float[model.inside.length];
    private final float[] cellImaginary = new float[model.inside.length];
    private final float[] cellCosine = new float[model.inside.length];
    private final float[] cellSine = new float[model.inside.length];
    private final int[] cellKind = new int[model.inside.length];
    private float cosine;
    private float sine;
    private float sumReal;
    private float sumImaginary;
    private float sumCosine;
    private float sumSine;

    Points(int columns, int rows) {
      this.columns = columns;
      real = new float[columns * rows];
      imaginary = new float[columns * rows];
      course = new byte[columns * rows];
      for (int i = 0; i < cellReal.length; i++) {
        float phase = TURN * model.phase[i] / RidgeModel.PHASES;
        cellReal[i] = RidgeModel.sizeOf(model.size[i]) * Sines.cosine(phase);
        cellImaginary[i] = RidgeModel.sizeOf(model.size[i]) * Sines.sine(phase);
        float twice = TURN * model.course[i] / RidgeModel.COURSES;
        cellCosine[i] = Sines.cosine(twice);
        cellSine[i] = Sines.sine(twice);
        cellKind[i] = model.kind(i);
      }
    }

    void fill(int x, int y, int own) {
      // Centres lie at points 4·n + 2.
      int left = Math.floorDiv(x - 2, 4);
      int top = Math.floorDiv(y - 2, 4);
      float right = (x - 2 - 4 * left) / 4f;
      float down = (y - 2 - 4 * top) / 4f;
      sumReal = 0;
      sumImaginary = 0;
      sumCosine = 0;
      sumSine = 0;
      for (int corner = 0; corner < 4; corner++) {
        int cx = left + (corner & 1);
        int cy = top + (corner >> 1);
        float weight =
            ((corner & 1) == 0 ? 1 - right : right) * (corner >> 1 == 0 ? 1 - down : down);
        boolean isWithin = cx >= 0 && cy >= 0 && cx < model.columns && cy < model.rows;
        if (isWithin && model.inside[cy * model.columns + cx]) {
          move(cellKind[cy * model.columns + cx], x - 4 * cx + 2, y - 4 * cy + 2);
          add(cy * model.columns + cx, own, weight);
        }
      }
      int at = y * columns + x;
      float twice = Angle.of(sumSine, sumCosine) / TURN;
      int steps = Math.floorMod(Math.round(twice * RidgeWaves.COURSES), RidgeWaves.COURSES);
      course[at] = (byte) steps;
      boolean isOpposed =
          RidgeModel.areOpposed(steps * RidgeModel.COURSES / RidgeWaves.COURSES, model.course[own]);
      real[at] = sumReal;
      imaginary[at] = isOpposed ? -sumImaginary : sumImaginary;
    }

    /// How a kind of wave turns from its cell's centre to a point: across and down one after the
    /// other.
    private void move(int kind, int across, int down) {
      int x = kind * MovedPhases.PLACES + across;
      int y = kind * MovedPhases.PLACES + down;
      cosine =
          MovedPhases.COSINE_X[x] * MovedPhases.COSINE_Y[y]
              - MovedPhases.SINE_X[x] * MovedPhases.SINE_Y[y];
      sine =
          MovedPhases.SINE_X[x] * MovedPhases.COSINE_Y[y]
              + MovedPhases.COSINE_X[x] * MovedPhases.SINE_Y[y];
    }

    private void add(int cell, int own, float weight) {
      float r = cellReal[cell] * cosine - cellImaginary[cell] * sine;
      float i = cellReal[cell] * sine + cellImaginary[cell] * cosine;
      boolean isOpposed = RidgeModel.areOpposed(model.course[cell], model.course[own]);
      sumReal += weight * r;
      sumImaginary += weight * (isOpposed ? -i : i);
      sumCosine += weight * cellCosine[cell];
      sumSine += weight * cellSine[cell];
    }
  }
}
