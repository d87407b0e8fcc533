package org.ridgeline.exchange.quality;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.identify.CardImages;
import org.ridgeline.exchange.identify.CorrectionRules;
import org.ridgeline.exchange.identify.FairPool;
import org.ridgeline.exchange.identify.HeldCards;
import org.ridgeline.exchange.identify.PrintComparison;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.exchange.submission.CorrectionLine;
import org.ridgeline.exchange.submission.Corrections;
import org.ridgeline.exchange.submission.DrawnBox;
import org.ridgeline.exchange.submission.ImageCorrection;
import org.ridgeline.exchange.submission.QualityHold;
import org.ridgeline.exchange.submission.QualityHolds;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.Action.Known;

/// What the people of quality control do: take a held card, look at its prints, try corrections,
/// decide. They see prints and labels: no name, no charge, no result.
public final class QualityDesk implements AutoCloseable {
  private final SubmissionStore submissions;
  private final QualityHolds holds;
  private final HeldCards cards;
  private final Trail trail;
  private final Trial trial;

  /// What previews are made with.
  private record Trial(Clock clock, FairPool pool, ProbeMaker probes, Semaphore places) {}

  public QualityDesk(DataSource dataSource, PrintComparison comparison, Clock clock) {
    submissions = new SubmissionStore(dataSource);
    holds = new QualityHolds(dataSource);
    cards = new HeldCards(dataSource, clock);
    trail = new Trail(dataSource);
    FairPool pool = new FairPool("preview-", Limits.QUALITY_PREVIEWS_MAX);
    trial =
        new Trial(
            clock,
            pool,
            new ProbeMaker(pool, comparison),
            new Semaphore(Limits.QUALITY_PREVIEWS_MAX));
  }

  private Instant now() {
    return trial.clock().instant();
  }

  /// What waits, the most pressing first.
  public List<QualityHold> queue() {
    return holds.queue(now(), Limits.QUALITY_AT_ONCE_MAX);
  }

  /// Who has a held card before them now.
  public Optional<String> holder(QualityHold hold) {
    return hold.holder(now());
  }

  /// A card that is or was held.
  public Optional<QualityHold> hold(String control) {
    return holds.of(control);
  }

  /// Takes a card, or goes on with it; false where it is another's, decided, or over.
  public boolean take(String control, Trail.Person who) {
    return holds.take(control, who, now());
  }

  /// Puts a card back.
  public void release(String control, Trail.Person who) {
    holds.release(control, who);
  }

  /// The card, where this person has it; that they looked is in the ledger.
  /// - **Shape** `what` of it they look at
  public Optional<HeldCard> card(String control, Trail.Person who, String what) {
    Optional<QualityHold> own = own(control, who);
    Optional<Transaction> transaction =
        own.flatMap(_ -> submissions.bytes(control))
            .flatMap(bytes -> ItlReader.read(bytes).ifAccepted());
    if (transaction.isEmpty()) {
      return Optional.empty();
    }
    trail.person(who, Known.QUALITY_READ, Trail.submission(control), Map.of("what", what));
    QualityHold hold = own.get();
    var findings = submissions.findings(control);
    int from = Math.min(hold.findingsFrom(), findings.size());
    return Optional.of(
        new HeldCard(
            hold,
            Card.asSent(transaction.get()),
            submissions.fingers(control),
            findings.subList(from, findings.size())));
  }

  private Optional<QualityHold> own(String control, Trail.Person who) {
    Instant now = now();
    return holds
        .of(control)
        .filter(hold -> hold.isOpen(now))
        .filter(hold -> hold.holder(now).filter(who.name()::equals).isPresent());
  }

  /// What the extraction gives under corrections that have no faults.
  public Preview preview(HeldCard card, Corrections corrections, String who)
      throws InterruptedException {
    trial.places().acquire();
    try {
      return Preview.of(trial.probes().make(who, Card.of(card.sent().transaction(), corrections)));
    } finally {
      trial.places().release();
    }
  }

  /// Lets a card be searched under corrections.
  /// - **Error** corrections with faults: IllegalArgumentException
  public HeldCards.Step search(HeldCard card, Corrections corrections, HeldCards.Decided decided) {
    List<CorrectionRules.Faulty> faults = CorrectionRules.faults(card.sent(), corrections);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("corrections=" + faults + " expected without faults");
    }
    return cards.search(
        card.hold().control(), CorrectionLine.of(corrections, asSent(card, corrections)), decided);
  }

  private static CorrectionLine.AsSent asSent(HeldCard card, Corrections corrections) {
    Map<String, Integer> fgps = new TreeMap<>();
    Map<String, List<DrawnBox>> boxes = new TreeMap<>();
    for (FingerImage image : card.sent().images()) {
      fgps.put(image.record(), image.fgp());
      boolean isDrawn =
          corrections
              .of(image.record())
              .map(ImageCorrection::boxes)
              .filter(drawn -> !drawn.isEmpty())
              .isPresent();
      if (isDrawn) {
        boxes.put(image.record(), CardImages.boxes(card.sent(), image.record()));
      }
    }
    return new CorrectionLine.AsSent(fgps, boxes, card.sent().marksAsSent());
  }

  /// Refuses a card; its sender hears L0008 with the reason.
  public HeldCards.Step refuse(String control, HeldCards.Decided decided) {
    return holds.of(control).isPresent() ? cards.refuse(control, decided) : HeldCards.Step.OVER;
  }

  /// Ends what makes previews.
  @Override
  public void close() {
    trial.pool().close();
  }
}
