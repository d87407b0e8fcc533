package org.ridgeline.oversight.disparity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.ridgeline.estimate.change.ArrestMix;
import org.ridgeline.estimate.change.UnitCounts;
import org.ridgeline.estimate.disparity.Benchmark;
import org.ridgeline.estimate.disparity.Disparity;
import org.ridgeline.estimate.disparity.FalseDiscoveries;
import org.ridgeline.estimate.disparity.Passage;
import org.ridgeline.estimate.disparity.Step;
import org.ridgeline.estimate.disparity.UnitShare;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.oversight.sealed.Group;

/// Asks every question of the counts.
final class Analyst {
  static final String OTHER_UNITS = "bookings of all other units";
  static final String OTHERS_HERE = "all others of the same unit";
  static final String BEFORE = "its own bookings before activation";

  private final Counts counts;
  private final Activations activations;

  Analyst(Counts counts, Activations activations) {
    this.counts = counts;
    this.activations = activations;
  }

  /// Every group at every step against everything there is to hold it against; a question that no
  /// unit can answer is left out.
  List<Family> families(List<Group> groups, List<PlaceBenchmark> benchmarks) {
    List<Family> families = new ArrayList<>();
    for (Group group : groups) {
      add(families, group, Step.BOOKED, OTHER_UNITS, againstOthers(group));
      add(families, group, Step.BOOKED, BEFORE, unit -> againstBefore(unit, group));
      for (PlaceBenchmark one : benchmarks) {
        add(families, group, Step.BOOKED, one.name(), unit -> againstFile(unit, group, one));
      }
      for (Step step : Step.values()) {
        if (step != Step.BOOKED) {
          add(families, group, step, OTHERS_HERE, unit -> passing(unit, group, step));
        }
      }
    }
    return families;
  }

  private void add(
      List<Family> to,
      Group group,
      Step step,
      String against,
      Function<String, Optional<UnitShare>> share) {
    List<UnitShare> units =
        counts.units().stream().flatMap(unit -> share.apply(unit).stream()).toList();
    if (!units.isEmpty()) {
      Disparity found = Disparity.of(Disparity.standard(group.toString(), step), units);
      to.add(new Family(group, step, against, found));
    }
  }

  private Function<String, Optional<UnitShare>> againstOthers(Group group) {
    Map<String, Share> shares = new TreeMap<>();
    long in = 0;
    long of = 0;
    for (String unit : counts.units()) {
      Share own = counts.share(unit, group, _ -> true);
      shares.put(unit, own);
      in += own.count();
      of += own.of();
    }
    Share all = new Share(in, of);
    return unit -> {
      Share own = shares.get(unit);
      Share others = new Share(all.count() - own.count(), all.of() - own.of());
      return against(unit, own, OTHER_UNITS, others);
    };
  }

  private Optional<UnitShare> againstBefore(String unit, Group group) {
    return against(
        unit,
        counts.share(unit, group, Slot::isAfter),
        BEFORE,
        counts.share(unit, group, slot -> slot.side() == Slot.Side.BEFORE));
  }

  private Optional<UnitShare> againstFile(String unit, Group group, PlaceBenchmark file) {
    Share own = counts.share(unit, group, _ -> true);
    return file.share(counts.fips(unit), group)
        .flatMap(there -> against(unit, own, file.name(), there));
  }

  /// Only bookings since activation: before it nobody could go on.
  private Optional<UnitShare> passing(String unit, Group group, Step to) {
    Step from = Step.values()[to.ordinal() - 1];
    Share before = counts.share(unit, group, slot -> slot.isAfter() && slot.reached(from));
    Share after = counts.share(unit, group, slot -> slot.isAfter() && slot.reached(to));
    Passage passage = Passage.of(from, before, to, after);
    return against(unit, passage.ofGroup(), OTHERS_HERE, passage.ofOthers());
  }

  /// Nothing where there is nobody on one side. What is too many to be tested as a sample is taken
  /// as known: its chance is none beside that of the bookings.
  private static Optional<UnitShare> against(
      String unit, Share own, String source, Share benchmark) {
    if (own.of() == 0 || benchmark.of() == 0) {
      return Optional.empty();
    }
    if (benchmark.of() <= org.ridgeline.estimate.Limits.TWO_SAMPLES_MAX) {
      return Optional.of(new UnitShare(unit, own, new Benchmark.Counted(source, benchmark)));
    }
    double rate = benchmark.rate();
    return rate > 0 && rate < 1
        ? Optional.of(new UnitShare(unit, own, new Benchmark.Known(source, rate)))
        : Optional.empty();
  }

  /// All units of all families, with the study's own control over them together.
  static List<Analysis.Finding> findings(List<Family> families) {
    double[] adjusted =
        FalseDiscoveries.adjusted(
            families.stream()
                .flatMap(one -> one.found().units().stream())
                .mapToDouble(Disparity.UnitDisparity::p)
                .toArray());
    List<Analysis.Finding> findings = new ArrayList<>(adjusted.length);
    for (Family family : families) {
      for (Disparity.UnitDisparity unit : family.found().units()) {
        findings.add(new Analysis.Finding(family, unit, adjusted[findings.size()]));
      }
    }
    return findings;
  }

  /// Each field's groups before and after each unit's own first day.
  List<Analysis.Change> changes(List<Group> groups) {
    List<Analysis.Change> changes = new ArrayList<>();
    for (Group.Field field : Group.Field.values()) {
      List<Group> some = groups.stream().filter(one -> one.field() == field).toList();
      List<UnitCounts> units =
          counts.units().stream().flatMap(unit -> around(unit, some).stream()).toList();
      if (!some.isEmpty() && !units.isEmpty()) {
        changes.add(new Analysis.Change(field, ArrestMix.of(units)));
      }
    }
    return changes;
  }

  private Optional<UnitCounts> around(String unit, List<Group> groups) {
    return activations
        .first(unit, counts.fips(unit))
        .map(day ->
            new UnitCounts(
                unit,
                day,
                side(unit, groups, Slot.Side.BEFORE),
                side(unit, groups, Slot.Side.AFTER)));
  }

  /// What is known and of no group that is compared counts as the rest, so that shares are of all.
  private SortedMap<String, Long> side(String unit, List<Group> groups, Slot.Side side) {
    SortedMap<String, Long> some = new TreeMap<>();
    long rest = 0;
    for (Group group : groups) {
      Share share = counts.share(unit, group, slot -> slot.side() == side);
      some.put(group.toString(), share.count());
      rest = share.of();
    }
    rest -= some.values().stream().mapToLong(Long::longValue).sum();
    some.put("all others", rest);
    return some;
  }
}
