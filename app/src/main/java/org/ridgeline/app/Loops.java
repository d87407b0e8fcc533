package org.ridgeline.app;

import java.io.IOException;
import java.time.Duration;
import org.ridgeline.casework.casefile.HistoryDesk;
import org.ridgeline.casework.casefile.LeadTaker;
import org.ridgeline.casework.custody.CustodyWatch;
import org.ridgeline.casework.determination.AnswerRelay;
import org.ridgeline.casework.redress.Redress;
import org.ridgeline.casework.verification.Preparer;
import org.ridgeline.exchange.delivery.Deliverer;
import org.ridgeline.exchange.identify.Dispatcher;
import org.ridgeline.exchange.intake.DropFolder;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.outbox.WorkLoop;

/// What works by itself, in the order in which it begins; ends in the opposite order.
final class Loops implements AutoCloseable {
  private static final Duration SIGN_AGAIN = Duration.ofSeconds(2);
  private static final Duration SWEEP_AGAIN = Duration.ofSeconds(20);
  private static final Duration SIGN_PATIENCE = Duration.ofSeconds(10);

  private final Checkpoints checkpoints;
  private final WorkLoop signing;
  private final ExchangeLoops exchange;
  private final CaseworkLoops casework;
  private final Redress redress;
  private final WorkLoop erasures;

  Loops(
      Checkpoints checkpoints,
      ExchangeLoops exchange,
      CaseworkLoops casework,
      RecordsLoops records) {
    this.checkpoints = checkpoints;
    signing = new WorkLoop("checkpoints", SIGN_AGAIN, checkpoints::signIfDue);
    this.exchange = exchange;
    this.casework = casework;
    redress = records.redress();
    erasures = new WorkLoop("erasures", SWEEP_AGAIN, records.sweep()::ifDue);
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

  /// Of what is corrected and erased.
  record RecordsLoops(Redress redress, ErasureSweep sweep) {}

  /// Begins to work on what waits.
  void start() throws IOException {
    signing.start();
    exchange.start();
    casework.start();
    redress.start();
    erasures.start();
  }

  /// The door of folders first, then who makes work, then who does it.
  @Override
  public void close() {
    exchange.dropFolder().close();
    erasures.close(SIGN_PATIENCE);
    redress.close();
    casework.close();
    exchange.dispatcher().close();
    exchange.deliverer().close();
    exchange.denials().close(SIGN_PATIENCE);
    signing.close(SIGN_PATIENCE);
    checkpoints.close();
  }
}
