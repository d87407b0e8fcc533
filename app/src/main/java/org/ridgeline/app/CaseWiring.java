package org.ridgeline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.ridgeline.casework.casefile.BlindComparison;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseExhibits;
import org.ridgeline.casework.casefile.CaseFacts;
import org.ridgeline.casework.casefile.CaseIntake;
import org.ridgeline.casework.casefile.CaseListener;
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
import org.ridgeline.casework.custody.CaseSituation;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.CustodyFollower;
import org.ridgeline.casework.custody.CustodyPurge;
import org.ridgeline.casework.custody.FacilityStore;
import org.ridgeline.casework.custody.OutcomeDesk;
import org.ridgeline.casework.custody.Submitters;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.Purgeable;
import org.ridgeline.casework.desk.Reauthentication;
import org.ridgeline.casework.determination.AnswerCounts;
import org.ridgeline.casework.determination.AnswerRelay;
import org.ridgeline.casework.determination.DeterminationKinds;
import org.ridgeline.casework.determination.DeterminationStore;
import org.ridgeline.casework.determination.PurgeRelay;
import org.ridgeline.casework.determination.SigningDesk;
import org.ridgeline.casework.evidence.EvidenceStore;
import org.ridgeline.casework.evidence.Freshness;
import org.ridgeline.casework.history.FactorStore;
import org.ridgeline.casework.history.HistoryStore;
import org.ridgeline.casework.replay.CasePseudonym;
import org.ridgeline.casework.replay.ReplayDesk;
import org.ridgeline.casework.verification.ComparisonPurge;
import org.ridgeline.casework.verification.VerificationDesk;
import org.ridgeline.console.entry.OperatorPasswords;
import org.ridgeline.console.entry.PasswordTurns;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.identify.SecondAnswers;
import org.ridgeline.exchange.lead.LeadFeed;
import org.ridgeline.exchange.operator.LoginTries;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.purge.Holds;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.Receipt;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Secrets;
import org.ridgeline.policy.PriorityPolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Cases: opened from leads, built up, signed, answered, followed.
@Configuration(proxyBeanMethods = false)
@Lazy
class CaseWiring {
  private final DataSource data;

  CaseWiring(@Qualifier("caseworkData") DataSource data) {
    this.data = data;
  }

  @Bean
  Shelf shelf(Daybook daybook) {
    return new Shelf(
        new CaseStore(data),
        new QueueStore(data),
        new EvidenceStore(data),
        daybook,
        Freshness.standard());
  }

  @Bean
  HistoryStore historyStore() {
    return new HistoryStore(data);
  }

  @Bean
  FactorStore factorStore() {
    return new FactorStore(data);
  }

  /// Every store that knows something of a case's person is asked to forget it.
  @Bean
  CasePurge casePurge(Shelf shelf, PurgedStores stores, Receipt.Signer signer, Holds holds) {
    List<Purgeable> all = new ArrayList<>(List.of(shelf.cases(), shelf.evidence()));
    all.addAll(stores.more());
    return new CasePurge(data, all, signer, holds);
  }

  /// Those beside the case and its evidence.
  record PurgedStores(List<Purgeable> more) {}

  @Bean
  PurgedStores purgedStores(
      HistoryStore entries, FactorStore factors, DeterminationStore determinations) {
    return new PurgedStores(
        List.of(
            entries, factors, determinations, new CustodyPurge(data), new ComparisonPurge(data)));
  }

  @Bean(destroyMethod = "")
  PurgeRelay purgeRelay(Shelf shelf, DeterminationStore store, SecondAnswers answers) {
    return new PurgeRelay(data, shelf, store, answers);
  }

  /// The repositories are opened when somebody reads a record: a command that has cases purged
  /// beside a server leaves its galleries alone.
  @Bean
  Records records(SearchStore searches, ObjectProvider<Repositories> repositories) {
    return new RepositoryRecords(repositories::getObject, searches);
  }

  @Bean
  Reauthentication reauthentication(
      OperatorStore operators, LoginTries tries, PasswordTurns passwords, Clock clock) {
    return new OperatorPasswords(operators, tries, passwords, clock);
  }

  @Bean
  Submitters submitters(SubmissionStore submissions) {
    return control ->
        submissions
            .byControl(control)
            .flatMap(s -> s.agencyOri().map(ori -> new Submitters.Submitter(ori, s.receivedAt())));
  }

  @Bean
  ReplayDesk replayDesk(
      Shelf shelf, Records records, ReplayDesk.Sources sources, CasePseudonym pseudonym) {
    return new ReplayDesk(shelf, records, sources, pseudonym);
  }

  @Bean
  ReplayDesk.Sources replaySources(
      HistoryStore entries, DeterminationStore determinations, LedgerReader ledger) {
    return new ReplayDesk.Sources(entries, determinations, ledger);
  }

  /// What cases are called where oversight replays them.
  @Bean
  CasePseudonym casePseudonym(DataFolder folder) {
    try {
      return new CasePseudonym(Secrets.in(folder.root()).of("case_pseudonyms"));
    } catch (IOException e) {
      throw new UncheckedIOException("secrets: " + e.getMessage(), e);
    }
  }

  @Bean
  BlindComparison blindComparison(VerificationDesk desk) {
    return new BlindComparison(desk);
  }

  @Bean
  CaseDesk caseDesk(
      Shelf shelf,
      Reauthentication reauthentication,
      BlindComparison comparison,
      CasePurge purge,
      CaseExhibits exhibits) {
    return new CaseDesk(shelf, reauthentication, comparison, purge, exhibits);
  }

  @Bean
  CaseExhibits caseExhibits(
      Shelf shelf, Records records, HistoryDesk history, DeterminationStore determinations) {
    return new CaseExhibits(shelf, records, history, determinations::of);
  }

  @Bean
  JoinedBookings joinedBookings(Shelf shelf, CaseDesk desk, BlindComparison comparison) {
    return new JoinedBookings(shelf, desk, comparison);
  }

  @Bean
  CaseQueue caseQueue(Shelf shelf) {
    return new CaseQueue(shelf, shelf.queue());
  }

  @Bean
  EvidenceDesk evidenceDesk(Shelf shelf, CaseDesk desk) {
    return new EvidenceDesk(shelf, desk);
  }

  @Bean(destroyMethod = "")
  HistoryDesk historyDesk(Shelf shelf, Records records, HistoryStore entries, FactorStore factors) {
    return new HistoryDesk(shelf, records, entries, factors, PriorityPolicy.current());
  }

  @Bean
  CaseIntake caseIntake(Shelf shelf, CaseDesk desk, JoinedBookings joined) {
    return new CaseIntake(shelf, desk, joined);
  }

  @Bean(destroyMethod = "")
  LeadTaker leadTaker(LeadFeed leads, CaseIntake intake) {
    return new LeadTaker(data, leads, intake);
  }

  @Bean
  DeterminationKinds determinationKinds(RoomSettings settings) {
    return DeterminationKinds.standard().with(settings.determinations());
  }

  @Bean
  DeterminationStore determinationStore(DeterminationKinds kinds) {
    return new DeterminationStore(data, kinds);
  }

  @Bean
  SigningDesk signingDesk(
      Shelf shelf,
      CaseDesk desk,
      DeterminationStore store,
      DeterminationKinds kinds,
      Records records) {
    return new SigningDesk(shelf, desk, store, kinds, records);
  }

  @Bean(destroyMethod = "")
  AnswerRelay answerRelay(
      Shelf shelf, CaseDesk desk, DeterminationStore store, SecondAnswers answers) {
    return new AnswerRelay(shelf, desk, store, answers);
  }

  @Bean
  AnswerCounts answerCounts(DeterminationStore determinations, Shelf shelf) {
    return new AnswerCounts(determinations, shelf.queue(), shelf.evidence());
  }

  @Bean
  CustodyFollower custodyFollower(
      CustodyDesk custody, OutcomeDesk outcomes, Submitters submitters) {
    return new CustodyFollower(custody, outcomes, submitters);
  }

  @Bean
  CaseClosing caseClosing(OutcomeDesk outcomes, CaseDesk desk, Shelf shelf) {
    return new CaseClosing(outcomes, desk, shelf.transaction());
  }

  /// Who hears of a case's steps, in order: what a step is said to be comes before what follows
  /// from it, and bookings that are left must have gone before the relay answers those that are
  /// not. The history last: a level is worked out of a case that everybody else has heard of.
  @Bean
  StepListeners stepListeners(
      CaseFacts facts, CaseListeners cases, CustodyFollower custody, HistoryDesk history) {
    return new StepListeners(
        List.of(
            facts,
            cases.situation(),
            cases.comparison(),
            cases.joined(),
            cases.relay(),
            custody,
            history));
  }

  @Bean
  CaseFacts caseFacts(Shelf shelf) {
    return new CaseFacts(shelf);
  }

  @Bean
  CaseSituation caseSituation(Daybook daybook, FacilityStore facilities, Submitters submitters) {
    return new CaseSituation(daybook, facilities, submitters);
  }

  /// Those of them that see to comparisons and answers, and who tells where a person was booked.
  @Bean
  CaseListeners caseListeners(
      CaseSituation situation,
      BlindComparison comparison,
      JoinedBookings joined,
      AnswerRelay relay) {
    return new CaseListeners(situation, comparison, joined, relay);
  }

  /// - **Shape** in the order in which they hear
  record CaseListeners(
      CaseSituation situation,
      BlindComparison comparison,
      JoinedBookings joined,
      AnswerRelay relay) {}

  /// In the order in which they hear.
  record StepListeners(List<CaseListener> all) {}

  /// Tells everybody where to listen.
  @Bean
  CaseHearing hearing(
      CaseDesk desk, VerificationDesk verification, JoinedBookings joined, StepListeners steps) {
    verification.listen(joined);
    steps.all().forEach(desk::listen);
    return new CaseHearing();
  }
}
