package org.ridgeline.console.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.ridgeline.chart.comparison.ComparedPrint;
import org.ridgeline.chart.comparison.ComparisonPlot;
import org.ridgeline.chart.comparison.FingerComparison;
import org.ridgeline.console.booking.PrintReader;
import org.ridgeline.console.page.Limits;
import org.ridgeline.exchange.identify.Prints;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.FingerSequence;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Template;
import org.springframework.stereotype.Component;

/// Compares a booking's fingers once more with those of the encounter that its search put forward,
/// as the search did, a few at one time.
@Component
class ScoreReader {
  private final SubmissionStore submissions;
  private final SearchStore searches;
  private final Repositories repositories;
  private final PrintReader prints;
  private final Semaphore places = new Semaphore(Limits.SCORES_AT_ONCE_MAX);

  ScoreReader(
      SubmissionStore submissions,
      SearchStore searches,
      Repositories repositories,
      PrintReader prints) {
    this.submissions = submissions;
    this.searches = searches;
    this.repositories = repositories;
    this.prints = prints;
  }

  /// A booking and whom its search put forward.
  /// - **Shape** `encounterId` that the fingers are of; `isEnrolled`: the row has the booking's
  ///   own, as the person came in while the search ran, and this is the one before it; `fingers`
  ///   that both have, by the booking's labels
  record Pair(SearchRow row, UUID encounterId, boolean isEnrolled, List<Finger> fingers) {
    UUID personId() {
      return row.personId().orElseThrow();
    }

    Optional<Finger> finger(int fgp) {
      return fingers.stream().filter(one -> one.probe().finger().fgp() == fgp).findFirst();
    }
  }

  /// A finger of the booking and the one on record that it was taken for.
  record Finger(ProbeFinger probe, FingerPosition taken, Template onRecord) {
    /// Whether there are ridges to be laid on each other.
    boolean hasRidges() {
      return probe.template().ridges().isPresent() && onRecord.ridges().isPresent();
    }
  }

  /// Whom a booking's search in a repository put forward; empty where it was nobody, or they or
  /// what the booking said of a person are not on record any more.
  Optional<Pair> pair(String control, RepositoryName name) {
    return searches.of(control).stream()
        .filter(row -> row.repository() == name && row.isCandidate())
        .findFirst()
        .flatMap(row -> pair(row, repositories.of(name)));
  }

  /// What a score may be explained for: as part of the work that the search was for.
  private static Purpose purpose(RepositoryName name) {
    return switch (name) {
      case CRIMINAL, IMMIGRATION -> Purpose.LEAD_REVIEW;
      case CIVIL -> Purpose.APPLICANT;
    };
  }

  private Optional<Pair> pair(SearchRow row, Repository repository) {
    UUID found = row.encounterId().orElseThrow();
    Purpose purpose = purpose(row.repository());
    boolean isEnrolled =
        repository.encounterOf("submission:" + row.control()).filter(found::equals).isPresent();
    Optional<UUID> encounter =
        isEnrolled ? repository.encounterBefore(found, purpose) : Optional.of(found);
    return encounter.flatMap(id ->
        repository
            .encounterPrints(id, purpose)
            .map(onRecord -> new Pair(row, id, isEnrolled, fingers(row, onRecord.fingers()))));
  }

  private List<Finger> fingers(SearchRow row, Map<FingerPosition, Template> onRecord) {
    FingerSequence sequence = row.order();
    List<Finger> fingers = new ArrayList<>();
    for (ProbeFinger probe : submissions.fingers(row.control())) {
      FingerPosition taken = sequence.finger(probe.finger());
      if (probe.usable() && onRecord.containsKey(taken)) {
        fingers.add(new Finger(probe, taken, onRecord.get(taken)));
      }
    }
    return fingers;
  }

  /// What each finger of a pair scores, in their order.
  List<FingerComparison.Scored> scores(Pair pair) {
    return inTurn(() -> {
      FingerComparison comparison = new FingerComparison();
      return pair.fingers().stream()
          .map(one -> comparison.score(one.probe().template(), one.onRecord()))
          .toList();
    });
  }

  /// Why a finger with ridges scores as it does, without images.
  ComparisonPlot explained(Finger finger) {
    return inTurn(() ->
        new FingerComparison()
            .explain(
                print("booking", finger.probe().finger(), finger.probe().template()),
                print("record", finger.taken(), finger.onRecord())));
  }

  /// The same on the images of the cards, where they are kept.
  ComparisonPlot drawn(Pair pair, Finger finger) {
    return inTurn(() -> {
      ProbeFinger probe = finger.probe();
      Optional<GrayImage> booked =
          prints
              .card(pair.row().control())
              .flatMap(card -> Prints.of(card).image(probe.finger(), Optional.of(probe.record())));
      Optional<GrayImage> kept =
          repositories
              .of(pair.row().repository())
              .encounterFile(pair.encounterId(), purpose(pair.row().repository()))
              .flatMap(prints::card)
              .flatMap(card -> Prints.of(card).image(finger.taken(), Optional.empty()));
      return new FingerComparison()
          .explain(
              print("booking", probe.finger(), probe.template()).on(booked),
              print("record", finger.taken(), finger.onRecord()).on(kept));
    });
  }

  private static ComparedPrint print(String of, FingerPosition finger, Template template) {
    return new ComparedPrint(of + ", " + finger.label(), Optional.empty(), template);
  }

  private <T> T inTurn(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
