package org.ridgeline.app;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
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
import org.ridgeline.ledger.HeldRecords;
import org.ridgeline.ledger.WitnessClient;
import org.ridgeline.outbox.WorkLoop;

/// What works by itself, in the order in which it begins; ends in the opposite order.
final class Loops implements AutoCloseable {
  private static final Duration SIGN_AGAIN = Duration.ofSeconds(2);
  private static final Duration WITNESS_AGAIN = Duration.ofSeconds(5);
  private static final Duration SIGN_PATIENCE = Duration.ofSeconds(10);

  private final Proof proof;
  private final Semaphore oneWitness = new Semaphore(1);
  private final WorkLoop signing;
  private final WorkLoop witnessing;
  private final ExchangeLoops exchange;
  private final CaseworkLoops casework;
  private final Redress redress;

  Loops(Proof proof, ExchangeLoops exchange, CaseworkLoops casework, Redress redress) {
    this.proof = proof;
    signing = new WorkLoop("checkpoints", SIGN_AGAIN, proof.checkpoints()::signIfDue);
    witnessing = new WorkLoop("witness", WITNESS_AGAIN, this::witness);
    this.exchange = exchange;
    this.casework = casework;
    this.redress = redress;
  }

  /// Of the ledger.
  record Proof(HeldRecords records, Checkpoints checkpoints, WitnessClient witness) {
    void begin() throws IOException {
      try {
        records.begin();
      } catch (SQLException e) {
        throw new IOException("holding rows to the ledger: " + e.getMessage(), e);
      }
    }
  }

  /// Of submissions and answers.
  record ExchangeLoops(Dispatcher dispatcher, Deliverer deliverer, DropFolder dropFolder) {
    void start() throws IOException {
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

  /// One at a time; what fails is tried ever more rarely.
  private void witness() {
    if (proof.witness().isDue()) {
      witnessing.begin("witness", oneWitness, proof.witness()::send);
    }
  }

  /// Begins to work on what waits.
  void start() throws IOException {
    proof.begin();
    signing.start();
    witnessing.start();
    exchange.start();
    casework.start();
    redress.start();
  }

  /// The door of folders first, then who makes work, then who does it.
  @Override
  public void close() {
    exchange.dropFolder().close();
    redress.close();
    casework.close();
    exchange.dispatcher().close();
    exchange.deliverer().close();
    witnessing.close();
    signing.close(SIGN_PATIENCE);
    proof.checkpoints().close();
  }
}
