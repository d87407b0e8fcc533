package org.ridgeline.bench.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.bench.statistics.ErrorRates;

/// What one engine found.
/// - **Shape** `rates`: empty where there were no non-mated searches
record Identified(String engine, IdentifyReport report, Optional<ErrorRates> rates) {
  /// The engine that the others are compared with, where it took part.
  static final String REFERENCE = "exhaustive";

  /// One report an engine, by its name, in their order, each beside the exhaustive one.
  static Map<String, IdentifyReport> reports(List<Identified> engines) {
    Optional<Identified> reference =
        engines.stream().filter(e -> e.engine().equals(REFERENCE)).findFirst();
    Map<String, IdentifyReport> reports = new LinkedHashMap<>();
    for (Identified engine : engines) {
      Optional<Identified> other = reference.filter(r -> r != engine);
      reports.put(engine.engine(), engine.report().against(other.map(engine::against)));
    }
    return reports;
  }

  private IdentifyReport.Against against(Identified other) {
    Optional<String> reason = differing(other);
    if (reason.isPresent() || rates.isEmpty() || other.rates.isEmpty()) {
      return new IdentifyReport.Against(
          other.engine, List.of(), reason.or(() -> Optional.of("no non-mated searches")));
    }
    List<IdentifyReport.FnirDifference> fnirs =
        report.fnir().stream()
            .map(at ->
                new IdentifyReport.FnirDifference(
                    at.fpir(), rates.get().missedLess(other.rates.get(), at.fpir()), at.reason()))
            .toList();
    return new IdentifyReport.Against(other.engine, fnirs, Optional.empty());
  }

  /// Among more people it is harder to find somebody.
  private Optional<String> differing(Identified other) {
    int size = report.scope().gallerySize();
    int others = other.report.scope().gallerySize();
    return size == others
        ? Optional.empty()
        : Optional.of("N=%d here and N=%d there".formatted(size, others));
  }
}
