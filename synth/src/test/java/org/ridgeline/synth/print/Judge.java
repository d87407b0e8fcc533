package org.ridgeline.synth.print;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.io.IOException;
import java.util.Arrays;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// An extractor and matcher of others, to judge prints by.
final class Judge {
  /// Pixels to either side, over which a line's mean grey is taken: about a ridge period.
  private static final int NEAR = 9;

  /// How much darker or lighter than the mean is a ridge or a valley.
  private static final int CLEAR = 20;

  private Judge() {}

  static FingerprintTemplate template(GrayImage image) {
    FingerprintImageOptions options = new FingerprintImageOptions().dpi(image.resolutionPpi());
    return new FingerprintTemplate(
        new FingerprintImage(image.widthPx(), image.heightPx(), image.pixels(), options));
  }

  /// The template as the foreign matcher stores it.
  static FingerprintTemplate template(Template template) throws IOException {
    ObjectMapper cbor = new ObjectMapper(new CBORFactory());
    ObjectNode root = cbor.createObjectNode();
    root.put("version", "3.18.1");
    root.put("width", template.widthPx()).put("height", template.heightPx());
    ArrayNode xs = root.putArray("positionsX");
    ArrayNode ys = root.putArray("positionsY");
    ArrayNode directions = root.putArray("directions");
    StringBuilder types = new StringBuilder();
    for (Minutia minutia : template.minutiae()) {
      xs.add(minutia.x());
      ys.add(minutia.y());
      directions.add((float) (minutia.direction() * 2 * Math.PI / 65_536));
      types.append(minutia instanceof Minutia.RidgeEnding ? 'E' : 'B');
    }
    root.put("types", types.toString());
    return new FingerprintTemplate(cbor.writeValueAsBytes(root));
  }

  static int minutiae(FingerprintTemplate template) throws IOException {
    return new ObjectMapper(new CBORFactory())
        .readTree(template.toByteArray())
        .get("types")
        .asText()
        .length();
  }

  static double score(FingerprintTemplate probe, FingerprintTemplate candidate) {
    return new FingerprintMatcher(probe).match(candidate);
  }

  /// Mean ridge period in pixels: dark-to-light crossings along the direction of most crossings.
  static double period(GrayImage image, int x, int y, int side) {
    double most = 0;
    for (int step = 0; step < 12; step++) {
      double dx = Math.cos(Math.PI * step / 12);
      double dy = Math.sin(Math.PI * step / 12);
      double crossings = 0;
      int lines = 0;
      for (int off = -side / 3; off <= side / 3; off += 4) {
        crossings += crossings(image, x - off * dy, y + off * dx, dx, dy, side);
        lines++;
      }
      most = Math.max(most, crossings / lines / (2.0 * side + 1));
    }
    return most == 0 ? 0 : 1 / most;
  }

  /// Ridges met on a line: darker, then lighter than the line's own mean grey near there, for
  /// ridges are grey where they are met lightly.
  private static int crossings(
      GrayImage image, double x, double y, double dx, double dy, int side) {
    int[] greys = new int[2 * side + 1];
    for (int i = -side; i <= side; i++) {
      int px = Math.clamp((int) (x + i * dx), 0, image.widthPx() - 1);
      int py = Math.clamp((int) (y + i * dy), 0, image.heightPx() - 1);
      greys[i + side] = image.at(px, py);
    }
    int crossings = 0;
    boolean dark = false;
    for (int i = 0; i < greys.length; i++) {
      int from = Math.max(0, i - NEAR);
      int to = Math.min(greys.length, i + NEAR + 1);
      double level = Arrays.stream(greys, from, to).average().orElseThrow();
      if (dark ? greys[i] > level + CLEAR : greys[i] < level - CLEAR) {
        crossings += dark ? 1 : 0;
        dark = !dark;
      }
    }
    return crossings;
  }
}
