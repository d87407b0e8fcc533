package org.ridgeline.casework;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.ridgeline.casework.casefile.BlindComparison;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseFacts;
import org.ridgeline.casework.casefile.CaseIntake;
import org.ridgeline.casework.casefile.CaseQueue;
import org.ridgeline.casework.casefile.EvidenceDesk;
import org.ridgeline.casework.casefile.HistoryDesk;
import org.ridgeline.casework.casefile.JoinedBookings;
import org.ridgeline.casework.casefile.LeadTaker;
import org.ridgeline.casework.casefile.Records;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.custody.CaseClosing;
import org.ridgeline.casework.custody.CustodyFollower;
import org.ridgeline.casework.custody.CustodyServices;
import org.ridgeline.casework.custody.Submitters;
import org.ridgeline.casework.determination.AnswerCounts;
import org.ridgeline.casework.determination.AnswerRelay;
import org.ridgeline.casework.determination.DeterminationKinds;
import org.ridgeline.casework.determination.DeterminationStore;
import org.ridgeline.casework.determination.SigningDesk;
import org.ridgeline.casework.evidence.Freshness;
import org.ridgeline.casework.policy.FactorStore;
import org.ridgeline.casework.policy.HistoryStore;
import org.ridgeline.casework.policy.PriorityPolicy;
import org.ridgeline.casework.verification.PrintSource;
import org.ridgeline.casework.verification.Verification;
import org.ridgeline.casework.verification.VerificationRules;
import org.ridgeline.exchange.identify.SecondAnswers;
import org.ridgeline.exchange.lead.LeadFeed;

/// Casework's services, wired together over its schema.
public record Casework(Cases cases, CustodyServices custody, Verification verification)
    implements AutoCloseable {
  /// Cases: opened from leads, built up, signed, answered.
  public record Cases(
      Shelf shelf,
      CaseDesk desk,
      CaseQueue queue,
      EvidenceDesk evidence,
      HistoryDesk history,
      CaseIntake intake,
      JoinedBookings joined,
      LeadTaker taker,
      DeterminationKinds kinds,
      DeterminationStore determinations,
      SigningDesk signing,
      AnswerRelay relay,
      AnswerCounts counts,
      Records records) {}

  /// What casework needs from outside.
  /// - **Shape** `determinations` the installation's own, key to words
  public record Surroundings(
      LeadFeed leads,
      SecondAnswers answers,
      Records records,
      PrintSource prints,
      VerificationRules rules,
      Reauthentication reauthentication,
      Submitters submitters,
      Map<String, String> determinations) {}

  /// Opens casework on a data source whose role owns its schema: brings the schema up to date.
  public static Casework open(DataSource dataSource, Surroundings around, Clock clock) {
    CaseworkSchema.migrate(dataSource);
    Shelf shelf = Shelf.of(dataSource, Freshness.standard(), clock);
    Verification verification = Verification.of(dataSource, around.prints(), around.rules(), clock);
    BlindComparison comparison = new BlindComparison(verification.desk());
    CaseDesk desk = new CaseDesk(shelf, around.reauthentication(), comparison);
    // First: what a step is said to be comes before what follows from it.
    desk.listen(new CaseFacts(shelf));
    JoinedBookings joined = new JoinedBookings(shelf, desk, comparison);
    BlindComparison.join(verification.desk(), desk, joined);
    // Before the relay: bookings that are left must have gone before it answers those that are not.
    desk.listen(joined);
    DeterminationKinds kinds = DeterminationKinds.standard().with(around.determinations());
    DeterminationStore store = new DeterminationStore(dataSource, kinds);
    AnswerRelay relay = new AnswerRelay(shelf, desk, store, around.answers());
    desk.listen(relay);
    CustodyServices custody = CustodyServices.of(dataSource, shelf.ledger(), clock);
    desk.listen(new CustodyFollower(custody.desk(), custody.outcomes(), around.submitters()));
    HistoryDesk history =
        new HistoryDesk(
            shelf,
            around.records(),
            new HistoryStore(dataSource),
            new FactorStore(dataSource),
            PriorityPolicy.current());
    desk.listen(history);
    CaseIntake intake = new CaseIntake(shelf, desk, joined);
    return new Casework(
        new Cases(
            shelf,
            desk,
            new CaseQueue(shelf, dataSource),
            new EvidenceDesk(shelf, desk),
            history,
            intake,
            joined,
            new LeadTaker(dataSource, around.leads(), intake),
            kinds,
            store,
            new SigningDesk(shelf, desk, store, kinds, around.records()),
            relay,
            new AnswerCounts(dataSource),
            around.records()),
        custody,
        verification);
  }

  /// Closes cases with their outcome.
  public CaseClosing closing() {
    return new CaseClosing(custody.outcomes(), cases.desk(), cases.shelf().transaction());
  }

  /// Begins to take leads and to send answers.
  public void start() {
    cases.history().start();
    cases.taker().start();
    cases.relay().start();
    custody.watch().start();
    verification.preparer().start();
  }

  @Override
  public void close() {
    verification.preparer().close();
    custody.watch().close();
    cases.taker().close();
    cases.history().close();
    cases.relay().close();
  }
}
