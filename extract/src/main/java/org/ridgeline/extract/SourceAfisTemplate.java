package org.ridgeline.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// What SourceAFIS found, in our words. Its templates open only as CBOR, so that is read.
final class SourceAfisTemplate {
  /// SourceAFIS brings every image to this resolution, and its positions are in it.
  static final int RESOLUTION_PPI = 500;

  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());
  private static final int TURN = 65_536;

  private SourceAfisTemplate() {}

  /// The template of an image that shows no print.
  static Template empty(GrayImage image) {
    return new Template(
        scaled(image, image.widthPx()),
        scaled(image, image.heightPx()),
        RESOLUTION_PPI,
        0,
        List.of());
  }

  static Template of(FingerprintTemplate found, GrayImage image, Region region, int quality) {
    JsonNode tree = tree(found);
    int left = scaled(image, region.left());
    int top = scaled(image, region.top());
    String types = tree.get("types").asText();
    List<Minutia> minutiae = new ArrayList<>();
    int count = Math.min(types.length(), Template.MINUTIAE_MAX);
    for (int i = 0; i < count; i++) {
      int x = left + tree.get("positionsX").get(i).asInt();
      int y = top + tree.get("positionsY").get(i).asInt();
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
        quality,
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
