package org.ridgeline.bench.fairness;

import java.util.EnumMap;
import java.util.Map;
import org.ridgeline.bench.evaluate.EngineScores;

/// All trials of an engine, counted by the groups of one column.
/// - **Shape** `counts` by what can go wrong; `mated`, `strangers`: scores of pairs of one group
record ColumnCount(Map<Measure, Counting> counts, Quantiles mated, Quantiles strangers) {
  /// Counts.
  static ColumnCount of(Column column, int[] person, EngineScores scores, Judged judged) {
    int groups = column.groups().size();
    int persons = judged.persons();
    Map<Measure, Counting> counts = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      counts.put(measure, new Counting(groups, persons, measure.isBetweenTwo()));
    }
    ColumnCount count = new ColumnCount(counts, new Quantiles(groups), new Quantiles(groups));
    Counting extracted = counts.get(Measure.FAILURE_TO_EXTRACT);
    for (int print = 0; print < person.length; print++) {
      extracted.add(column.of(print), person[print], scores.failed(print));
    }
    count.pairs(column, person, judged);
    count.searches(column, person, judged);
    return count;
  }

  private void pairs(Column column, int[] person, Judged judged) {
    Counting missed = counts.get(Measure.FNMR);
    judged
        .trials()
        .mated()
        .each((one, other, score) -> {
          int group = column.ofMated(one, other);
          missed.add(group, person[one], !judged.isMatch(score));
          mated.add(group, score);
        });
    Counting within = counts.get(Measure.FMR_WITHIN);
    Counting across = counts.get(Measure.FMR_ACROSS);
    judged
        .trials()
        .strangers()
        .each((one, other, score) -> {
          int first = column.of(one);
          int second = column.of(other);
          boolean failed = judged.isMatch(score);
          if (first == second) {
            within.add(first, person[one], person[other], failed);
            strangers.add(first, score);
          } else {
            across.add(first, person[one], person[other], failed);
            across.add(second, person[one], person[other], failed);
          }
        });
  }

  private void searches(Column column, int[] person, Judged judged) {
    Counting missed = counts.get(Measure.FNIR);
    judged
        .trials()
        .found()
        .each((probe, _, score) ->
            missed.add(column.of(probe), person[probe], !judged.isFound(score)));
    Counting falsely = counts.get(Measure.FPIR);
    judged
        .trials()
        .nearest()
        .each((probe, _, score) ->
            falsely.add(column.of(probe), person[probe], judged.isFound(score)));
  }
}
