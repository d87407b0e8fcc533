package org.ridgeline.exchange.purge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.submission.PurgeableSubmissions;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.OldEncounters;
import org.ridgeline.repository.amend.Expiry;

/// The rule that takes applicants' encounters out of the civil repository; with the last one their
/// person, too. Not while the submission that one came with is under a hold or not answered, nor
/// what an officer sealed.
///
/// What follows is what follows any erasure: the submission is purged, galleries and tables are
/// written over.
public final class CivilEncounters implements RetentionRule {
  /// Its name in settings, after `retention.`.
  public static final String KEY = "civil-encounters";

  private static final String SUBMISSION = Subject.Kind.SUBMISSION.text("");

  private final PurgeableSubmissions submissions;
  private final Holds holds;
  private final Supplier<Expiry> expiry;

  /// - **Shape** `dataSource` of the exchange; `expiry` of the civil repository, asked for only
  ///   where the rule is set: its database may be another server's
  public CivilEncounters(DataSource dataSource, Holds holds, Supplier<Expiry> expiry) {
    submissions = new PurgeableSubmissions(dataSource);
    this.holds = holds;
    this.expiry = expiry;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String since() {
    return "since an encounter was enrolled in the civil repository";
  }

  @Override
  public Plan plan(Instant before) {
    List<String> held = held();
    List<String> waiting = waiting(before, held);
    OldEncounters old = expiry.get().old();
    var count = old.count(before, both(held, waiting));
    return new Plan(
        count.due(),
        new TreeMap<>(
            Map.of(
                "hold", old.from(before, held),
                "not answered", old.from(before, waiting),
                "seal", count.sealed())),
        count.oldest());
  }

  /// One by one, and holds asked before each: one that is placed while a run goes on holds.
  @Override
  public int run(Instant before, String why) {
    Expiry civil = expiry.get();
    List<String> waiting = waiting(before, List.of());
    int count = 0;
    while (count < RUN_MAX && civil.expire(before, both(held(), waiting), why, 1) == 1) {
      count++;
    }
    return count;
  }

  /// Sources of encounters, as a submission is named there.
  private List<String> held() {
    return holds.standing().stream()
        .map(Holds.Hold::subject)
        .filter(subject -> subject.startsWith(SUBMISSION))
        .toList();
  }

  private List<String> waiting(Instant before, List<String> held) {
    return submissions.waiting(before).stream()
        .map(control -> Trail.submission(control).text())
        .filter(source -> !held.contains(source))
        .toList();
  }

  private static List<String> both(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
