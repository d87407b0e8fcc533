package org.ridgeline.app;

import java.security.SecureRandom;
import javax.sql.DataSource;
import org.ridgeline.casework.custody.AgencyCustodies;
import org.ridgeline.casework.custody.BurdenMeter;
import org.ridgeline.casework.custody.CustodyCounts;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.CustodyRules;
import org.ridgeline.casework.custody.CustodyStore;
import org.ridgeline.casework.custody.CustodyWatch;
import org.ridgeline.casework.custody.FacilityRegister;
import org.ridgeline.casework.custody.FacilityStore;
import org.ridgeline.casework.custody.OutcomeDesk;
import org.ridgeline.casework.custody.OutcomeStore;
import org.ridgeline.casework.custody.ReferralDesk;
import org.ridgeline.casework.custody.ReferralStore;
import org.ridgeline.casework.custody.RuleStore;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.verification.Bench;
import org.ridgeline.casework.verification.ExaminerDesk;
import org.ridgeline.casework.verification.KnownPairs;
import org.ridgeline.casework.verification.Preparer;
import org.ridgeline.casework.verification.PrintSource;
import org.ridgeline.casework.verification.SeenScores;
import org.ridgeline.casework.verification.SupervisorDesk;
import org.ridgeline.casework.verification.VerificationCounts;
import org.ridgeline.casework.verification.VerificationDesk;
import org.ridgeline.exchange.answer.AgencyBookings;
import org.ridgeline.exchange.identify.Cards;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Blind verification and custody: the parts of casework that know no case.
@Configuration(proxyBeanMethods = false)
@Lazy
class CaseworkWiring {
  private final DataSource data;
  private final Daybook daybook;

  CaseworkWiring(@Qualifier("caseworkData") DataSource data, Daybook daybook) {
    this.data = data;
    this.daybook = daybook;
  }

  @Bean
  PrintSource comparedPrints(
      Cards cards, SubmissionStore submissions, SearchStore searches, Repositories repositories) {
    return new ComparedPrints(cards, submissions, searches, repositories);
  }

  /// Lots are drawn so that examiners cannot guess them.
  @Bean
  Bench bench(RoomSettings settings) {
    return new Bench(Bench.Stores.of(data), daybook, settings.verification(), new SecureRandom());
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
  SeenScores seenScores(Bench bench) {
    return new SeenScores(bench);
  }

  @Bean
  SupervisorDesk supervisorDesk(Bench bench) {
    return new SupervisorDesk(bench);
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
  CustodyStore custodyStore() {
    return new CustodyStore(data);
  }

  @Bean
  OutcomeStore outcomeStore() {
    return new OutcomeStore(data);
  }

  @Bean
  FacilityStore facilityStore() {
    return new FacilityStore(data);
  }

  @Bean
  CustodyRules custodyRules(CustodyStore store) {
    return new CustodyRules(new RuleStore(data), store, daybook);
  }

  @Bean
  CustodyDesk custodyDesk(
      CustodyStore store, OutcomeStore outcomes, FacilityStore facilities, CustodyRules rules) {
    return new CustodyDesk(store, outcomes, facilities, rules, daybook);
  }

  /// What an agency may see of a custody, for all doors.
  @Bean
  AgencyCustodies agencyCustodies(CustodyDesk desk, AgencyBookings bookings) {
    return new AgencyCustodies(desk, bookings::isToldOfSecond);
  }

  @Bean
  OutcomeDesk outcomeDesk(OutcomeStore outcomes, CustodyStore store) {
    return new OutcomeDesk(outcomes, store, daybook);
  }

  @Bean
  ReferralDesk referralDesk(CustodyStore store) {
    return new ReferralDesk(new ReferralStore(data), store, daybook);
  }

  @Bean
  FacilityRegister facilityRegister(FacilityStore store) {
    return new FacilityRegister(store, daybook);
  }

  @Bean
  CustodyCounts custodyCounts(CustodyStore store, CustodyRules rules) {
    return new CustodyCounts(store, rules, daybook.clock());
  }

  @Bean
  BurdenMeter burdenMeter() {
    return new BurdenMeter(data);
  }

  @Bean(destroyMethod = "")
  CustodyWatch custodyWatch(CustodyStore store, OutcomeStore outcomes, CustodyRules rules) {
    return new CustodyWatch(store, outcomes, rules, daybook);
  }
}
