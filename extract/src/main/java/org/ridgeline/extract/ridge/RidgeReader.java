package org.ridgeline.extract.ridge;

import java.util.List;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.PhaseMinutia;
import org.ridgeline.vocabulary.RidgeCells;
import org.ridgeline.vocabulary.RidgePrint;

/// One finger image to its ridges as a wave and its minutiae.
/// - **Shape** everything in the pixels of the whole image brought to 500 ppi
/// - **Limit** images of at most [#SIDE_PX_MAX] pixels a side at 500 ppi
/// - **Error** a larger image: IllegalArgumentException. An image without a print is no error: no
///   cell is inside and there are no minutiae
public final class RidgeReader {
  /// Longest side at 500 ppi, pixels: a finger rolled on paper is at most 1.6 inches wide.
  public static final int SIDE_PX_MAX = 2048;

  private final FilterKernel kernel;

  RidgeReader(FilterKernel kernel) {
    this.kernel = kernel;
  }

  /// Reads with the fastest kernel here; all give the same bits.
  public static RidgePrint read(GrayImage image) {
    return new RidgeReader(FilterKernels.best()).print(image);
  }

  RidgePrint print(GrayImage image) {
    checkSize(image);
    Plane grey = Resampling.to500(image);
    Contrast contrast = Contrast.of(grey);
    Flow flow = Flow.of(contrast);
    Periods periods = Periods.of(contrast.plane, flow);
    Waves waves = Waves.of(contrast.plane, flow, periods, kernel);
    List<PhaseMinutia> minutiae = Vortices.of(waves, flow, periods);
    RidgeCells cells = cells(flow, periods);
    int quality = RidgeQuality.of(minutiae);
    return new RidgePrint(grey.width, grey.height, quality, waves.seen(), cells, minutiae);
  }

  private static void checkSize(GrayImage image) {
    long longest = Math.max(image.widthPx(), image.heightPx());
    long side = longest * RidgePrint.RESOLUTION_PPI / image.resolutionPpi();
    if (side > SIDE_PX_MAX) {
      throw new IllegalArgumentException(
          "side=" + side + " pixels at 500 ppi, limit=" + SIDE_PX_MAX);
    }
  }

  private static RidgeCells cells(Flow flow, Periods periods) {
    int size = flow.columns * flow.rows;
    float[] course = new float[size];
    float[] clarity = new float[size];
    for (int i = 0; i < size; i++) {
      course[i] = flow.course(i);
      clarity[i] = periods.inside[i] ? flow.clarity[i] : 0;
    }
    return new RidgeCells(flow.columns, flow.rows, course, periods.period, clarity);
  }
}
