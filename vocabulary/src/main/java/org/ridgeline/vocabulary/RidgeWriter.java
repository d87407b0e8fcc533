package org.ridgeline.vocabulary;

/// Packs ridges, cell by cell.
final class RidgeWriter {
  private final RidgeModel model;
  private final BitEncoder out = new BitEncoder();

  RidgeWriter(Ridges ridges) {
    RidgeCells cells = ridges.cells();
    model = new RidgeModel(cells.columns(), cells.rows());
    for (int y = 0; y < model.rows; y++) {
      for (int x = 0; x < model.columns; x++) {
        measure(ridges, x, y);
        write(x, y);
      }
    }
  }

  byte[] bytes() {
    return out.bytes();
  }

  private void measure(Ridges ridges, int x, int y) {
    RidgeCells cells = ridges.cells();
    RidgeWaves waves = ridges.waves();
    int cell = y * model.columns + x;
    int column = Math.min(waves.columns() - 1, 4 * x + 2);
    int row = Math.min(waves.rows() - 1, 4 * y + 2);
    model.inside[cell] = cells.isInside(cell) && column >= 0 && row >= 0;
    if (!model.inside[cell]) {
      return;
    }
    double steps = cells.course(cell) / Math.PI * RidgeModel.COURSES;
    model.course[cell] = Math.floorMod(Math.round(steps), RidgeModel.COURSES);
    model.period[cell] = RidgeModel.periodStep(cells.period(cell));
    int point = row * waves.columns() + column;
    float real = waves.real(point);
    float imaginary = waves.imaginary(point);
    // The point's normal is that of its own course; the cell's may be its opposite.
    int own = waves.course(point) * RidgeModel.COURSES / RidgeWaves.COURSES;
    if (RidgeModel.areOpposed(own, model.course[cell])) {
      imaginary = -imaginary;
    }
    double turns = Angle.of(imaginary, real) / (2 * Math.PI);
    model.phase[cell] = Math.floorMod(Math.round(turns * RidgeModel.PHASES), RidgeModel.PHASES);
    float size = (float) Math.sqrt(real * real + imaginary * imaginary);
    model.size[cell] = RidgeModel.sizeStep(size);
  }

  private void write(int x, int y) {
    int cell = y * model.columns + x;
    out.symbol(model.insideOdds[model.insideContext(x, y)], 1, model.inside[cell] ? 1 : 0);
    if (!model.inside[cell]) {
      return;
    }
    int known = model.known(x, y);
    int course = model.course[cell] - model.courseForetold(x, y);
    out.symbol(
        model.courseOdds[known],
        RidgeModel.COURSE_BITS,
        Math.floorMod(course + RidgeModel.COURSES / 2, RidgeModel.COURSES));
    int period = model.period[cell] - model.periodForetold(x, y);
    out.symbol(
        model.periodOdds[known],
        RidgeModel.PERIOD_BITS,
        Math.floorMod(period + RidgeModel.PERIODS / 2, RidgeModel.PERIODS));
    out.symbol(model.sizeOdds[model.sizeContext(x, y)], RidgeModel.SIZE_BITS, model.size[cell]);
    if (model.size[cell] > 0) {
      int phase = model.phase[cell] - model.phaseForetold(x, y);
      out.symbol(
          model.phaseOdds[known * RidgeModel.SIZES + model.size[cell]],
          RidgeModel.PHASE_BITS,
          Math.floorMod(phase + RidgeModel.PHASES / 2, RidgeModel.PHASES));
    } else {
      model.phase[cell] = model.phaseForetold(x, y);
    }
  }
}
