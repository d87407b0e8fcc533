package org.ridgeline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.extract.slap.FingerBox;
import org.ridgeline.extract.slap.Segmentation;
import org.ridgeline.extract.slap.Segmentation.Segmented;
import org.ridgeline.extract.slap.Segmentation.Unsegmented;

/// Prints where the fingers of a slap lie.
final class SlapPrinter {
  private SlapPrinter() {}

  /// A slap as JSON: `reason` is empty where it was segmented; boxes in pixels, both ends inside.
  record SlapJson(
      String file,
      String reason,
      int fingersSeen,
      int turnDegrees,
      String hand,
      List<BoxJson> fingers) {}

  record BoxJson(int fgp, String finger, int left, int right, int top, int bottom) {}

  /// Prints one; whether it was segmented.
  static boolean print(Path file, Segmentation found, boolean json) {
    SlapJson slap = json(file, found);
    if (json) {
      Output.json(slap);
    } else if (!slap.reason().isEmpty()) {
      System.out.printf("%s: %s, %d seen%n", file, slap.reason(), slap.fingersSeen());
    } else {
      System.out.printf("%s: turned %d degrees, hand %s%n", file, slap.turnDegrees(), slap.hand());
      for (BoxJson box : slap.fingers()) {
        System.out.printf(
            "  %s: %d..%d x %d..%d%n",
            box.finger(), box.left(), box.right(), box.top(), box.bottom());
      }
    }
    return slap.reason().isEmpty();
  }

  private static SlapJson json(Path file, Segmentation found) {
    return switch (found) {
      case Segmented(var fingers, var turnDegrees, var hand) ->
          new SlapJson(
              file.toString(),
              "",
              fingers.size(),
              turnDegrees,
              words(hand),
              fingers.stream().map(SlapPrinter::box).toList());
      case Unsegmented(var reason, var seen, var _) ->
          new SlapJson(file.toString(), words(reason), seen, 0, "", List.of());
    };
  }

  private static BoxJson box(FingerBox box) {
    return new BoxJson(
        box.finger().fgp(), box.finger().label(), box.left(), box.right(), box.top(), box.bottom());
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
