package org.ridgeline.casework.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Subject;
import org.springframework.transaction.support.TransactionTemplate;

/// What all services of verification take from.
/// - **Shape** `lot` draws who gets what in which order: not to be guessed by examiners
public record Bench(Stores stores, Daybook daybook, VerificationRules rules, RandomGenerator lot) {
  /// The SQL.
  public record Stores(
      ComparisonStore comparisons,
      TaskStore tasks,
      VerdictStore verdicts,
      StandingStore standings,
      ReviewStore reviews,
      ScoreStore scores) {
    /// Over casework's data source.
    public static Stores of(DataSource dataSource) {
      return new Stores(
          new ComparisonStore(dataSource),
          new TaskStore(dataSource),
          new VerdictStore(dataSource),
          new StandingStore(dataSource),
          new ReviewStore(dataSource),
          new ScoreStore(dataSource));
    }
  }

  /// Over casework's data source.
  public static Bench of(
      DataSource dataSource, VerificationRules rules, Clock clock, RandomGenerator lot) {
    return new Bench(Stores.of(dataSource), Daybook.of(dataSource, clock), rules, lot);
  }

  TransactionTemplate transaction() {
    return daybook.transaction();
  }

  /// Conflicts settled since then may still be looked at by the supervisor who settled them.
  Instant reviewedSince() {
    return now().minus(Duration.ofDays(Limits.REVIEW_DAYS));
  }

  Instant now() {
    return daybook.now();
  }

  void record(Actor actor, Action action, Subject subject, Map<String, String> detail) {
    daybook.record(actor, action, subject, detail);
  }

  void record(Action action, Subject subject, Map<String, String> detail) {
    daybook.record("blind verification", action, subject, detail);
  }
}
