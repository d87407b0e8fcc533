package org.ridgeline.exchange.purge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.answer.AnswerPurge;
import org.ridgeline.exchange.lead.LeadExpiry;
import org.ridgeline.exchange.submission.PurgeableSubmissions;
import org.ridgeline.ledger.Tally;

/// The exchange's rules of retention.
public final class ExchangeRetention {
  private static final String HOLD = "hold";

  private final SubmissionPurge purge;
  private final PurgeableSubmissions submissions;
  private final AnswerPurge answers;
  private final LeadExpiry leads;
  private final SubmissionFiles files;
  private final Holds holds;

  public ExchangeRetention(
      DataSource dataSource, SubmissionPurge purge, SubmissionFiles files, Holds holds) {
    submissions = new PurgeableSubmissions(dataSource);
    answers = new AnswerPurge(dataSource);
    leads = new LeadExpiry(dataSource);
    this.purge = purge;
    this.files = files;
    this.holds = holds;
  }

  /// All of them, in the order in which they run.
  public List<RetentionRule> rules() {
    return List.of(
        ofSubmissions(
            "submissions-without-hit",
            "since a submission without a hit was answered",
            PurgeableSubmissions.Which.WITHOUT_HIT),
        ofSubmissions(
            "submissions-refused",
            "since a submission was refused",
            PurgeableSubmissions.Which.REFUSED),
        rule(
            "answers",
            "since its agency acknowledged an answer",
            before -> {
              var count = answers.count(before);
              return RetentionRule.Plan.of(count.due(), HOLD, count.held(), count.oldest());
            },
            (before, why) ->
                each(
                    answers.expired(before, RetentionRule.RUN_MAX),
                    why,
                    control -> answers.purgeExpired(control, before, purge.now()))),
        rule(
            "leads",
            "since somebody took a lead on",
            before -> {
              var count = leads.count(before);
              return RetentionRule.Plan.of(count.due(), HOLD, count.held(), count.oldest());
            },
            (before, why) ->
                each(
                    leads.expired(before, RetentionRule.RUN_MAX),
                    why,
                    control -> Tally.of("lead-names", leads.purge(control)))),
        rule("files", "since a file was taken in or put out", this::planFiles, this::runFiles));
  }

  private RetentionRule ofSubmissions(String key, String since, PurgeableSubmissions.Which which) {
    return rule(
        key,
        since,
        before -> {
          var count = submissions.count(which, before);
          return RetentionRule.Plan.of(count.due(), HOLD, count.held(), count.oldest());
        },
        (before, why) -> {
          List<String> due = submissions.expired(which, before, RetentionRule.RUN_MAX);
          return (int) due.stream().filter(control -> purge.order(control, why)).count();
        });
  }

  private int each(List<String> controls, String why, Function<String, Tally> take) {
    controls.forEach(control -> purge.part(control, why, take));
    return controls.size();
  }

  private interface Run {
    int of(Instant before, String why);
  }

  private static RetentionRule rule(
      String key, String since, Function<Instant, RetentionRule.Plan> plan, Run run) {
    return new RetentionRule() {
      @Override
      public String key() {
        return key;
      }

      @Override
      public String since() {
        return since;
      }

      @Override
      public Plan plan(Instant before) {
        return plan.apply(before);
      }

      @Override
      public int run(Instant before, String why) {
        return run.of(before, why);
      }
    };
  }

  /// Files of the agencies' folders that are old enough.
  /// - **Shape** `held` those of a submission under a hold
  private record Old(List<Path> due, long held) {}

  private Old old(Instant before) {
    try {
      var which = new SubmissionFiles.Which("", before);
      List<Path> all = new ArrayList<>(files.taken(which));
      all.addAll(files.answers(which));
      List<Path> due = all.stream().filter(file -> !isHeld(file)).toList();
      return new Old(due, all.size() - due.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isHeld(Path file) {
    return SubmissionFiles.controls(file).stream()
        .anyMatch(control -> holds.isHeld(Trail.submission(control)));
  }

  private RetentionRule.Plan planFiles(Instant before) {
    Old old = old(before);
    Optional<Instant> oldest =
        old.due().stream().flatMap(file -> written(file).stream()).min(Instant::compareTo);
    return RetentionRule.Plan.of(old.due().size(), HOLD, old.held(), oldest);
  }

  private static Optional<Instant> written(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private int runFiles(Instant before, String why) {
    try {
      Tally removed = SubmissionFiles.remove(old(before).due(), "files");
      return Math.toIntExact(removed.counts().getOrDefault("files", 0L));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
