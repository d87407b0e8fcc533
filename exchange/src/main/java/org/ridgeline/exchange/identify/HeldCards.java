package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.submission.CorrectionLine;
import org.ridgeline.exchange.submission.CorrectionStore;
import org.ridgeline.exchange.submission.QualityHold;
import org.ridgeline.exchange.submission.QualityHold.Decision;
import org.ridgeline.exchange.submission.QualityHolds;
import org.ridgeline.exchange.submission.Refusal;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// How a held card goes on: each way is one transaction, after which its extraction is made once
/// more, under what was corrected, or it is refused. Ended at any moment, it is still held or has
/// gone on with all that was corrected.
public final class HeldCards {
  /// Bytes of what is corrected as the ledger has it; beyond, the rows alone have it.
  private static final int DETAIL_CHARS_MAX = 600;

  private final Bookings bookings;
  private final SubmissionStore submissions;
  private final QualityHolds holds;
  private final Kept kept;
  private final Clock clock;

  private record Kept(CorrectionStore corrections, AnswerStore answers, Trail trail) {}

  public HeldCards(DataSource dataSource, Clock clock) {
    bookings = Bookings.of(dataSource);
    submissions = new SubmissionStore(dataSource);
    holds = new QualityHolds(dataSource);
    kept =
        new Kept(
            new CorrectionStore(dataSource), new AnswerStore(dataSource), new Trail(dataSource));
    this.clock = clock;
  }

  /// What became of a step.
  public enum Step {
    DONE,
    /// Somebody else has the card, or nobody has since the time for it ran out.
    NOT_YOURS,
    /// It is not held any more: decided, or its time is over.
    OVER
  }

  /// A person's decision.
  /// - **Limit** `reason` 1..[Limits#QUALITY_REASON_CHARS_MAX] characters
  /// - **Error** beyond: IllegalArgumentException
  public record Decided(Trail.Person by, String reason) {
    public Decided {
      if (reason.isBlank() || reason.length() > Limits.QUALITY_REASON_CHARS_MAX) {
        throw new IllegalArgumentException(
            "reason chars=" + reason.length() + " limit=1.." + Limits.QUALITY_REASON_CHARS_MAX);
      }
    }
  }

  /// Lets a card be searched under corrections, which may be none.
  /// - **Shape** `lines` as checked by whoever asks
  public Step search(String control, List<CorrectionLine> lines, Decided decided) {
    return decide(
        control,
        Decision.SEARCH,
        decided,
        row -> {
          kept.corrections().add(control, lines, row);
          if (!again(control, row.at())) {
            throw new IllegalStateException(control + " is held and not in state HELD");
          }
          Map<String, String> detail = detail(lines);
          detail.put("reason", decided.reason());
          record(decided.by(), Known.QUALITY_SEARCH, control, detail);
        });
  }

  /// Refuses a card; its sender hears L0008 with the reason.
  public Step refuse(String control, Decided decided) {
    Booking booking = bookings.load(control);
    Finding refusal =
        Finding.of(
            Severity.ERROR,
            FindingCode.L0008,
            "prints that quality control lets be searched",
            "refused: " + decided.reason());
    return decide(
        control,
        Decision.REFUSE,
        decided,
        row -> {
          submissions.move(control, SubmissionState.HELD, SubmissionState.REFUSED, row.at());
          submissions.addFindings(control, List.of(refusal));
          record(decided.by(), Known.QUALITY_REFUSE, control, Map.of("reason", decided.reason()));
          List<Finding> findings = new ArrayList<>(submissions.findings(control));
          kept.trail().fact(Refusal.fact(control, findings), row.at());
          kept.answers()
              .add(
                  AnswerWriter.error(booking.question(row.at()), findings),
                  Optional.of(booking.agency()),
                  booking.channel());
        });
  }

  private interface Deed {
    void of(QualityHold.Decided row);
  }

  private Step decide(String control, Decision decision, Decided decided, Deed deed) {
    Instant now = clock.instant();
    return kept.trail()
        .together(() -> {
          Optional<QualityHold> hold = holds.locked(control).filter(h -> h.isOpen(now));
          if (hold.isEmpty()) {
            return Step.OVER;
          }
          if (hold.get().holder(now).filter(decided.by().name()::equals).isEmpty()) {
            return Step.NOT_YOURS;
          }
          var row = new QualityHold.Decided(decision, decided.by().name(), now, decided.reason());
          holds.decide(control, row);
          deed.of(row);
          return Step.DONE;
        });
  }

  private boolean again(String control, Instant now) {
    return submissions.move(control, SubmissionState.HELD, SubmissionState.ACCEPTED, now);
  }

  private void record(Trail.Person by, Action action, String control, Map<String, String> detail) {
    kept.trail().person(by, action, Trail.submission(control), detail);
  }

  private static Map<String, String> detail(List<CorrectionLine> lines) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("corrections", String.valueOf(lines.size()));
    String all =
        String.join(
            "; ",
            lines.stream()
                .map(l -> l.kind() + " " + l.subject() + ": " + l.before() + " > " + l.after())
                .toList());
    if (!all.isEmpty()) {
      detail.put(
          "what",
          all.length() > DETAIL_CHARS_MAX ? all.substring(0, DETAIL_CHARS_MAX) + "..." : all);
    }
    return detail;
  }

  /// Lets cards go on whose time is over, as they would have gone without a hold; gives how many.
  public int expire() {
    Instant now = clock.instant();
    int gone = 0;
    for (String control : holds.expired(now, Limits.QUALITY_AT_ONCE_MAX)) {
      gone += Boolean.TRUE.equals(kept.trail().together(() -> expire(control, now))) ? 1 : 0;
    }
    return gone;
  }

  private boolean expire(String control, Instant now) {
    boolean isDue =
        holds
            .locked(control)
            .filter(hold -> hold.decided().isEmpty() && !now.isBefore(hold.dueAt()))
            .isPresent();
    if (!isDue) {
      return false;
    }
    holds.decide(control, new QualityHold.Decided(Decision.EXPIRED, "exchange", now, ""));
    again(control, now);
    kept.trail().step(Known.QUALITY_EXPIRE, Trail.submission(control), Map.of());
    return true;
  }
}
