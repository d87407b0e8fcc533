package org.ridgeline.casework;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.ridgeline.casework.casefile.BlindComparison;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseIntake;
import org.ridgeline.casework.casefile.CasePurge;
import org.ridgeline.casework.casefile.CaseQueue;
import org.ridgeline.casework.casefile.CaseStore;
import org.ridgeline.casework.casefile.EvidenceDesk;
import org.ridgeline.casework.casefile.HistoryDesk;
import org.ridgeline.casework.casefile.JoinedBookings;
import org.ridgeline.casework.casefile.LeadTaker;
import org.ridgeline.casework.casefile.QueueStore;
import org.ridgeline.casework.casefile.Records;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.custody.CaseClosing;
import org.ridgeline.casework.custody.CustodyFollower;
import org.ridgeline.casework.custody.CustodyServices;
import org.ridgeline.casework.custody.Submitters;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.Reauthentication;
import org.ridgeline.casework.determination.AnswerCounts;
import org.ridgeline.casework.determination.AnswerRelay;
import org.ridgeline.casework.determination.DeterminationKinds;
import org.ridgeline.casework.determination.DeterminationStore;
import org.ridgeline.casework.determination.SigningDesk;
import org.ridgeline.casework.evidence.EvidenceStore;
import org.ridgeline.casework.evidence.Freshness;
import org.ridgeline.casework.policy.FactorStore;
import org.ridgeline.casework.policy.HistoryStore;
import org.ridgeline.casework.policy.PriorityPolicy;
import org.ridgeline.casework.verification.PrintSource;
import org.ridgeline.casework.verification.Verification;
import org.ridgeline.casework.verification.VerificationRules;
import org.ridgeline.exchange.identify.SecondAnswers;
import org.ridgeline.exchange.lead.LeadStore;

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
      LeadStore leads,
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
    Daybook daybook = Daybook.of(dataSource, clock);
    Verification verification =
        Verification.of(dataSource, around.prints(), around.rules(), daybook);
    CustodyServices custody = CustodyServices.of(dataSource, daybook);
    Cases cases = cases(dataSource, around, daybook, verification);
    // The history last: a level is worked out of a case that everybody else has heard of.
    cases
        .desk()
        .listen(new CustodyFollower(custody.desk(), custody.outcomes(), around.submitters()));
    cases.desk().listen(cases.history());
    return new Casework(cases, custody, verification);
  }

  private static Cases cases(
      DataSource dataSource, Surroundings around, Daybook daybook, Verification verification) {
    Shelf shelf =
        new Shelf(
            new CaseStore(dataSource),
            new QueueStore(dataSource),
            new EvidenceStore(dataSource),
            daybook,
            Freshness.standard());
    HistoryStore entries = new HistoryStore(dataSource);
    FactorStore factors = new FactorStore(dataSource);
    CasePurge purge =
        new CasePurge(dataSource, List.of(shelf.cases(), shelf.evidence(), entries, factors));
    BlindComparison comparison = new BlindComparison(verification.desk());
    CaseDesk desk = new CaseDesk(shelf, around.reauthentication(), comparison, purge);
    JoinedBookings joined = new JoinedBookings(shelf, desk, comparison);
    verification.desk().listen(joined);
    DeterminationKinds kinds = DeterminationKinds.standard().with(around.determinations());
    DeterminationStore store = new DeterminationStore(dataSource, kinds);
    AnswerRelay relay = new AnswerRelay(shelf, desk, store, around.answers());
    // The relay last: bookings that are left must have gone before it answers those that are not.
    desk.listen(comparison);
    desk.listen(joined);
    desk.listen(relay);
    CaseIntake intake = new CaseIntake(shelf, desk, joined);
    return new Cases(
        shelf,
        desk,
        new CaseQueue(shelf, shelf.queue()),
        new EvidenceDesk(shelf, desk),
        new HistoryDesk(shelf, around.records(), entries, factors, PriorityPolicy.current()),
        intake,
        joined,
        new LeadTaker(around.leads(), intake),
        kinds,
        store,
        new SigningDesk(shelf, desk, store, kinds, around.records()),
        relay,
        new AnswerCounts(store, shelf.queue(), shelf.evidence()),
        around.records());
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
