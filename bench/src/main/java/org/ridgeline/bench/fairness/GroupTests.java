package org.ridgeline.bench.fairness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ridgeline.estimate.disparity.FalseDiscoveries;
import org.ridgeline.estimate.share.ClusteredShare;
import org.ridgeline.estimate.share.SignFlips;

/// The groups of one column, each tested against all others of it.
final class GroupTests {
  private final FairnessSetting setting;
  private final Map<Measure, ClusteredShare> all;
  private final Column column;
  private final int[] person;
  private final ColumnCount count;

  /// Tests that can be made, in one order.
  private final Map<Of, Double> p = new LinkedHashMap<>();

  /// Why others cannot.
  private final Map<Of, String> untested = new LinkedHashMap<>();

  /// What is tested.
  private record Of(Measure measure, int group) {}

  /// - **Shape** `all`: what fails of all trials together; `person`: by print
  GroupTests(
      FairnessSetting setting,
      Map<Measure, ClusteredShare> all,
      Column column,
      int[] person,
      ColumnCount count) {
    this.setting = setting;
    this.all = all;
    this.column = column;
    this.person = person.clone();
    this.count = count;
  }

  FairnessReport.OfColumn report() {
    for (Measure measure : Measure.values()) {
      for (int group = 0; group < column.groups().size(); group++) {
        test(new Of(measure, group));
      }
    }
    List<Of> tests = List.copyOf(p.keySet());
    double[] adjusted =
        FalseDiscoveries.adjusted(p.values().stream().mapToDouble(one -> one).toArray());
    Map<Of, Double> adjustedOf = new LinkedHashMap<>();
    List<FairnessReport.Named> named = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Of of = tests.get(i);
      adjustedOf.put(of, adjusted[i]);
      if (adjusted[i] <= setting.q()) {
        named.add(
            new FairnessReport.Named(
                of.measure().key(),
                column.groups().get(of.group()),
                isHigher(of) ? "higher" : "lower",
                adjusted[i]));
      }
    }
    List<FairnessReport.Group> groups =
        IntStream.range(0, column.groups().size())
            .filter(this::hasAnything)
            .mapToObj(group -> group(group, adjustedOf))
            .toList();
    return new FairnessReport.OfColumn(column.name(), groups, spreads(), named);
  }

  private Counting counting(Measure measure) {
    return count.counts().get(measure);
  }

  private ClusteredShare share(Of of) {
    return counting(of.measure()).of(of.group());
  }

  private ClusteredShare others(Of of) {
    return counting(of.measure()).others(of.group(), column::isCompared);
  }

  private boolean isHigher(Of of) {
    return share(of).share().rate() > others(of).share().rate();
  }

  private void test(Of of) {
    Optional<String> reason = reason(of, share(of), others(of));
    if (reason.isPresent()) {
      untested.put(of, reason.get());
    } else {
      p.put(of, SignFlips.ofTwo(share(of), others(of), setting.seed()));
    }
  }

  private Optional<String> reason(Of of, ClusteredShare group, ClusteredShare others) {
    if (!of.measure().isTested()) {
      return Optional.of("not tested");
    }
    if (!column.isCompared(of.group())) {
      return Optional.of("fails by what it is");
    }
    int persons = Math.min(group.persons(), others.persons());
    if (persons < FairnessSetting.PERSONS_MIN) {
      return Optional.of(
          "too few: %d persons in it and %d in others, a test needs %d"
              .formatted(group.persons(), others.persons(), FairnessSetting.PERSONS_MIN));
    }
    long errors = group.share().count() + others.share().count();
    return errors < FairnessSetting.ERRORS_MIN
        ? Optional.of(
            "too few: %d errors in all, a test needs %d"
                .formatted(errors, FairnessSetting.ERRORS_MIN))
        : Optional.empty();
  }

  private boolean hasAnything(int group) {
    return counting(Measure.FAILURE_TO_EXTRACT).of(group).persons() > 0
        || counting(Measure.FNMR).of(group).persons() > 0;
  }

  private FairnessReport.Group group(int group, Map<Of, Double> adjusted) {
    Map<String, FairnessReport.Errors> measures = new LinkedHashMap<>();
    for (Measure measure : Measure.values()) {
      Of of = new Of(measure, group);
      FairnessReport.Rate rate = FairnessReport.Rate.of(share(of));
      double whole = all.get(measure).share().rate();
      measures.put(
          measure.key(),
          new FairnessReport.Errors(
              rate,
              rate.rate().isPresent() && whole > 0
                  ? OptionalDouble.of(rate.rate().getAsDouble() / whole)
                  : OptionalDouble.empty(),
              number(Optional.ofNullable(p.get(of))),
              number(Optional.ofNullable(adjusted.get(of))),
              Optional.ofNullable(untested.get(of))));
    }
    Map<String, FairnessReport.Scores> scores = new LinkedHashMap<>();
    scores.put("mated", count.mated().of(group));
    scores.put("strangers", count.strangers().of(group));
    Set<Integer> persons = new TreeSet<>();
    int prints = 0;
    for (int print = 0; print < person.length; print++) {
      if (column.of(print) == group) {
        persons.add(person[print]);
        prints++;
      }
    }
    return new FairnessReport.Group(
        column.groups().get(group), persons.size(), prints, measures, scores);
  }

  private static OptionalDouble number(Optional<Double> number) {
    return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private Map<String, FairnessReport.Spread> spreads() {
    Map<String, FairnessReport.Spread> spreads = new LinkedHashMap<>();
    for (Measure measure : Measure.values()) {
      List<GroupSpread.Of> groups =
          IntStream.range(0, column.groups().size())
              .filter(column::isNamedGroup)
              .mapToObj(group ->
                  new GroupSpread.Of(column.groups().get(group), share(new Of(measure, group))))
              .filter(of -> of.share().persons() >= FairnessSetting.PERSONS_MIN)
              .toList();
      if (measure.isTested() && groups.size() > 1) {
        spreads.put(measure.key(), GroupSpread.of(groups));
      }
    }
    return spreads;
  }
}
