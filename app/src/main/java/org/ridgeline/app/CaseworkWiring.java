package org.ridgeline.app;

import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.ridgeline.casework.custody.BurdenMeter;
import org.ridgeline.casework.custody.CustodyCounts;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.CustodyRules;
import org.ridgeline.casework.custody.CustodyWatch;
import org.ridgeline.casework.custody.FacilityRegister;
import org.ridgeline.casework.custody.OutcomeDesk;
import org.ridgeline.casework.custody.ReferralDesk;
import org.ridgeline.casework.verification.Bench;
import org.ridgeline.casework.verification.ExaminerDesk;
import org.ridgeline.casework.verification.KnownPairs;
import org.ridgeline.casework.verification.Preparer;
import org.ridgeline.casework.verification.PrintSource;
import org.ridgeline.casework.verification.SupervisorDesk;
import org.ridgeline.casework.verification.VerificationCounts;
import org.ridgeline.casework.verification.VerificationDesk;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.Ledger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Blind verification and custody: the parts of casework that know no case.
@Configuration(proxyBeanMethods = false)
@Lazy
class CaseworkWiring {
  private final DataSource data;
  private final Ledger ledger;
  private final Clock clock;

  CaseworkWiring(
      @Qualifier("caseworkData") DataSource data,
      @Qualifier("caseworkLedger") Ledger ledger,
      Clock clock) {
    this.data = data;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Bean
  PrintSource comparedPrints(
      SubmissionStore submissions, SearchStore searches, Repositories repositories) {
    return new ComparedPrints(submissions, searches, repositories);
  }

  /// Lots are drawn so that examiners cannot guess them.
  @Bean
  Bench bench(RoomSettings settings) {
    return Bench.of(data, settings.verification(), clock, new SecureRandom());
  }

  @Bean
  VerificationDesk verificationDesk(Bench bench) {
    return new VerificationDesk(bench);
  }

  @Bean
  ExaminerDesk examinerDesk(Bench bench, VerificationDesk desk) {
    return new ExaminerDesk(bench, desk);
  }

  @Bean
  SupervisorDesk supervisorDesk(Bench bench) {
    return new SupervisorDesk(bench, data);
  }

  @Bean
  KnownPairs knownPairs(Bench bench) {
    return new KnownPairs(bench);
  }

  @Bean
  VerificationCounts verificationCounts(Bench bench) {
    return new VerificationCounts(bench, data);
  }

  @Bean(destroyMethod = "")
  Preparer preparer(Bench bench, VerificationDesk desk, PrintSource prints) {
    return new Preparer(bench, desk, prints);
  }

  @Bean
  CustodyDesk custodyDesk() {
    return new CustodyDesk(data, ledger, clock);
  }

  @Bean
  OutcomeDesk outcomeDesk() {
    return new OutcomeDesk(data, ledger, clock);
  }

  @Bean
  ReferralDesk referralDesk() {
    return new ReferralDesk(data, ledger, clock);
  }

  @Bean
  FacilityRegister facilityRegister() {
    return new FacilityRegister(data, ledger, clock);
  }

  @Bean
  CustodyRules custodyRules() {
    return new CustodyRules(data, ledger);
  }

  @Bean
  CustodyCounts custodyCounts() {
    return new CustodyCounts(data, ledger, clock);
  }

  @Bean
  BurdenMeter burdenMeter() {
    return new BurdenMeter(data);
  }

  @Bean(destroyMethod = "")
  CustodyWatch custodyWatch() {
    return new CustodyWatch(data, ledger, clock);
  }
}
