package org.ridgeline.bench.fairness;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.bench.evaluate.EngineScores;
import org.ridgeline.bench.evaluate.SetPrint;
import org.ridgeline.estimate.share.ClusteredShare;

/// Error rates of engines by groups of people, sensors and prints, each engine at thresholds that
/// are the same for all groups.
///
/// Thresholds are those of all trials together and taken as given: bounds of groups hold what
/// persons differ by, not how sure the thresholds are.
/// - **Source** ISO/IEC 19795-10:2024, performance variation across demographic groups
public final class Fairness {
  private static final List<String> NOT_SHOWN =
      List.of(
          "Groups are as labelled; a wrong or missing label moves errors between groups.",
          "Groups differ in more than their name: age, work, sensor and operator go together, and"
              + " nothing here says which of them is the cause.",
          "A group that is not named is not shown to be treated alike: it may be too small.",
          "The share of false names is kept for each column alone, not over all columns, engines"
              + " and runs together.",
          "The highest of many rates over the lowest grows with their number, also without any"
              + " difference; atLeast does so less.",
          "Searches compare everybody, one finger each, in a gallery as small as the set.");

  private final List<SetPrint> prints;
  private final Columns columns;
  private final FairnessSetting setting;

  private Fairness(List<SetPrint> prints, Columns columns, FairnessSetting setting) {
    this.prints = prints;
    this.columns = columns;
    this.setting = setting;
  }

  /// Parts prints by their labels.
  /// - **Error** labels that are of none of them: IllegalArgumentException
  public static Fairness of(List<SetPrint> prints, Labels labels, FairnessSetting setting) {
    labels.unused(prints);
    return new Fairness(List.copyOf(prints), Columns.of(prints, labels), setting);
  }

  /// What an engine's scores say.
  /// - **Error** fewer than two persons: IllegalArgumentException
  public FairnessReport report(EngineScores scores) {
    Trials trials = Trials.of(prints, columns.person(), scores);
    if (trials.mated().size() == 0 || trials.strangers().size() == 0) {
      throw new IllegalArgumentException(
          "mated=%d strangers=%d; expected a finger with two prints, and two persons"
              .formatted(trials.mated().size(), trials.strangers().size()));
    }
    Judged judged =
        new Judged(
            trials,
            columns.persons(),
            trials.strangers().threshold(setting.fmr()),
            trials.nearest().threshold(setting.fpir()));
    ColumnCount everybody =
        ColumnCount.of(
            Column.of("all", prints.stream().map(_ -> "all").toList()),
            columns.person(),
            scores,
            judged);
    Map<Measure, ClusteredShare> all = new EnumMap<>(Measure.class);
    everybody.counts().forEach((measure, count) -> all.put(measure, count.of(0)));
    // In one group of all, every pair of strangers is within it.
    all.put(Measure.FMR_ACROSS, all.get(Measure.FMR_WITHIN));
    return new FairnessReport(
        scope(trials),
        thresholds(judged),
        rates(all),
        alike(judged),
        columns.all().stream()
            .map(column -> {
              ColumnCount count = ColumnCount.of(column, columns.person(), scores, judged);
              return new GroupTests(setting, all, column, columns.person(), count).report();
            })
            .toList(),
        NOT_SHOWN);
  }

  private static Map<String, FairnessReport.Rate> rates(Map<Measure, ClusteredShare> all) {
    Map<String, FairnessReport.Rate> rates = new LinkedHashMap<>();
    all.forEach((measure, share) -> {
      if (!measure.isBetweenTwo()) {
        rates.put(measure.key(), FairnessReport.Rate.of(share));
      }
    });
    rates.put("fmr", FairnessReport.Rate.of(all.get(Measure.FMR_WITHIN)));
    return rates;
  }

  private FairnessReport.Scope scope(Trials trials) {
    return new FairnessReport.Scope(
        prints.size(),
        columns.persons(),
        columns.isByPerson() ? "person" : "finger",
        prints.size() - trials.nearest().size(),
        setting.q(),
        FairnessSetting.PERSONS_MIN,
        FairnessSetting.ERRORS_MIN,
        setting.seed());
  }

  private Map<String, FairnessReport.Threshold> thresholds(Judged judged) {
    Map<String, FairnessReport.Threshold> thresholds = new LinkedHashMap<>();
    thresholds.put(
        "fmr",
        threshold(
            setting.fmr(), judged.matchThreshold(), judged.trials().strangers().size(), "pairs"));
    thresholds.put(
        "fpir",
        threshold(
            setting.fpir(), judged.findThreshold(), judged.trials().nearest().size(), "searches"));
    return thresholds;
  }

  private static FairnessReport.Threshold threshold(
      double asked, double threshold, int trials, String what) {
    long needed = org.ridgeline.bench.statistics.Trials.neededFor(asked);
    Optional<String> caution =
        trials >= needed
            ? Optional.empty()
            : Optional.of("%d %s, this rate needs %d".formatted(trials, what, needed));
    return new FairnessReport.Threshold(asked, threshold, caution);
  }

  /// Strangers who are alike in every label: closest to who is mistaken for whom.
  private Optional<FairnessReport.Rate> alike(Judged judged) {
    if (columns.labelled().isEmpty()) {
      return Optional.empty();
    }
    Counting count = new Counting(1, columns.persons(), true);
    judged
        .trials()
        .strangers()
        .each((one, other, score) -> {
          if (columns.isAlike(one, other)) {
            count.add(0, columns.person()[one], columns.person()[other], judged.isMatch(score));
          }
        });
    return Optional.of(FairnessReport.Rate.of(count.of(0)));
  }
}
