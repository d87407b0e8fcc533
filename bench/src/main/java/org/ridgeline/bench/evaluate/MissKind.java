package org.ridgeline.bench.evaluate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What is striking about the prints of a pair: an indication from statistics of the images and
/// templates, not the cause of a miss.
///
/// A print is striking among those of its set: one of its darkest tenth is called wet, of its
/// lightest tenth dry, of the tenth with the least area small, of the tenth with the least quality
/// low quality. A pair is of the first kind, in the order here, that either of its prints is of. So
/// each kind has pairs in every set, and says something only where it has a larger share of the
/// missed pairs than of all.
public enum MissKind {
  /// A print has no template, so nothing was compared.
  NO_TEMPLATE("no template"),
  /// A print has a larger dark share than nine tenths of its set.
  WET("wet"),
  /// A print has a larger light share than nine tenths of its set.
  DRY("dry"),
  /// A print has a smaller area than nine tenths of its set.
  SMALL("small"),
  /// A print's template has a lower quality than nine tenths of its set.
  LOW_QUALITY("low quality"),
  /// None of these.
  OTHER("other");

  /// The rule in a sentence, for reports.
  static final String RULE =
      "first that applies to either print, among the prints of its set: no template; wet: darkest"
          + " tenth; dry: lightest tenth; small: tenth of least area; low quality: tenth of lowest"
          + " quality; other. An indication from image statistics, not a cause: compare the share"
          + " of a kind among missed pairs with its share of all.";

  private final String label;

  MissKind(String label) {
    this.label = label;
  }

  /// How reports name it.
  @JsonValue
  public String label() {
    return label;
  }

  /// Where the tenths of a set begin.
  /// - **Shape** beyond, not at, these values; at most a tenth of the prints is
  record Tenths(double darkOver, double lightOver, double areaUnder, double qualityUnder) {
    static Tenths of(List<PrintLook> set) {
      List<PrintRegion> regions = set.stream().flatMap(look -> look.region().stream()).toList();
      return new Tenths(
          over(regions, PrintRegion::dark),
          over(regions, PrintRegion::light),
          under(regions.stream().mapToDouble(PrintRegion::areaMm2).toArray()),
          under(
              set.stream()
                  .flatMap(look -> look.print().template().stream())
                  .mapToDouble(template -> template.quality())
                  .toArray()));
    }

    private static double over(List<PrintRegion> regions, ToDoubleFunction<PrintRegion> of) {
      return -under(regions.stream().mapToDouble(region -> -of.applyAsDouble(region)).toArray());
    }

    private static double under(double[] values) {
      Arrays.sort(values);
      return values.length == 0 ? Double.NaN : values[values.length / 10];
    }
  }

  /// The kind of a pair of prints of one set.
  /// - **Shape** `compared`: false where the pair has no score, for want of a template
  static MissKind of(PrintLook one, PrintLook other, Tenths tenths, boolean compared) {
    if (!compared) {
      return NO_TEMPLATE;
    }
    return Stream.of(WET, DRY, SMALL, LOW_QUALITY)
        .filter(kind -> kind.holds(one, tenths) || kind.holds(other, tenths))
        .findFirst()
        .orElse(OTHER);
  }

  private boolean holds(PrintLook look, Tenths tenths) {
    return switch (this) {
      case NO_TEMPLATE, OTHER -> false;
      case WET -> look.region().filter(r -> r.dark() > tenths.darkOver()).isPresent();
      case DRY -> look.region().filter(r -> r.light() > tenths.lightOver()).isPresent();
      case SMALL -> look.region().filter(r -> r.areaMm2() < tenths.areaUnder()).isPresent();
      case LOW_QUALITY ->
          look.print().template().filter(t -> t.quality() < tenths.qualityUnder()).isPresent();
    };
  }
}
