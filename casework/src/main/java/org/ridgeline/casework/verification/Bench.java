package org.ridgeline.casework.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.ridgeline.casework.Actor;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What all services of verification take from.
/// - **Shape** `lot` draws who gets what in which order: not to be guessed by examiners
public record Bench(
    Stores stores,
    Ledger ledger,
    TransactionTemplate transaction,
    VerificationRules rules,
    Clock clock,
    RandomGenerator lot) {
  /// The SQL.
  record Stores(
      ComparisonStore comparisons,
      TaskStore tasks,
      VerdictStore verdicts,
      StandingStore standings) {}

  /// Over casework's data source.
  public static Bench of(
      DataSource dataSource, VerificationRules rules, Clock clock, RandomGenerator lot) {
    return new Bench(
        new Stores(
            new ComparisonStore(dataSource),
            new TaskStore(dataSource),
            new VerdictStore(dataSource),
            new StandingStore(dataSource)),
        new Ledger(dataSource),
        new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
        rules,
        clock,
        lot);
  }

  /// Conflicts settled since then may still be looked at by the supervisor who settled them.
  Instant reviewedSince() {
    return now().minus(Duration.ofDays(Limits.REVIEW_DAYS));
  }

  Instant now() {
    return clock.instant();
  }

  void record(Actor actor, String action, String subject, Map<String, String> detail) {
    ledger.append(
        new LedgerEntry(
            actor.name(), actor.duty().role().name(), actor.purpose(), action, subject, detail));
  }

  void record(String action, String subject, Map<String, String> detail) {
    ledger.append(
        new LedgerEntry("casework", "SYSTEM", "blind verification", action, subject, detail));
  }
}
