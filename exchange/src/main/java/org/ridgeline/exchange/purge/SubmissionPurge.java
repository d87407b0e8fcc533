package org.ridgeline.exchange.purge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.answer.AnswerPurge;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.exchange.submission.DemographicsSink;
import org.ridgeline.exchange.submission.PurgeableSubmissions;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Receipt;
import org.ridgeline.ledger.Subject;
import org.ridgeline.ledger.Tally;
import org.ridgeline.outbox.WorkLoop;
import org.ridgeline.vocabulary.Sha256;

/// Purges the submissions that are ordered to be: bytes, templates, what searches found, names of
/// the lead, answers, files in the folders. That there was a submission, its number, TCN, digest,
/// times, states and decisions stay.
///
/// Each is tried until it is done; what is done is done once, and a try after a crash finds nothing
/// left of what went. A card that waits for its search or its answer is not touched, and an answer
/// stays until its receiver has it, or until that is too late.
public final class SubmissionPurge implements AutoCloseable {
  private static final Logger LOG = System.getLogger(SubmissionPurge.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration WAIT = Duration.ofMinutes(1);

  private final Rooms rooms;
  private final SubmissionFiles files;
  private final DemographicsSink demographics;
  private final Patience patience;
  private final Receipt.Signer signer;
  private final Clock clock;
  private final WorkLoop loop = new WorkLoop("submission purges", LOOK_AGAIN, this::purgeDue);

  /// How long what others are to fetch stays.
  /// - **Shape** `answer` one that nobody has acknowledged, since it was made; `outbound` a file in
  ///   an agency's outbound folder
  public record Patience(Duration answer, Duration outbound) {
    /// Thirty days, and a day.
    public static Patience standard() {
      return new Patience(Duration.ofDays(30), Duration.ofDays(1));
    }
  }

  /// What is kept of a submission outside the exchange's tables.
  public record Outside(SubmissionFiles files, DemographicsSink demographics) {}

  private record Rooms(
      PurgeStore orders,
      PurgeableSubmissions submissions,
      AnswerPurge answers,
      LeadStore leads,
      Trail trail,
      Holds holds) {}

  public SubmissionPurge(
      DataSource dataSource,
      Outside outside,
      Patience patience,
      Receipt.Signer signer,
      Clock clock) {
    rooms =
        new Rooms(
            new PurgeStore(dataSource),
            new PurgeableSubmissions(dataSource),
            new AnswerPurge(dataSource),
            new LeadStore(dataSource),
            new Trail(dataSource),
            new Holds(dataSource, clock));
    files = outside.files();
    demographics = outside.demographics();
    this.patience = patience;
    this.signer = signer;
    this.clock = clock;
  }

  /// Begins to purge what is ordered.
  public void start() {
    loop.start();
  }

  /// Says that something may be ordered.
  public void wake() {
    loop.wake();
  }

  /// Orders a purge, in the caller's transaction where there is one; false where it was ordered.
  public boolean order(String control, String why) {
    return rooms.orders().order(control, why, clock.instant());
  }

  /// Whether there is such a submission.
  public boolean isKnown(String control) {
    return rooms.submissions().isKnown(control);
  }

  Instant now() {
    return clock.instant();
  }

  /// Takes one thing out of a submission, with a receipt, in one transaction.
  void part(String control, String why, Function<String, Tally> take) {
    rooms
        .trail()
        .together(() ->
            receipt(new PurgeStore.Order(control, why, 0), take.apply(control), clock.instant()));
  }

  /// Purges what is due, once; gives how many submissions are done.
  public int purgeDue() {
    int done = 0;
    List<PurgeStore.Order> due = rooms.orders().due(clock.instant(), Limits.PURGES_AT_ONCE_MAX);
    for (PurgeStore.Order order : due) {
      try {
        if (Boolean.TRUE.equals(rooms.trail().together(() -> purge(order)))) {
          done++;
        }
      } catch (RuntimeException e) {
        failed(order, e);
      }
    }
    return done;
  }

  private void failed(PurgeStore.Order order, RuntimeException e) {
    LOG.log(Level.WARNING, "purge of " + order.control(), e);
    String said = e.getMessage() == null ? e.toString() : e.getMessage();
    String brief =
        said.substring(0, Math.min(said.length(), org.ridgeline.outbox.Limits.ERROR_CHARS_MAX));
    Duration wait = WorkLoop.retryAfter(order.attempts() + 1);
    rooms.orders().failed(order.control(), brief, clock.instant(), wait);
  }

  private boolean purge(PurgeStore.Order order) {
    String control = order.control();
    Instant now = clock.instant();
    if (!rooms.orders().lock(control)) {
      return false;
    }
    Optional<String> before = waitsBefore(control);
    if (before.isPresent()) {
      rooms.orders().waits(control, before.get(), now.plus(WAIT));
      return false;
    }
    AnswerPurge.Taken answers = rooms.answers().purge(control, now.minus(patience.answer()), now);
    Tally removed =
        rooms
            .submissions()
            .purge(control, now)
            .plus("lead-names", rooms.leads().purge(control))
            .plus("demographics", demographics.forget(control))
            .plus(answers.removed())
            .plus(removedFiles(control, now));
    receipt(order, removed, now);
    int outbound = outbound(control);
    if (answers.waiting() == 0 && outbound == 0) {
      rooms.orders().done(control, now);
      return true;
    }
    rooms
        .orders()
        .waits(
            control,
            answers.waiting() + " answers not acknowledged, " + outbound + " files outbound",
            now.plus(WAIT));
    return false;
  }

  private Optional<String> waitsBefore(String control) {
    if (rooms.holds().isHeld(Trail.submission(control))) {
      return Optional.of("a hold");
    }
    return rooms.submissions().isWaiting(control)
        ? Optional.of("its searches and answers")
        : Optional.empty();
  }

  private Tally removedFiles(String control, Instant now) {
    try {
      return files
          .removeTaken(new SubmissionFiles.Which(control, Instant.MAX))
          .plus(
              files.removeAnswers(
                  new SubmissionFiles.Which(control, now.minus(patience.outbound()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int outbound(String control) {
    try {
      return files.answers(new SubmissionFiles.Which(control, Instant.MAX)).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receipt(PurgeStore.Order order, Tally removed, Instant now) {
    if (removed.isNone()) {
      return;
    }
    Map<String, String> says = new TreeMap<>(removed.lines());
    says.put("why", order.why());
    Subject subject = Trail.submission(order.control());
    Receipt receipt = signer.sign(new Receipt.Statement(subject, now, says));
    rooms.orders().add(receipt);
    Map<String, String> detail =
        Map.of("receipt", Sha256.hex(receipt.text().getBytes(StandardCharsets.UTF_8)));
    rooms
        .trail()
        .person(
            new Trail.Person("exchange", "SYSTEM", order.why()),
            Known.SUBMISSION_PURGE,
            subject,
            detail);
  }

  @Override
  public void close() {
    loop.close(Duration.ofSeconds(5));
  }
}
