package org.ridgeline.app;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.ridgeline.casework.casefile.HistoryDesk;
import org.ridgeline.casework.casefile.LeadTaker;
import org.ridgeline.casework.custody.CustodyWatch;
import org.ridgeline.casework.determination.AnswerRelay;
import org.ridgeline.casework.determination.PurgeRelay;
import org.ridgeline.casework.redress.Redress;
import org.ridgeline.casework.verification.Preparer;
import org.ridgeline.exchange.delivery.Deliverer;
import org.ridgeline.exchange.identify.Dispatcher;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.intake.DropFolder;
import org.ridgeline.exchange.purge.SubmissionPurge;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Anchor;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.HeldRecords;
import org.ridgeline.outbox.WorkLoop;

/// What works by itself, in the order in which it begins; ends in the opposite order.
final class Loops implements AutoCloseable {
  private static final Duration SIGN_AGAIN = Duration.ofSeconds(2);
  private static final Duration SWEEP_AGAIN = Duration.ofSeconds(20);
  private static final Duration FOLLOW_AGAIN = Duration.ofSeconds(20);
  private static final Duration ANCHOR_AGAIN = Duration.ofSeconds(5);
  private static final Duration SIGN_PATIENCE = Duration.ofSeconds(10);

  private final Proof proof;
  private final WorkLoop signing;
  private final WorkLoop anchoring;
  private final ExchangeLoops exchange;
  private final CaseworkLoops casework;
  private final PurgeLoops purges;
  private final Redress redress;
  private final WorkLoop erasures;
  private final WorkLoop galleries;
  private final FactFollowers oversight;

  Loops(Proof proof, WorkingLoops working, RecordsLoops records, FactFollowers oversight) {
    this.oversight = oversight;
    this.proof = proof;
    signing = new WorkLoop("checkpoints", SIGN_AGAIN, proof.checkpoints()::signIfDue);
    anchoring = new WorkLoop("anchors", ANCHOR_AGAIN, this::anchor);
    exchange = working.exchange();
    casework = working.casework();
    purges = working.purges();
    redress = records.redress();
    erasures = new WorkLoop("erasures", SWEEP_AGAIN, records.sweep()::ifDue);
    galleries = new WorkLoop("galleries", FOLLOW_AGAIN, () -> follow(records.repositories()));
  }

  /// Of both rooms, and of what both forget.
  record WorkingLoops(ExchangeLoops exchange, CaseworkLoops casework, PurgeLoops purges) {}

  /// Of what is purged: cases, whose submissions follow, and once a day by the rules.
  /// - **Shape** `daily` empty where nothing goes by itself
  record PurgeLoops(SubmissionPurge submissions, PurgeRelay cases, Optional<WorkLoop> daily) {
    private static final Duration DAY = Duration.ofDays(1);

    static PurgeLoops of(
        SubmissionPurge submissions, PurgeRelay cases, Retention retention, boolean isDaily) {
      return new PurgeLoops(
          submissions,
          cases,
          isDaily
              ? Optional.of(new WorkLoop("retention", DAY, () -> retention.run("server", "SYSTEM")))
              : Optional.empty());
    }

    void start() {
      submissions.start();
      cases.start();
      daily.ifPresent(WorkLoop::start);
    }

    void close() {
      daily.ifPresent(WorkLoop::close);
      cases.close();
      submissions.close();
    }
  }

  /// Of the ledger.
  /// - **Shape** `anchors` who is shown checkpoints elsewhere
  record Proof(HeldRecords records, Checkpoints checkpoints, List<Anchor> anchors) {
    void begin() throws IOException {
      try {
        records.begin();
      } catch (SQLException e) {
        throw new IOException("holding rows to the ledger: " + e.getMessage(), e);
      }
    }
  }

  /// Of submissions and answers.
  record ExchangeLoops(
      Dispatcher dispatcher, Deliverer deliverer, DropFolder dropFolder, WorkLoop denials) {
    void start() throws IOException {
      denials.start();
      dispatcher.start();
      deliverer.start();
      dropFolder.start();
    }
  }

  /// Of cases.
  record CaseworkLoops(
      HistoryDesk history,
      LeadTaker leads,
      AnswerRelay relay,
      CustodyWatch custody,
      Preparer preparer) {
    void start() {
      history.start();
      leads.start();
      relay.start();
      custody.start();
      preparer.start();
    }

    void close() {
      preparer.close();
      custody.close();
      leads.close();
      history.close();
      relay.close();
    }
  }

  /// Of what is corrected, erased and made anew.
  record RecordsLoops(Redress redress, ErasureSweep sweep, Repositories repositories) {}

  /// What a command beside the server changes reaches the galleries also while nobody searches: the
  /// first search of the morning shall not wait for the templates of a night.
  private static void follow(Repositories repositories) {
    each(List.of(RepositoryName.values()), name -> repositories.of(name).catchUp());
  }

  /// Each one thing at a time; what fails is tried ever more rarely.
  private void anchor() {
    each(
        proof.anchors(),
        one -> {
          if (one.isDue()) {
            anchoring.begin(one.name(), new Semaphore(1), one::send);
          }
        });
  }

  /// Does it with each; what fails holds up no other, and is told when all have had their turn.
  private static <T> void each(List<T> all, Consumer<T> work) {
    Optional<RuntimeException> failed = Optional.empty();
    for (T one : all) {
      try {
        work.accept(one);
      } catch (RuntimeException e) {
        failed = Optional.of(e);
      }
    }
    if (failed.isPresent()) {
      throw failed.get();
    }
  }

  /// Begins to work on what waits.
  void start() throws IOException {
    proof.begin();
    signing.start();
    anchoring.start();
    exchange.start();
    casework.start();
    purges.start();
    redress.start();
    erasures.start();
    galleries.start();
    oversight.start();
  }

  /// The door of folders first, then who makes work, then who does it.
  @Override
  public void close() {
    exchange.dropFolder().close();
    oversight.close();
    galleries.close(SIGN_PATIENCE);
    erasures.close(SIGN_PATIENCE);
    redress.close();
    purges.close();
    casework.close();
    exchange.dispatcher().close();
    exchange.deliverer().close();
    exchange.denials().close(SIGN_PATIENCE);
    anchoring.close();
    signing.close(SIGN_PATIENCE);
    proof.checkpoints().close();
  }
}
