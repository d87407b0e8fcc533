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
import org.ridgeline.exchange.purge.ExchangeRetention;
import org.ridgeline.exchange.purge.Holds;
import org.ridgeline.exchange.purge.RetentionRule;
import org.ridgeline.exchange.purge.SubmissionFiles;
import org.ridgeline.exchange.purge.SubmissionPurge;
import org.ridgeline.exchange.submission.SearchStore;
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

  @Bean
  Retention retention(
      RoomSettings settings,
      ExchangeRetention exchange,
      CaseRules cases,
      Retention.Work work,
      Clock clock) {
    List<RetentionRule> rules = new ArrayList<>(exchange.rules());
    rules.addAll(cases.all());
    return new Retention(settings.retention(), rules, work, clock);
  }
}
