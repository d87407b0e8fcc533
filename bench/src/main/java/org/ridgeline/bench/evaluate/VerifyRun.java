package org.ridgeline.bench.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.bench.Progress;

/// What engines scored on the same pairs in one run, each beside SourceAFIS.
public final class VerifyRun {
  /// The engine that the others are compared with, where it took part.
  static final String REFERENCE = "sourceafis";

  private final Pairs pairs;
  private final List<Measured> engines;

  /// What one engine's scores say: set by set, and of all pairs.
  private record Measured(
      Compared compared, List<SetRates> sets, SetRates pooled, VerifyReport.Quality quality) {
    static Measured of(Pairs pairs, List<String> names, Compared compared) {
      List<SetRates> sets = new ArrayList<>();
      for (int set = 0; set < names.size(); set++) {
        sets.add(SetRates.of(pairs, set, names.get(set), compared));
      }
      SetRates pooled =
          names.size() == 1
              ? sets.getFirst()
              : SetRates.of(pairs, SetRates.ALL, "pooled", compared);
      return new Measured(compared, sets, pooled, QualityBands.of(pairs, compared, pooled));
    }
  }

  /// - **Shape** `names`: of the sets
  VerifyRun(Pairs pairs, List<String> names, List<Compared> engines) {
    this.pairs = pairs;
    this.engines = engines.stream().map(compared -> Measured.of(pairs, names, compared)).toList();
  }

  /// One report an engine, by its name, in the order of the run.
  public Map<String, VerifyReport> reports() {
    Optional<Measured> reference =
        engines.stream().filter(e -> e.compared().engine().equals(REFERENCE)).findFirst();
    Map<String, VerifyReport> reports = new LinkedHashMap<>();
    for (Measured engine : engines) {
      Optional<Measured> other = reference.filter(r -> r != engine);
      List<VerifyReport.OfSet> sets = new ArrayList<>();
      for (int set = 0; set < engine.sets().size(); set++) {
        int at = set;
        sets.add(report(engine.sets().get(at), other.map(o -> o.sets().get(at))));
      }
      VerifyReport.OfSet pooled = report(engine.pooled(), other.map(Measured::pooled));
      reports.put(engine.compared().engine(), new VerifyReport(sets, pooled, engine.quality()));
    }
    return reports;
  }

  /// What each engine missed in each set, and the impostors that came nearest; reads the images.
  public MissReport misses(Progress progress) throws IOException {
    Misses misses = new Misses(pairs, PrintLook.of(pairs.prints(), progress));
    for (Measured engine : engines) {
      for (int set = 0; set < engine.sets().size(); set++) {
        misses.add(engine.compared(), set, engine.sets().get(set));
      }
    }
    return misses.report();
  }

  private static VerifyReport.OfSet report(SetRates rates, Optional<SetRates> reference) {
    return rates.report(reference.map(other -> rates.against(REFERENCE, other)));
  }
}
