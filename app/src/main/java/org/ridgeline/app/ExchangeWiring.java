package org.ridgeline.app;

import java.time.Clock;
import javax.sql.DataSource;
import org.ridgeline.console.entry.OperatorPasswords;
import org.ridgeline.console.entry.PasswordTurns;
import org.ridgeline.exchange.Denials;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.AccessTokens;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.Activations;
import org.ridgeline.exchange.agency.AgencyAccess;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.CertificateRegister;
import org.ridgeline.exchange.agency.OfficeRegister;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.OwnerTokens;
import org.ridgeline.exchange.agency.QualityControl;
import org.ridgeline.exchange.agency.SendingPermits;
import org.ridgeline.exchange.agency.ServicePermits;
import org.ridgeline.exchange.agency.StateOptions;
import org.ridgeline.exchange.answer.AgencyBookings;
import org.ridgeline.exchange.answer.AnswerCopies;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.BureauStore;
import org.ridgeline.exchange.answer.RelayLog;
import org.ridgeline.exchange.completeness.BookingFields;
import org.ridgeline.exchange.delivery.Deliverer;
import org.ridgeline.exchange.identify.Cards;
import org.ridgeline.exchange.identify.Dispatcher;
import org.ridgeline.exchange.identify.FairPool;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.identify.SecondAnswers;
import org.ridgeline.exchange.identify.Work;
import org.ridgeline.exchange.intake.DropFolder;
import org.ridgeline.exchange.intake.EncounterImports;
import org.ridgeline.exchange.intake.Intake;
import org.ridgeline.exchange.lead.LeadFeed;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.exchange.operator.LoginTries;
import org.ridgeline.exchange.operator.OperatorRegister;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.purge.Holds;
import org.ridgeline.exchange.purge.PurgeStore;
import org.ridgeline.exchange.purge.SubmissionFiles;
import org.ridgeline.exchange.purge.SubmissionPurge;
import org.ridgeline.exchange.quality.QualityDesk;
import org.ridgeline.exchange.submission.CorrectionStore;
import org.ridgeline.exchange.submission.DemographicsSink;
import org.ridgeline.exchange.submission.PurgeableSubmissions;
import org.ridgeline.exchange.submission.QualityHolds;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionList;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.Receipt;
import org.ridgeline.node.DataFolder;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.repository.amend.AmendmentDesk;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// A submission's way: intake, search, answers, delivery; and who may send and look.
@Configuration(proxyBeanMethods = false)
@Lazy
class ExchangeWiring {
  private final DataSource data;

  ExchangeWiring(@Qualifier("exchangeData") DataSource data) {
    this.data = data;
  }

  @Bean
  AgencyStore agencies() {
    return new AgencyStore(data);
  }

  @Bean
  OfficeStore offices() {
    return new OfficeStore(data);
  }

  @Bean
  AgencyRegister agencyRegister() {
    return new AgencyRegister(data);
  }

  @Bean
  OfficeRegister officeRegister() {
    return new OfficeRegister(data);
  }

  @Bean
  SendingPermits sendingPermits() {
    return new SendingPermits(data);
  }

  @Bean
  ServicePermits servicePermits() {
    return new ServicePermits(data);
  }

  @Bean
  AnswerCopies answerCopies() {
    return new AnswerCopies(data);
  }

  @Bean
  AccessTokens accessTokens() {
    return new AccessTokens(data);
  }

  @Bean
  AgencyAccess agencyAccess() {
    return new AgencyAccess(data);
  }

  @Bean
  CertificateRegister certificateRegister() {
    return new CertificateRegister(data);
  }

  @Bean
  OperatorRegister operatorRegister() {
    return new OperatorRegister(data);
  }

  @Bean
  Denials denials(Clock clock) {
    return new Denials(data, clock);
  }

  @Bean
  OwnerTokens owners() {
    return new OwnerTokens(data);
  }

  @Bean
  ActivationRegister activation() {
    return new ActivationRegister(data);
  }

  @Bean
  Activations activations(AgencyStore agencies, ActivationRegister activation, Clock clock) {
    return new Activations(agencies, activation, clock);
  }

  @Bean
  StateOptions stateOptions() {
    return new StateOptions(data);
  }

  @Bean
  OperatorStore operators(DoorSettings doors) {
    return new OperatorStore(data, doors.lockAfter());
  }

  @Bean
  LoginTries loginTries() {
    return new LoginTries(data);
  }

  /// One for all doors that ask for a password.
  @Bean
  PasswordTurns passwordTurns() {
    return PasswordTurns.ofMachine(OperatorPasswords.encoder());
  }

  @Bean
  SubmissionStore submissions() {
    return new SubmissionStore(data);
  }

  @Bean
  QualityControl qualityControl() {
    return new QualityControl(data);
  }

  @Bean
  QualityHolds qualityHolds() {
    return new QualityHolds(data);
  }

  @Bean
  QualityDesk qualityDesk(Clock clock) {
    return new QualityDesk(data, new FullPrintComparison(), clock);
  }

  @Bean
  CorrectionStore correctionStore() {
    return new CorrectionStore(data);
  }

  @Bean
  Cards cards() {
    return new Cards(data);
  }

  @Bean
  SubmissionList submissionList() {
    return new SubmissionList(data);
  }

  @Bean
  AgencyBookings agencyBookings() {
    return new AgencyBookings(data);
  }

  @Bean
  SearchStore searches() {
    return new SearchStore(data);
  }

  @Bean
  AnswerStore answers() {
    return new AnswerStore(data);
  }

  @Bean
  BureauStore bureaus() {
    return new BureauStore(data);
  }

  @Bean
  RelayLog relayLog() {
    return new RelayLog(data);
  }

  @Bean
  LeadStore leads() {
    return new LeadStore(data);
  }

  /// The facts that exchange tells, for those who follow them.
  @Bean
  Outbox exchangeOutbox() {
    return new Outbox(data);
  }

  @Bean
  LeadFeed leadFeed(@Qualifier("exchangeOutbox") Outbox facts, LeadStore leads) {
    return new LeadFeed(facts, leads);
  }

  @Bean
  Trail trail() {
    return new Trail(data);
  }

  @Bean(destroyMethod = "")
  Deliverer deliverer(AnswerStore answers, AgencyStore agencies, DataFolder folder) {
    return new Deliverer(answers, agencies, folder.root().resolve("outbound"));
  }

  @Bean(destroyMethod = "")
  Dispatcher dispatcher(
      Repositories repositories, Clock clock, RoomSettings settings, Deliverer deliverer) {
    var work = new Work(clock, settings.holds(), deliverer::wake);
    return Dispatcher.of(data, repositories, new FullPrintComparison(), work);
  }

  @Bean
  Holds holds(Clock clock) {
    return new Holds(data, clock);
  }

  @Bean
  PurgeStore purgeStore() {
    return new PurgeStore(data);
  }

  @Bean
  PurgeableSubmissions purgeableSubmissions() {
    return new PurgeableSubmissions(data);
  }

  @Bean
  SubmissionFiles submissionFiles(DataFolder folder) {
    return new SubmissionFiles(folder.root().resolve("inbound"), folder.root().resolve("outbound"));
  }

  @Bean(destroyMethod = "")
  SubmissionPurge submissionPurge(
      SubmissionFiles files,
      DemographicsSink demographics,
      RoomSettings settings,
      Receipt.Signer signer,
      Clock clock) {
    var outside = new SubmissionPurge.Outside(files, demographics);
    return new SubmissionPurge(data, outside, settings.retention().patience(), signer, clock);
  }

  @Bean
  SecondAnswers secondAnswers(Clock clock, Deliverer deliverer) {
    return SecondAnswers.of(data, clock, deliverer::wake);
  }

  @Bean
  Intake.Aside aside(DemographicsSink demographics, BookingFields fields) {
    return new Intake.Aside(demographics, fields);
  }

  /// What intake wakes when it has kept something.
  @Bean
  Intake.Work intakeWork(
      Clock clock, Dispatcher dispatcher, Deliverer deliverer, Intake.Aside aside) {
    return new Intake.Work(
        clock,
        () -> {
          dispatcher.wake();
          deliverer.wake();
        },
        aside);
  }

  @Bean
  Intake intake(
      SubmissionStore submissions,
      AnswerStore answers,
      AgencyStore agencies,
      Trail trail,
      Intake.Work work) {
    return new Intake(submissions, answers, agencies, trail, work);
  }

  @Bean(destroyMethod = "")
  DropFolder dropFolder(DataFolder folder, AgencyStore agencies, Intake intake) {
    return new DropFolder(folder.root().resolve("inbound"), agencies, intake);
  }

  @Bean
  FairPool importing() {
    return new FairPool("import-", Runtime.getRuntime().availableProcessors());
  }

  @Bean
  EncounterImports encounterImports(
      Repositories repositories, FairPool importing, Trail trail, AmendmentDesk amendments) {
    return new EncounterImports(repositories, new ProbeMaker(importing), trail, amendments);
  }
}
