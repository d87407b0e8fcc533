package org.ridgeline.extract;

import java.util.List;
import java.util.Optional;
import org.ridgeline.extract.ridge.RidgeReader;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.PackedRidges;
import org.ridgeline.vocabulary.PhaseMinutia;
import org.ridgeline.vocabulary.RidgePrint;
import org.ridgeline.vocabulary.Ridges;
import org.ridgeline.vocabulary.Template;

/// One finger image to one template: its ridges, the minutiae in them, how much of both there is.
/// - **Shape** the template's positions are those of the whole image at
///   [RidgePrint#RESOLUTION_PPI]; of an image longer than [RidgeReader#SIDE_PX_MAX] there, only the
///   part around the print is looked at, and its minutiae alone are kept
/// - **Limit** resolution [Limits#RESOLUTION_PPI_MIN]..[Limits#RESOLUTION_PPI_MAX]
/// - **Error** a resolution out of limits: IllegalArgumentException. An image without a print is no
///   error: it has quality 0 and no minutiae
public final class Extractor {
  /// Which extractor this is: stands in every template it makes, and grows whenever an image gives
  /// another template than before, so that templates made earlier can be made anew.
  public static final int VERSION = 1;

  private static final int TURN = 65_536;

  private Extractor() {}

  /// The template of a finger image.
  public static Template extract(GrayImage image) {
    int ppi = image.resolutionPpi();
    if (!Limits.takes(ppi)) {
      throw new IllegalArgumentException(
          "resolutionPpi="
              + ppi
              + " limit="
              + Limits.RESOLUTION_PPI_MIN
              + ".."
              + Limits.RESOLUTION_PPI_MAX);
    }
    int most = (int) ((long) RidgeReader.SIDE_PX_MAX * ppi / RidgePrint.RESOLUTION_PPI);
    if (Math.max(image.widthPx(), image.heightPx()) > most) {
      return part(image, RidgeMap.of(image), most);
    }
    RidgePrint print = RidgeReader.read(image);
    Ridges ridges = new Ridges(print.waves(), print.cells());
    return new Template(
        print.widthPx(),
        print.heightPx(),
        RidgePrint.RESOLUTION_PPI,
        print.quality(),
        minutiae(print, 0, 0),
        Optional.of(PackedRidges.of(print.widthPx(), print.heightPx(), ridges)),
        VERSION);
  }

  private static Template part(GrayImage image, RidgeMap map, int sidePx) {
    int width = scaled(image, image.widthPx());
    int height = scaled(image, image.heightPx());
    if (map.goodBlocks() == 0) {
      return new Template(
          width, height, RidgePrint.RESOLUTION_PPI, 0, List.of(), Optional.empty(), VERSION);
    }
    Region region = map.region().atMost(sidePx);
    GrayImage cut =
        GrayImage.of(region.widthPx(), region.heightPx(), image.resolutionPpi(), region.cut(image));
    RidgePrint print = RidgeReader.read(cut);
    List<Minutia> minutiae =
        minutiae(print, scaled(image, region.left()), scaled(image, region.top()));
    return new Template(
        width,
        height,
        RidgePrint.RESOLUTION_PPI,
        print.quality(),
        minutiae,
        Optional.empty(),
        VERSION);
  }

  private static int scaled(GrayImage image, int px) {
    return Math.round(px * (float) RidgePrint.RESOLUTION_PPI / image.resolutionPpi());
  }

  private static List<Minutia> minutiae(RidgePrint print, int left, int top) {
    return print.minutiae().stream().map(one -> minutia(one, left, top)).toList();
  }

  private static Minutia minutia(PhaseMinutia found, int left, int top) {
    int x = left + Math.round(found.x());
    int y = top + Math.round(found.y());
    double turns = found.direction() / (2 * Math.PI);
    int direction = (int) Math.round(turns * TURN) & (TURN - 1);
    int quality = Math.clamp(Math.round(100 * found.weight()), 0, 100);
    return found.isEnding()
        ? new Minutia.RidgeEnding(x, y, direction, quality)
        : new Minutia.Bifurcation(x, y, direction, quality);
  }

  /// Whether a template is good enough to search and to enrol with; one of unknown quality is by
  /// its minutiae.
  public static boolean isUsable(Template template) {
    boolean good =
        template.quality() >= Limits.QUALITY_MIN || template.quality() == Template.QUALITY_UNKNOWN;
    return good && template.minutiae().size() >= Limits.MINUTIAE_MIN;
  }
}
