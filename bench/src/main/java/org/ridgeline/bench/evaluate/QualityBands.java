package org.ridgeline.bench.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.vocabulary.Template;

/// Genuine pairs by the lower of their prints' qualities.
///
/// Bands are fixed, so that runs on other prints and other engines can be laid beside each other;
/// quantiles would be other bands in every run.
public final class QualityBands {
  /// Where bands begin. Qualities of livescan prints lie between 50 and 80; under 40 a print has
  /// either little area or unclear ridges, and under 15 no usable template.
  private static final int[] FROM = {0, 40, 60, 80};

  private static final int QUALITY_MAX = 100;
  private static final String NO_TEMPLATE = "none";

  private QualityBands() {}

  /// What is missed in each band at the threshold that all pairs together give.
  static VerifyReport.Quality of(Pairs pairs, Compared compared, SetRates pooled) {
    Optional<String> reason = pooled.tooFewFor(SetRates.PRIMARY_FMR);
    if (reason.isPresent()) {
      return new VerifyReport.Quality(
          SetRates.PRIMARY_FMR, OptionalDouble.empty(), List.of(), reason);
    }
    double threshold = pooled.primary().threshold();
    long[] all = new long[FROM.length + 1];
    long[] missed = new long[FROM.length + 1];
    for (int probe = 0; probe < pairs.prints().size(); probe++) {
      int[] others = pairs.genuine(probe);
      for (int i = 0; i < others.length; i++) {
        int band = band(pairs.prints().get(probe), pairs.prints().get(others[i]));
        all[band]++;
        missed[band] += compared.genuine()[probe][i] >= threshold ? 0 : 1;
      }
    }
    List<VerifyReport.Band> bands = new ArrayList<>();
    for (int band = 0; band < all.length; band++) {
      bands.add(band(name(band), new Share(missed[band], all[band])));
    }
    return new VerifyReport.Quality(
        SetRates.PRIMARY_FMR, OptionalDouble.of(threshold), bands, Optional.empty());
  }

  private static VerifyReport.Band band(String name, Share missed) {
    OptionalDouble none = OptionalDouble.empty();
    if (missed.of() == 0) {
      return new VerifyReport.Band(name, 0, 0, none, none, none);
    }
    Interval bounds = missed.bounds();
    return new VerifyReport.Band(
        name,
        missed.of(),
        missed.count(),
        OptionalDouble.of(missed.rate()),
        OptionalDouble.of(bounds.low()),
        OptionalDouble.of(bounds.high()));
  }

  /// The name of a quality's band.
  public static String name(OptionalInt quality) {
    return quality.isPresent() ? name(band(quality.getAsInt())) : NO_TEMPLATE;
  }

  /// 0 where one has no template, then from the lowest band up.
  private static int band(Print one, Print other) {
    if (one.failed() || other.failed()) {
      return 0;
    }
    return band(Math.min(quality(one), quality(other)));
  }

  private static int band(int quality) {
    int band = FROM.length;
    while (quality < FROM[band - 1]) {
      band--;
    }
    return band;
  }

  private static int quality(Print print) {
    return print.template().map(Template::quality).orElse(0);
  }

  private static String name(int band) {
    if (band == 0) {
      return NO_TEMPLATE;
    }
    int to = band == FROM.length ? QUALITY_MAX : FROM[band] - 1;
    return FROM[band - 1] + "-" + to;
  }
}
