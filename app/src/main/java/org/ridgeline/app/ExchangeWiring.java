package org.ridgeline.app;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.OwnerTokens;
import org.ridgeline.exchange.agency.StateOptions;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.BureauStore;
import org.ridgeline.exchange.answer.RelayLog;
import org.ridgeline.exchange.delivery.Deliverer;
import org.ridgeline.exchange.identify.Dispatcher;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.identify.SecondAnswers;
import org.ridgeline.exchange.identify.Stores;
import org.ridgeline.exchange.intake.DropFolder;
import org.ridgeline.exchange.intake.EncounterImports;
import org.ridgeline.exchange.intake.Intake;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.submission.AgencyBookings;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionList;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.node.DataFolder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.support.TransactionTemplate;

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
  OwnerTokens owners() {
    return new OwnerTokens(data);
  }

  @Bean
  ActivationRegister activation() {
    return new ActivationRegister(data);
  }

  @Bean
  StateOptions stateOptions() {
    return new StateOptions(data);
  }

  @Bean
  OperatorStore operators() {
    return new OperatorStore(data);
  }

  @Bean
  SubmissionStore submissions() {
    return new SubmissionStore(data);
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

  @Bean
  Trail trail() {
    return new Trail(data);
  }

  @Bean
  Stores stores() {
    return Stores.of(data);
  }

  @Bean(destroyMethod = "")
  Deliverer deliverer(AnswerStore answers, AgencyStore agencies, DataFolder folder) {
    return new Deliverer(answers, agencies, folder.root().resolve("outbound"));
  }

  @Bean(destroyMethod = "")
  Dispatcher dispatcher(
      Stores stores, Repositories repositories, Clock clock, Deliverer deliverer) {
    return new Dispatcher(stores, repositories, clock, deliverer::wake);
  }

  @Bean
  SecondAnswers secondAnswers(Stores stores, Clock clock, Deliverer deliverer) {
    return new SecondAnswers(stores, clock, deliverer::wake);
  }

  @Bean
  Intake intake(
      Stores stores,
      @Qualifier("exchangeTransaction") TransactionTemplate transaction,
      Clock clock,
      Dispatcher dispatcher,
      Deliverer deliverer) {
    return new Intake(
        stores.submissions(),
        stores.answers(),
        transaction,
        clock,
        () -> {
          dispatcher.wake();
          deliverer.wake();
        });
  }

  @Bean(destroyMethod = "")
  DropFolder dropFolder(DataFolder folder, AgencyStore agencies, Intake intake) {
    return new DropFolder(folder.root().resolve("inbound"), agencies, intake);
  }

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService importing() {
    return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  }

  @Bean
  EncounterImports encounterImports(Repositories repositories, ExecutorService importing) {
    return new EncounterImports(repositories, new ProbeMaker(importing));
  }
}
