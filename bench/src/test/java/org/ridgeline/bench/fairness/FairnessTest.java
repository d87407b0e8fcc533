package org.ridgeline.bench.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.ridgeline.bench.evaluate.EngineScores;
import org.ridgeline.bench.evaluate.SetPrint;
import org.ridgeline.bench.statistics.Scores;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;

class FairnessTest {
  private static final FairnessSetting SETTING = new FairnessSetting(1e-3, 0.1, 0.05, 1);

  @Test
  void aGroupWhoseScoresAreLoweredIsFoundAndNamed() {
    Fictional engine = Fictional.lowered(60, 20, 4, 3);
    FairnessReport report = report(engine, person -> person < 20 ? "female" : "male");
    FairnessReport.OfColumn sex = column(report, "sex");
    assertThat(sex.named())
        .extracting(named -> named.measure() + " " + named.group() + " " + named.direction())
        .contains("fnmr female higher", "fnmr male lower", "fnir female higher")
        .doesNotContain("fmrWithin female higher", "failureToExtract female higher");
    FairnessReport.Group female = sex.groups().getFirst();
    assertThat(female.group()).isEqualTo("female");
    assertThat(female.persons()).isEqualTo(20);
    assertThat(female.measures().get("fnmr").toAll().orElseThrow()).isGreaterThan(1.2);
    assertThat(female.scores().get("mated").p50().orElseThrow())
        .isLessThan(sex.groups().get(1).scores().get("mated").p50().orElseThrow());
    FairnessReport.Spread spread = sex.spread().get("fnmr");
    assertThat(spread.worst()).isEqualTo("female");
    assertThat(spread.worstToBest().orElseThrow()).isGreaterThan(1.5);
    assertThat(spread.atLeast().orElseThrow()).isLessThan(spread.worstToBest().orElseThrow());
  }

  @Test
  void withoutADifferenceFewSeedsNameAnybody() {
    int naming = 0;
    for (int seed = 0; seed < 40; seed++) {
      FairnessReport report =
          report(Fictional.alike(45, seed), person -> "abc".charAt(person % 3) + "");
      naming += column(report, "sex").named().isEmpty() ? 0 : 1;
    }
    // 40 seeds at q 0.05: 2 expected; more than 6 would come by chance once in 300 times.
    assertThat(naming).isLessThanOrEqualTo(6);
  }

  @Test
  void strangersOfOneGroupWhoLookAlikeAreSeenWithinItAndNotAcross() {
    Fictional engine = new Fictional(60, 0, 0, 25, 3, 0, 5);
    FairnessReport report = report(engine, person -> person < 25 ? "x" : "y");
    FairnessReport.OfColumn sex = column(report, "sex");
    assertThat(sex.named())
        .extracting(named -> named.measure() + " " + named.group() + " " + named.direction())
        .contains("fmrWithin x higher");
    FairnessReport.Group x = sex.groups().getFirst();
    assertThat(rate(x, "fmrWithin")).isGreaterThan(10 * rate(x, "fmrAcross"));
    assertThat(report.alike().orElseThrow().rate().orElseThrow())
        .isGreaterThan(report.measures().get("fmr").rate().orElseThrow());
  }

  @Test
  void failuresToExtractAreCountedAndNeverMatch() {
    Fictional engine = new Fictional(40, 0, 0, 0, 0, 12, 5);
    FairnessReport report = report(engine, person -> person < 12 ? "x" : "y");
    FairnessReport.Group x = column(report, "sex").groups().getFirst();
    FairnessReport.Rate failed = x.measures().get("failureToExtract").rate();
    assertThat(failed.errors()).isEqualTo(24);
    assertThat(failed.trials()).isEqualTo(72);
    // Of three pairs of a finger two have the print that failed.
    assertThat(rate(x, "fnmr")).isGreaterThanOrEqualTo(2 / 3.0);
    assertThat(x.scores().get("mated").trials()).isEqualTo(24);
    assertThat(column(report, "sex").named())
        .extracting(named -> named.measure() + " " + named.group())
        .contains("failureToExtract x");
  }

  @Test
  void whoIsUnknownStaysAGroupOfTheirOwn() {
    Fictional engine = Fictional.alike(40, 1);
    FairnessReport.OfColumn sex =
        column(report(engine, person -> person < 10 ? "f" : person < 30 ? "m" : ""), "sex");
    assertThat(sex.groups())
        .extracting(FairnessReport.Group::group)
        .containsExactly("f", "m", "unknown");
    assertThat(sex.groups().getLast().persons()).isEqualTo(10);
    long mated =
        sex.groups().stream().mapToLong(g -> g.measures().get("fnmr").rate().trials()).sum();
    assertThat(mated).isEqualTo(40 * Fictional.FINGERS * 3);
    // Nobody says anything of the last persons: they are unknown, too.
    Labels few = Fictional.sexes(30, _ -> "f");
    FairnessReport half = Fairness.of(engine.prints(), few, SETTING).report(engine);
    assertThat(column(half, "sex").groups().getLast().group()).isEqualTo("unknown");
    assertThat(column(half, "sex").groups().getLast().persons()).isEqualTo(10);
  }

  @Test
  void tooFewAreCountedAndNotTested() {
    Fictional engine = Fictional.lowered(40, 4, 20, 1);
    FairnessReport.OfColumn sex = column(report(engine, p -> p < 4 ? "few" : "many"), "sex");
    FairnessReport.Errors few = sex.groups().getFirst().measures().get("fnmr");
    assertThat(few.rate().rate().orElseThrow()).isGreaterThan(0.9);
    assertThat(few.p()).isEmpty();
    assertThat(few.reason().orElseThrow()).startsWith("too few: 4 persons in it and 36 in others");
    assertThat(sex.named()).isEmpty();
    assertThat(sex.spread()).isEmpty();
  }

  @Test
  void aPersonsTrialsDependOnEachOther() {
    Fictional engine = Fictional.alike(40, 9);
    FairnessReport byPerson = report(engine, _ -> "x");
    FairnessReport.Rate rate = byPerson.measures().get("fnmr");
    Interval independent = new Share(rate.errors(), rate.trials()).bounds();
    assertThat(rate.persons()).isEqualTo(40);
    assertThat(rate.high().orElseThrow() - rate.low().orElseThrow())
        .isGreaterThan(1.2 * (independent.high() - independent.low()));
    assertThat(byPerson.scope().unit()).isEqualTo("person");
  }

  @Test
  void whereNobodySaysWhoseFingersTheyAreAFingerIsTheUnit() {
    Fictional engine = Fictional.alike(20, 9);
    List<SetPrint> nameless =
        engine.prints().stream()
            .map(p ->
                new SetPrint(
                    p.set(), p.file(), p.finger(), Optional.empty(), Optional.empty(), p.quality()))
            .toList();
    FairnessReport report = Fairness.of(nameless, Labels.none(), SETTING).report(engine);
    assertThat(report.scope().unit()).isEqualTo("finger");
    assertThat(report.scope().persons()).isEqualTo(40);
    Labels told = Labels.of("l.csv", List.of("finger,person", "0_1,a", "0_2,a"));
    assertThat(Fairness.of(nameless, told, SETTING).report(engine).scope().persons()).isEqualTo(39);
  }

  @Test
  void fingersOfOnePersonAreNoStrangers() {
    Fictional engine = Fictional.alike(3, 9);
    FairnessReport report = Fairness.of(engine.prints(), Labels.none(), SETTING).report(engine);
    // 18 prints of three persons with six each.
    assertThat(report.measures().get("fmr").trials()).isEqualTo(3 * 6 * 6);
    assertThat(report.measures().get("fnir").trials()).isEqualTo(12);
    assertThat(report.measures().get("fpir").trials()).isEqualTo(12);
    assertThat(report.scope().gallerySize()).isEqualTo(6);
    assertThat(report.thresholds().get("fmr").caution())
        .hasValue("108 pairs, this rate needs 3000");
  }

  @Test
  void searchesGoByTheMateAndByTheNearestStranger() {
    // Two persons, a finger each, two impressions; mates score 5, strangers 1, but print 3 fails.
    List<SetPrint> prints =
        List.of(print("a_1_1", "a"), print("a_1_2", "a"), print("b_1_1", "b"), print("b_1_2", "b"));
    Trials trials =
        Trials.of(
            prints,
            new int[] {0, 0, 1, 1},
            new Given((one, other) ->
                other == 3 ? Scores.NEVER : one / 2 == other / 2 ? 5 : one == 1 ? 2 : 1));
    assertThat(trials.found().size()).isEqualTo(2);
    assertThat(trials.nearest().size()).isEqualTo(2);
    assertThat(trials.nearest().threshold(0.5)).isEqualTo(Math.nextUp(Scores.NEVER));
    assertThat(trials.nearest().threshold(0.1)).isEqualTo(Math.nextUp(2f));
  }

  @Test
  void aPairHasTheLowerQualityAndPrintsWithoutATemplateAreNotTested() {
    Fictional engine = new Fictional(30, 0, 0, 0, 0, 12, 5);
    List<SetPrint> prints =
        engine.prints().stream()
            .map(p ->
                new SetPrint(p.set(), p.file(), p.finger(), p.person(), p.position(), quality(p)))
            .toList();
    FairnessReport report = Fairness.of(prints, Labels.none(), SETTING).report(engine);
    FairnessReport.OfColumn quality = column(report, "quality");
    assertThat(quality.groups())
        .extracting(FairnessReport.Group::group)
        .containsExactly("none", "40-59", "80-100");
    FairnessReport.Errors none = quality.groups().getFirst().measures().get("fnmr");
    assertThat(none.rate().rate()).hasValue(1);
    assertThat(none.reason()).hasValue("fails by what it is");
    // The first print of each finger is of the lower band: two of three pairs have it.
    assertThat(quality.groups().get(1).measures().get("fnmr").rate().trials())
        .isEqualTo(12 * 2 + 18 * 2 * 2);
  }

  private static OptionalInt quality(SetPrint print) {
    int person = Integer.parseInt(print.person().orElseThrow());
    if (print.file().endsWith("_3.png") && person < 12) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(print.file().endsWith("_1.png") ? 55 : 90);
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    Fictional engine = Fictional.lowered(30, 10, 3, 2);
    IntFunction<String> sex = person -> person < 10 ? "f" : "m";
    assertThat(report(engine, sex)).isEqualTo(report(engine, sex));
  }

  @Test
  void alwaysSaysWhatItDoesNotShow() {
    assertThat(report(Fictional.alike(10, 1), _ -> "x").notShown())
        .anySatisfy(line -> assertThat(line).contains("not shown to be treated alike"));
  }

  @Test
  void refusesRatesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FairnessSetting(0, 0.1, 0.05, 1))
        .withMessageContaining("fmr=0.0");
  }

  private record Given(Score score) implements EngineScores {
    interface Score {
      float of(int one, int other);
    }

    @Override
    public String engine() {
      return "given";
    }

    @Override
    public boolean failed(int print) {
      return print == 3;
    }

    @Override
    public void pairs(Visitor visitor) {
      for (int one = 0; one < 4; one++) {
        for (int other = one + 1; other < 4; other++) {
          visitor.pair(one, other, one / 2 == other / 2, score.of(one, other));
        }
      }
    }
  }

  private static SetPrint print(String name, String person) {
    return new SetPrint(
        "s",
        name + ".png",
        name.substring(0, 3),
        Optional.of(person),
        Optional.of("1"),
        OptionalInt.of(60));
  }

  private static double rate(FairnessReport.Group group, String measure) {
    OptionalDouble rate = group.measures().get(measure).rate().rate();
    return rate.orElseThrow();
  }

  private static FairnessReport report(Fictional engine, IntFunction<String> sex) {
    Labels labels = Fictional.sexes(engine.persons(), sex);
    return Fairness.of(engine.prints(), labels, SETTING).report(engine);
  }

  private static FairnessReport.OfColumn column(FairnessReport report, String name) {
    return report.columns().stream().filter(c -> c.column().equals(name)).findFirst().orElseThrow();
  }
}
