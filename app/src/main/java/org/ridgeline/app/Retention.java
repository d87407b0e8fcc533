package org.ridgeline.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.purge.Holds;
import org.ridgeline.exchange.purge.RetentionRule;
import org.ridgeline.exchange.purge.SubmissionPurge;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;

/// Applies the rules of retention that are set, in the order of a record's life. A rule that is not
/// set removes nothing; what a hold kept from a purge goes in any case, once it is released.
public final class Retention {
  private static final String SETTING = "retention.";

  private final RetentionSettings settings;
  private final List<RetentionRule> rules;
  private final Work work;
  private final Clock clock;

  /// Who purges, and where it is put on record.
  record Work(CaseDesk desk, Shelf shelf, SubmissionPurge submissions, Holds holds, Trail trail) {}

  Retention(RetentionSettings settings, List<RetentionRule> rules, Work work, Clock clock) {
    this.settings = settings;
    this.rules = List.copyOf(rules);
    this.work = work;
    this.clock = clock;
  }

  /// A rule and what it would take now.
  /// - **Shape** `days` and `plan` empty where it is not set: it takes nothing
  public record Planned(
      String rule, String since, Optional<Integer> days, Optional<RetentionRule.Plan> plan) {}

  /// A rule and how many records it took.
  public record Ran(String rule, int count) {}

  /// What a run would take now; nothing is changed.
  public List<Planned> plan() {
    Instant now = clock.instant();
    return rules.stream()
        .map(rule -> {
          Optional<Integer> days = days(rule.key());
          return new Planned(
              SETTING + rule.key(),
              rule.since(),
              days,
              days.map(count -> rule.plan(now.minus(Duration.ofDays(count)))));
        })
        .toList();
  }

  private Optional<Integer> days(String rule) {
    Map<String, Integer> all = new HashMap<>(settings.days());
    settings.outcomes().forEach((outcome, days) -> all.put("cases." + outcome, days));
    return Optional.ofNullable(all.get(rule));
  }

  /// Applies them; the ledger says how many records each rule took.
  /// - **Shape** `by` and `role` of whoever has them applied
  public List<Ran> run(String by, String role) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<Ran> ran = new ArrayList<>();
    ran.add(new Ran("purges after a hold", afterHolds()));
    for (RetentionRule rule : rules) {
      days(rule.key())
          .ifPresent(days -> {
            String why = SETTING + rule.key() + "=" + days;
            ran.add(new Ran(SETTING + rule.key(), rule.run(now.minus(Duration.ofDays(days)), why)));
          });
    }
    work.submissions().wake();
    Map<String, String> counts = new TreeMap<>();
    ran.forEach(
        one -> counts.put(one.rule().replaceAll("[^a-z0-9_-]", "-"), String.valueOf(one.count())));
    work.trail()
        .person(
            new Trail.Person(by, role, "retention"),
            Known.RETENTION_RUN,
            Subject.Kind.RETENTION.of(now),
            counts);
    return List.copyOf(ran);
  }

  /// Purges the cases that were to be purged and were held, and are not any more.
  int afterHolds() {
    int done = 0;
    for (var wanted : work.shelf().cases().purgesWanted().entrySet()) {
      if (!work.holds().isHeld(Subject.Kind.CASE.of(wanted.getKey()))) {
        work.desk().purge(wanted.getKey(), wanted.getValue());
        done++;
      }
    }
    return done;
  }

  /// Purges the submissions that are ordered to be, as far as they may now; for a process in which
  /// nothing works by itself.
  public int purgeOrdered() {
    int done = 0;
    int now;
    do {
      now = work.submissions().purgeDue();
      done += now;
    } while (now > 0);
    return done;
  }

  /// Places a hold on a case and its submissions, or on one submission; false where one stands.
  /// - **Error** no such case or submission: IllegalArgumentException
  public boolean hold(String subject, String reason, String by) {
    boolean placed = false;
    for (Subject one : subjects(subject)) {
      placed |= work.holds().place(one, reason, by);
    }
    return placed;
  }

  /// Releases what [#hold] placed; what waited for it goes on. False where none stands.
  public boolean release(String subject, String reason, String by) {
    boolean released = false;
    for (Subject one : subjects(subject)) {
      released |= work.holds().release(one, reason, by);
    }
    afterHolds();
    return released;
  }

  /// The case and its submissions, or the submission.
  /// - **Shape** a case by number (`C2026-000001`), a submission by control number
  public List<Subject> subjects(String name) {
    return work.shelf()
        .cases()
        .ofNumber(name)
        .map(caseId -> {
          List<Subject> all = new ArrayList<>();
          all.add(Subject.Kind.CASE.of(caseId));
          work.shelf()
              .known(caseId)
              .bookings()
              .forEach(booking -> all.add(Trail.submission(booking.control())));
          return List.copyOf(all);
        })
        .orElseGet(() -> {
          if (!work.submissions().isKnown(name)) {
            throw new IllegalArgumentException(
                "\"" + name + "\" is neither a case's number nor a submission's control number");
          }
          return List.of(Trail.submission(name));
        });
  }
}
