package org.ridgeline.bench.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.ridgeline.bench.statistics.Scores;

/// Finds the misses and the nearest impostors of engines.
final class Misses {
  /// How many impostor pairs are listed of an engine and a set.
  static final int NEAREST_MAX = 10;

  private final Pairs pairs;
  private final List<PrintLook> looks;
  private final List<MissReport.OfSet> sets = new ArrayList<>();
  private final List<MissReport.Pair> listed = new ArrayList<>();

  /// - **Shape** `looks`: of all prints of the pairs, in their order
  Misses(Pairs pairs, List<PrintLook> looks) {
    this.pairs = pairs;
    this.looks = looks;
  }

  MissReport report() {
    return new MissReport(MissKind.RULE, SetRates.PRIMARY_FMR, sets, listed);
  }

  /// Lists what an engine missed in a set.
  void add(Compared compared, int set, SetRates rates) {
    new OfSet(compared, set, rates).add();
  }

  /// One engine on one set.
  private final class OfSet {
    private final Compared compared;
    private final int set;
    private final SetRates rates;
    private final double threshold;
    private final MissKind.Tenths tenths;
    private final Map<MissKind, Long> all = new EnumMap<>(MissKind.class);
    private final Map<MissKind, Long> missed = new EnumMap<>(MissKind.class);

    OfSet(Compared compared, int set, SetRates rates) {
      this.compared = compared;
      this.set = set;
      this.rates = rates;
      threshold = rates.primary().threshold();
      tenths =
          MissKind.Tenths.of(
              IntStream.range(0, looks.size()).filter(this::isIn).mapToObj(looks::get).toList());
    }

    private boolean isIn(int print) {
      return pairs.setOf(print) == set;
    }

    void add() {
      addMissed();
      addNearest();
      List<MissReport.Kind> kinds = new ArrayList<>();
      for (MissKind kind : MissKind.values()) {
        kinds.add(
            new MissReport.Kind(kind, missed.getOrDefault(kind, 0L), all.getOrDefault(kind, 0L)));
      }
      sets.add(
          new MissReport.OfSet(
              compared.engine(),
              rates.set(),
              threshold,
              rates.scope().genuinePairs(),
              rates.primary().missed().count(),
              rates.scope().impostorPairs(),
              rates.falselyFound().get(1).count(),
              kinds));
    }

    private void addMissed() {
      List<Place> found = new ArrayList<>();
      for (int probe = 0; probe < looks.size(); probe++) {
        if (!isIn(probe)) {
          continue;
        }
        int[] others = pairs.genuine(probe);
        for (int i = 0; i < others.length; i++) {
          float score = compared.genuine()[probe][i];
          Place place = new Place(probe, others[i], score);
          MissKind kind = kind(place);
          all.merge(kind, 1L, Long::sum);
          if (score < threshold) {
            missed.merge(kind, 1L, Long::sum);
            found.add(place);
          }
        }
      }
      found.sort(Comparator.comparing(Place::score));
      found.forEach(place -> listed.add(pair(place, true)));
    }

    private void addNearest() {
      PriorityQueue<Place> nearest = new PriorityQueue<>(Place.BEST_FIRST.reversed());
      for (int probe = 0; probe < looks.size(); probe++) {
        if (!isIn(probe)) {
          continue;
        }
        int[] others = pairs.impostors(probe);
        for (int i = 0; i < others.length; i++) {
          float score = compared.impostors()[probe][i];
          if (isIn(others[i]) && score != Scores.NEVER) {
            nearest.add(new Place(probe, others[i], score));
            if (nearest.size() > NEAREST_MAX) {
              nearest.remove();
            }
          }
        }
      }
      List<Place> found = new ArrayList<>(nearest);
      found.sort(Place.BEST_FIRST);
      found.forEach(place -> listed.add(pair(place, false)));
    }

    private MissKind kind(Place place) {
      return MissKind.of(
          looks.get(place.probe), looks.get(place.other), tenths, place.score != Scores.NEVER);
    }

    private MissReport.Pair pair(Place place, boolean genuine) {
      OptionalDouble score =
          place.score == Scores.NEVER ? OptionalDouble.empty() : OptionalDouble.of(place.score);
      return new MissReport.Pair(
          compared.engine(),
          rates.set(),
          genuine,
          new MissReport.Scored(
              score,
              threshold,
              compared.overlap().overlapMm2(place.probe, place.other),
              genuine ? Optional.of(kind(place)) : Optional.empty()),
          MissReport.Side.of(looks.get(place.probe)),
          MissReport.Side.of(looks.get(place.other)));
    }
  }

  /// Two prints by their index, and their score.
  private record Place(int probe, int other, float score) {
    static final Comparator<Place> BEST_FIRST =
        Comparator.comparing(Place::score, Comparator.reverseOrder())
            .thenComparing(Place::probe)
            .thenComparing(Place::other);
  }
}
