package org.ridgeline.oversight.disparity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.estimate.disparity.Disparity.UnitDisparity;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.RegisterAction;
import org.ridgeline.ledger.Subject;
import org.ridgeline.oversight.report.Text;

/// Where outliers become items for people, and people of oversight close them with words. It reads
/// and writes no case, no booking and nothing else that decides: it has no way to.
public final class ReviewDesk {
  private static final String PURPOSE = "study of disparity";
  private static final int REASON_CHARS_MIN = 10;

  private final ReviewStore store;
  private final Ledger ledger;
  private final Clock clock;

  /// - **Shape** `ledger` over the store's data source, so that both are written or neither
  public ReviewDesk(ReviewStore store, Ledger ledger, Clock clock) {
    this.store = store;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Writes an entry and opens what is not open yet, together; gives how many that were.
  int open(LedgerEntry entry, Analysis analysis, String sha256) {
    return store.together(() -> {
      ledger.append(entry);
      int opened = 0;
      for (Analysis.Finding finding : analysis.findings()) {
        if (finding.opensItem()) {
          Review item = item(analysis, finding, sha256);
          if (store.open(item)) {
            write(entry.actor(), "SYSTEM", RegisterAction.REVIEW_OPEN, item.id(), detail(item));
            opened++;
          }
        }
      }
      return opened;
    });
  }

  private static Review item(Analysis analysis, Analysis.Finding finding, String sha256) {
    UnitDisparity unit = finding.unit();
    String code = unit.observed().unit();
    Family family = finding.family();
    Review.About about =
        new Review.About(
            analysis.head().ask().by(),
            code,
            analysis.name(code),
            family.group().toString(),
            family.step().name(),
            unit.observed().gap() > 0 ? Review.Direction.OVER : Review.Direction.UNDER);
    return new Review(
        UUID.randomUUID(),
        about,
        says(analysis, family, unit),
        sha256,
        analysis.head().madeAt(),
        new Review.Standing.Open());
  }

  private static String says(Analysis analysis, Family family, UnitDisparity unit) {
    String months = analysis.head().ask().from() + " to " + analysis.head().ask().to();
    String against = family.shareOf() + ", against " + family.against();
    return Small.mayShow(unit, analysis.head().hideBelow())
        ? months
            + ": "
            + Text.percent(unit.observed().group().rate())
            + " of "
            + Text.count(unit.observed().group().of())
            + ", "
            + against
            + ": "
            + Text.percent(unit.observed().benchmark().rate())
        : months + ": " + against + "; counts are small and not shown here";
  }

  private static Map<String, String> detail(Review item) {
    return Map.of(
        "unit", item.about().unit(),
        "group", item.about().group(),
        "step", item.about().step(),
        "direction", item.about().direction().name(),
        "study", item.study());
  }

  private void write(
      String by, String role, RegisterAction action, UUID id, Map<String, String> detail) {
    ledger.append(new LedgerEntry(by, role, PURPOSE, action, Subject.Kind.REVIEW.of(id), detail));
  }

  /// All that are shown: not closed first.
  public List<Review> list() {
    return store.list();
  }

  /// Takes one, also from somebody else, who may be away; false where it is closed, theirs already,
  /// or none.
  public boolean take(UUID id, String by) {
    return store.together(() -> {
      boolean taken = store.take(id, by, clock.instant());
      if (taken) {
        write(by, "OVERSIGHT", RegisterAction.REVIEW_TAKE, id, Map.of());
      }
      return taken;
    });
  }

  /// What is wrong with a reason to close with; nothing where it can be taken.
  /// - **Limit** 10..[Limits#REASON_CHARS_MAX]
  public static Optional<String> fault(String reason) {
    int chars = reason.strip().length();
    return chars >= REASON_CHARS_MIN && chars <= Limits.REASON_CHARS_MAX && reason.indexOf('\0') < 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "A reason has %d to %,d characters.",
                REASON_CHARS_MIN,
                Limits.REASON_CHARS_MAX));
  }

  /// Closes what somebody has taken, with what they found and why; false where they do not have it.
  /// The words stay here; the ledger says what was found.
  /// - **Error** a reason that [#fault] objects to: IllegalArgumentException
  public boolean close(UUID id, String by, Review.Finding finding, String reason) {
    if (fault(reason).isPresent()) {
      throw new IllegalArgumentException("reason.length=" + reason.strip().length());
    }
    Instant now = clock.instant();
    return store.together(() -> {
      boolean closed =
          store.close(id, new Review.Standing.Closed(by, now, finding, reason.strip()));
      if (closed) {
        write(by, "OVERSIGHT", RegisterAction.REVIEW_CLOSE, id, Map.of("finding", finding.name()));
      }
      return closed;
    });
  }
}
