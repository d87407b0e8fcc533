package org.ridgeline.oversight.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a report says what counts do.
public final class ReportCheck {
  private static final int FINDINGS_MAX = 50;

  private ReportCheck() {}

  /// What a report says otherwise than the counts, lacks, or should have hidden; at most fifty.
  public static List<String> of(Report report, ReportMaker.Source source) {
    List<String> findings = new ArrayList<>();
    Figures figures = source.figures(report.head().month());
    try {
      AddsUp.check(figures);
    } catch (DoesNotAddUp e) {
      findings.add(String.valueOf(e.getMessage()));
    }
    Set<Key> said = new HashSet<>();
    for (Report.Published row : report.rows()) {
      said.add(row.key());
      Optional<Figures.Counts> counts = Optional.ofNullable(figures.counts().get(row.key()));
      String where = words(row.key());
      compare(where + " month", row.month(), counts.map(Figures.Counts::month), report)
          .ifPresent(findings::add);
      compare(
              where + " cumulative",
              row.cumulative(),
              counts.map(Figures.Counts::cumulative),
              report)
          .ifPresent(findings::add);
    }
    figures.counts().keySet().stream()
        .filter(key -> !said.contains(key))
        .forEach(key -> findings.add("row missing: " + words(key)));
    if (!report.answers().isEmpty()
        && !report.answers().equals(source.answers(report.head().month()))) {
      findings.add("the times of answers are not what the facts say");
    }
    if (!report.listings().equals(source.listings())) {
      findings.add("the register of jurisdictions is not what the facts say");
    }
    return findings.size() > FINDINGS_MAX
        ? List.copyOf(findings.subList(0, FINDINGS_MAX))
        : findings;
  }

  private static Optional<String> compare(
      String where, Optional<Long> said, Optional<Long> counted, Report report) {
    if (counted.isEmpty()) {
      return Optional.of(where + ": a row that does not belong");
    }
    if (said.isPresent() && !said.equals(counted)) {
      return Optional.of(where + ": report " + said.get() + ", facts " + counted.get());
    }
    if (said.isPresent() && said.get() < report.head().k()) {
      return Optional.of(where + ": " + said.get() + " is small and should be hidden");
    }
    return Optional.empty();
  }

  private static String words(Key key) {
    String row = key.row().equals(Row.ALL) ? "" : " " + key.row().value();
    return key.area().code() + " " + key.line().key() + row;
  }
}
