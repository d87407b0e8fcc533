package org.ridgeline.extract;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintTemplate;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Template;

/// One finger image to one template: crop to the print, measure quality, find minutiae.
/// - **Shape** the template's positions are those of the whole image at
///   [SourceAfisTemplate#RESOLUTION_PPI], also where the image was cropped
/// - **Limit** resolution [Limits#RESOLUTION_PPI_MIN]..[Limits#RESOLUTION_PPI_MAX]
/// - **Error** a resolution out of limits: IllegalArgumentException. An image without a print is no
///   error: it has quality 0 and no minutiae
public final class Extractor {
  private Extractor() {}

  /// The template of a finger image.
  public static Template extract(GrayImage image) {
    int ppi = image.resolutionPpi();
    if (ppi < Limits.RESOLUTION_PPI_MIN || ppi > Limits.RESOLUTION_PPI_MAX) {
      throw new IllegalArgumentException(
          "resolutionPpi="
              + ppi
              + " limit="
              + Limits.RESOLUTION_PPI_MIN
              + ".."
              + Limits.RESOLUTION_PPI_MAX);
    }
    RidgeMap ridges = RidgeMap.of(image);
    if (ridges.goodBlocks() == 0) {
      return SourceAfisTemplate.empty(image);
    }
    Region region = ridges.region();
    FingerprintImageOptions options = new FingerprintImageOptions().dpi(ppi);
    FingerprintTemplate found =
        new FingerprintTemplate(
            new FingerprintImage(region.widthPx(), region.heightPx(), region.cut(image), options));
    return SourceAfisTemplate.of(found, image, region, Quality.of(ridges));
  }

  /// Whether a template is good enough to search and to enrol with.
  public static boolean isUsable(Template template) {
    return template.quality() >= Limits.QUALITY_MIN
        && template.minutiae().size() >= Limits.MINUTIAE_MIN;
  }
}
