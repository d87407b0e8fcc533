package org.ridgeline.oversight.report;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.RegisterAction;
import org.ridgeline.ledger.Subject;
import org.ridgeline.oversight.project.ProjectionStore;
import org.ridgeline.oversight.project.Stream;

/// Where months' reports are published and corrected. What was published is never changed.
public final class ReportDesk {
  private static final String ROLE = "ADMINISTRATOR";
  private static final String PURPOSE = "public statistics";
  private static final int WHY_CHARS_MIN = 10;

  private final ProjectionStore projections;
  private final ReportStore reports;
  private final Ledger ledger;
  private final Clock clock;
  private final int k;

  /// - **Shape** `k`: fewer are hidden
  public ReportDesk(
      ProjectionStore projections, ReportStore reports, Ledger ledger, Clock clock, int k) {
    this.projections = projections;
    this.reports = reports;
    this.ledger = ledger;
    this.clock = clock;
    this.k = k;
  }

  /// Publishes a month's report: its files are frozen, and the ledger has their hashes.
  /// - **Error** a month that is not over, that is published, or before the last one published:
  ///   IllegalArgumentException; tables that do not add up: [DoesNotAddUp]; counts that changed
  ///   since a report, or that cannot be kept hidden: IllegalStateException
  public ReportStore.Issue publish(YearMonth month, String by) {
    return reports.together(() -> {
      Optional<ReportStore.Issue> last = reports.issues().stream().findFirst();
      check(month, last);
      stands();
      ReportMaker.Source source = source(month, last.map(ReportStore.Issue::month));
      Report report = ReportMaker.first(month, source, last.map(reports::report), k, now());
      return keep(report, RegisterAction.REPORT_PUBLISH, by);
    });
  }

  private void check(YearMonth month, Optional<ReportStore.Issue> last) {
    YearMonth current = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    if (!month.isBefore(current)) {
      throw new IllegalArgumentException(
          "month=" + month + " limit=before " + current + ": a month is published when it is over");
    }
    last.filter(one -> !month.isAfter(one.month()))
        .ifPresent(one -> {
          throw new IllegalArgumentException(
              "month="
                  + month
                  + " limit=after "
                  + one.month()
                  + ", the last one published: a report cannot be put before or in the place of"
                  + " another, but it can be corrected");
        });
  }

  /// That every earlier report still says what the counts do.
  private void stands() {
    for (ReportStore.Issue issue : newest()) {
      int stale = changes(issue);
      if (stale > 0) {
        throw new IllegalStateException(
            "the report of "
                + issue.month()
                + " says otherwise than the counts do now in "
                + stale
                + " places: correct it first");
      }
    }
  }

  /// In how many places a report says otherwise than the counts do now.
  private int changes(ReportStore.Issue issue) {
    ReportMaker.Source source = source(issue.month(), Optional.empty());
    return ReportMaker.stale(reports.report(issue), source).size();
  }

  private List<ReportStore.Issue> newest() {
    Map<YearMonth, ReportStore.Issue> newest = new TreeMap<>();
    reports.issues().forEach(one -> newest.putIfAbsent(one.month(), one));
    return List.copyOf(newest.values());
  }

  /// The months whose reports say otherwise than the counts do now.
  public List<YearMonth> stale() {
    return newest().stream().filter(one -> changes(one) > 0).map(ReportStore.Issue::month).toList();
  }

  /// Publishes another version of a month's report, that says what the counts do now, what changed,
  /// and why.
  /// - **Error** no report of the month, nothing that changed, or a reason shorter than ten
  ///   characters: IllegalArgumentException; a report before it that must be corrected first:
  ///   IllegalStateException
  public ReportStore.Issue correct(YearMonth month, String why, String by) {
    if (why.strip().length() < WHY_CHARS_MIN) {
      throw new IllegalArgumentException(
          "why.length=" + why.strip().length() + " limit=" + WHY_CHARS_MIN + " or more");
    }
    return reports.together(() -> {
      ReportStore.Issue issue =
          reports
              .newest(month)
              .orElseThrow(() -> new IllegalArgumentException("month=" + month + " not published"));
      Report before = reports.report(issue);
      if (changes(issue) == 0) {
        throw new IllegalArgumentException(
            "month=" + month + " version=" + issue.version() + " says what the counts do");
      }
      Optional<ReportStore.Issue> last =
          newest().stream().filter(one -> one.month().isBefore(month)).reduce((_, later) -> later);
      ReportMaker.Source source = source(month, last.map(ReportStore.Issue::month));
      Report report =
          ReportMaker.corrected(before, source, last.map(reports::report), why.strip(), now());
      return keep(report, RegisterAction.REPORT_CORRECT, by);
    });
  }

  private ReportStore.Issue keep(Report report, RegisterAction action, String by) {
    ReportStore.Issue issue = reports.add(report, by);
    Map<String, String> detail = new TreeMap<>();
    detail.put("version", String.valueOf(issue.version()));
    detail.put("manifest", issue.manifest());
    for (Stream stream : projections.streams()) {
      detail.put(stream.name() + "-facts", String.valueOf(stream.facts()));
      detail.put(stream.name() + "-place", String.valueOf(stream.place()));
      detail.put(stream.name() + "-seal", stream.seal());
    }
    ledger.append(new LedgerEntry(by, ROLE, PURPOSE, action, subject(issue.month()), detail));
    return issue;
  }

  /// What the ledger's entries about a month's report are about.
  public static Subject subject(YearMonth month) {
    return Subject.Kind.REPORT.of(month.toString());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /// The counts up to a month, of which its own and those of an earlier one are kept apart.
  private ReportMaker.Source source(YearMonth month, Optional<YearMonth> earlier) {
    SortedSet<YearMonth> apart = new TreeSet<>(Set.of(month));
    earlier.ifPresent(apart::add);
    List<Stream> streams = projections.streams();
    long unread = streams.stream().mapToLong(Stream::unread).sum();
    List<String> unsealed =
        streams.stream()
            .filter(one -> one.seal().equals(Stream.UNSEALED))
            .map(Stream::name)
            .toList();
    return new ReportMaker.Source(
        projections.tallies().until(apart), Listings.of(projections.register()), unread, unsealed);
  }
}
