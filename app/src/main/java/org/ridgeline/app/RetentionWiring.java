package org.ridgeline.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.ClosedCases;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.redress.DecidedItems;
import org.ridgeline.casework.verification.RetiredPairs;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.purge.CivilEncounters;
import org.ridgeline.exchange.purge.ExchangeRetention;
import org.ridgeline.exchange.purge.Holds;
import org.ridgeline.exchange.purge.RetentionRule;
import org.ridgeline.exchange.purge.SubmissionFiles;
import org.ridgeline.exchange.purge.SubmissionPurge;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.repository.amend.AmendmentDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The rules of retention, and who applies them. They ask a case's desk to purge, so that everybody
/// who hears of a purge hears of these.
@Configuration(proxyBeanMethods = false)
@Lazy
class RetentionWiring {
  @Bean
  Retention.Work retentionWork(
      CaseDesk desk, Shelf shelf, SubmissionPurge submissions, Holds holds, Trail trail) {
    return new Retention.Work(desk, shelf, submissions, holds, trail);
  }

  @Bean
  ErasedBookings erasedBookings(
      SearchStore searches, SubmissionPurge submissions, Shelf shelf, CaseDesk desk) {
    return new ErasedBookings(searches, submissions, shelf.cases(), desk);
  }

  @Bean
  ExchangeRetention exchangeRetention(
      @Qualifier("exchangeData") DataSource data,
      SubmissionPurge purge,
      SubmissionFiles files,
      Holds holds) {
    return new ExchangeRetention(data, purge, files, holds);
  }

  /// - **Shape** in the order in which they run
  record CaseRules(List<RetentionRule> all) {}

  @Bean
  CaseRules caseRules(
      @Qualifier("caseworkData") DataSource data,
      CaseDesk desk,
      Holds holds,
      Daybook daybook,
      RoomSettings settings) {
    List<RetentionRule> rules = new ArrayList<>();
    var outcomes = settings.retention().outcomes().keySet();
    outcomes.stream()
        .sorted()
        .forEach(outcome -> rules.add(new ClosedCases(data, desk, holds, outcome, outcomes)));
    rules.add(new ClosedCases(data, desk, holds, "*", outcomes));
    rules.add(new DecidedItems(data, daybook, holds));
    rules.add(new RetiredPairs(data, daybook));
    return new CaseRules(rules);
  }

  /// Last: where the civil repository's server is away, the others have run.
  @Bean
  CivilEncounters civilEncounters(
      @Qualifier("exchangeData") DataSource data,
      Holds holds,
      ObjectProvider<AmendmentDesk> amendments) {
    return new CivilEncounters(
        data, holds, () -> amendments.getObject().of(RepositoryName.CIVIL.key()).expiry());
  }

  @Bean
  Rules rules(ExchangeRetention exchange, CaseRules cases, CivilEncounters civil) {
    List<RetentionRule> all = new ArrayList<>(exchange.rules());
    all.addAll(cases.all());
    all.add(civil);
    return new Rules(all);
  }

  /// All of them.
  /// - **Shape** in the order in which they run
  record Rules(List<RetentionRule> all) {}

  @Bean
  Retention retention(RoomSettings settings, Rules rules, Retention.Work work, Clock clock) {
    return new Retention(settings.retention(), rules.all(), work, clock);
  }
}
