package org.ridgeline.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// SourceAFIS 3.18.1 as an extractor: what it finds, in our words. Its templates open only as CBOR,
/// so that is read.
public final class SourceAfisExtractor {
  /// SourceAFIS brings every image to this resolution, and its positions are in it.
  static final int RESOLUTION_PPI = 500;

  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());
  private static final int TURN = 65_536;

  private SourceAfisExtractor() {}

  /// The template of a finger image.
  /// - **Unit** no quality: 100 whatever the print
  public static Template extract(GrayImage image) {
    FingerprintImageOptions options = new FingerprintImageOptions().dpi(image.resolutionPpi());
    FingerprintImage print =
        new FingerprintImage(image.widthPx(), image.heightPx(), image.pixels(), options);
    return of(new FingerprintTemplate(print), image);
  }

  private static Template of(FingerprintTemplate found, GrayImage image) {
    JsonNode tree = tree(found);
    String types = tree.get("types").asText();
    List<Minutia> minutiae = new ArrayList<>();
    int count = Math.min(types.length(), Template.MINUTIAE_MAX);
    for (int i = 0; i < count; i++) {
      int x = tree.get("positionsX").get(i).asInt();
      int y = tree.get("positionsY").get(i).asInt();
      int direction = direction(tree.get("directions").get(i).asDouble());
      minutiae.add(
          types.charAt(i) == 'E'
              ? new Minutia.RidgeEnding(x, y, direction, 0)
              : new Minutia.Bifurcation(x, y, direction, 0));
    }
    return new Template(
        scaled(image, image.widthPx()),
        scaled(image, image.heightPx()),
        RESOLUTION_PPI,
        100,
        minutiae);
  }

  private static JsonNode tree(FingerprintTemplate found) {
    try {
      return CBOR.readTree(found.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("SourceAFIS template is not CBOR", e);
    }
  }

  private static int scaled(GrayImage image, int px) {
    return Math.round(px * (float) RESOLUTION_PPI / image.resolutionPpi());
  }

  private static int direction(double radians) {
    return (int) Math.round(radians / (2 * Math.PI) * TURN) & (TURN - 1);
  }
}
