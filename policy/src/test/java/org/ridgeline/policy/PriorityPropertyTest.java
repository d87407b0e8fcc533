package org.ridgeline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.policy.history.Arrest;
import org.ridgeline.policy.history.Charge;
import org.ridgeline.policy.history.Conviction;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.Grade;
import org.ridgeline.policy.history.History;
import org.ridgeline.policy.history.LegalFinding;
import org.ridgeline.policy.history.Offence;
import org.ridgeline.policy.history.Sentence;
import org.ridgeline.policy.history.Source;

/// Each try is a test of its own with a seed, which its name says; the seed alone says what is
/// tried.
class PriorityPropertyTest {
  private static final LocalDate DAY = LocalDate.of(2010, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final Source.Court COURT = new Source.Court("Court", "1", "officer.one", TODAY);
  private static final List<String> CODES =
      List.of("0912", "1313", "1315", "2202", "2303", "3532", "3802", "4104", "5404", "9999");

  static LongStream thousand() {
    return LongStream.rangeClosed(1, 1000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("thousand")
  void anArrestOrChargeWithoutConvictionMovesNoCaseForward(long seed) {
    RandomGenerator dice = new SplittableRandom(seed);
    History history = history(dice);
    Arrest arrest = arrest(dice, false);
    PolicyTable table = table(dice);
    Priority before = assess(table, history);
    Priority after = assess(table, history.with(arrest));
    assertThat(after.level().rank()).isEqualTo(before.level().rank());
    assertThat(Priority.QUEUE_ORDER.compare(before, after)).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("thousand")
  void aConvictionThatIsUndoneNeverRaisesTheLevel(long seed) {
    RandomGenerator dice = new SplittableRandom(seed);
    History history = history(dice);
    PolicyTable table = table(dice);
    Priority before = assess(table, history);
    for (Conviction conviction : history.standing(TODAY)) {
      for (Disposition undone :
          List.of(
              new Disposition.Vacated(conviction.judgment(), TODAY),
              new Disposition.Expunged(TODAY),
              new Disposition.Dismissed(TODAY),
              new Disposition.Unknown())) {
        Priority after = assess(table, history.with(conviction.charge().number(), undone, COURT));
        assertThat(after.level().isBefore(before.level())).isFalse();
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("thousand")
  void onlyAStandingConvictionGivesALevel(long seed) {
    RandomGenerator dice = new SplittableRandom(seed);
    History history = history(dice);
    PolicyTable table = table(dice);
    Level level = assess(table, history).level();
    if (history.standing(TODAY).isEmpty()) {
      assertThat(level).isIn(Level.NO_CONVICTION, Level.UNDETERMINED);
    }
    if (level == Level.UNDETERMINED) {
      assertThat(assess(table, history).rows())
          .anyMatch(row -> row.kind() == ExplanationRow.Kind.OPEN);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("thousand")
  void theSameQuestionHasTheSameAnswer(long seed) {
    RandomGenerator dice = new SplittableRandom(seed);
    History history = history(dice);
    PolicyTable table = table(dice);
    assertThat(assess(table, history)).isEqualTo(assess(table, history));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("thousand")
  void factorsNeverChangeALevel(long seed) {
    RandomGenerator dice = new SplittableRandom(seed);
    History history = history(dice);
    Factors factors = factors(dice);
    PolicyTable table = table(dice);
    PriorityPolicy policy = new PriorityPolicy(table);
    assertThat(policy.assess(history, factors, TODAY).level())
        .isEqualTo(policy.assess(history, Factors.none(), TODAY).level());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("thousand")
  void everyChargeIsAccountedForOnce(long seed) {
    RandomGenerator dice = new SplittableRandom(seed);
    History history = history(dice);
    PolicyTable table = table(dice);
    List<ExplanationRow> rows = assess(table, history).rows();
    for (var charge : history.charges()) {
      String number = charge.number().toString();
      assertThat(
              rows.stream()
                  .filter(r -> r.charge().equals(number))
                  .filter(r ->
                      r.kind() != ExplanationRow.Kind.OPEN
                          || charge.charge().disposition().isUnknown()))
          .as(number)
          .hasSize(1);
    }
  }

  private static Priority assess(PolicyTable table, History history) {
    return new PriorityPolicy(table).assess(history, Factors.none(), TODAY);
  }

  private static PolicyTable table(RandomGenerator dice) {
    return one(dice, PolicyTables.published());
  }

  private static History history(RandomGenerator dice) {
    return new History(many(dice, 6, () -> arrest(dice, true)));
  }

  private static Arrest arrest(RandomGenerator dice, boolean convictions) {
    List<Charge> charges =
        many(
            dice,
            4,
            () ->
                new Charge(
                    offence(dice),
                    convictions && dice.nextBoolean() ? conviction(dice) : end(dice),
                    COURT));
    return new Arrest(Optional.of(DAY), "AGENCY", charges);
  }

  private static Factors factors(RandomGenerator dice) {
    Evidence evidence = new Evidence("register 1", "a", TODAY.minusDays(9), TODAY.plusDays(20));
    Evidence expired = new Evidence("register 1", "a", TODAY.minusDays(9), TODAY.minusDays(1));
    List<Factor> all =
        List.of(
            new Factor.DrunkDriving(evidence, true),
            new Factor.DrunkDriving(evidence, false),
            new Factor.Fugitive(evidence),
            new Factor.Fugitive(expired),
            new Factor.RepeatViolation(evidence),
            new Factor.GangClaim(evidence, "b", TODAY.minusDays(8), "public page", false));
    return new Factors(many(dice, 5, () -> one(dice, all)));
  }

  private static Offence offence(RandomGenerator dice) {
    Optional<String> code = sometimes(dice, 80, () -> one(dice, CODES));
    return new Offence(code, "AN OFFENCE", one(dice, List.of(Grade.values())));
  }

  private static Disposition end(RandomGenerator dice) {
    return end(offence(dice), dice.nextInt(11));
  }

  private static Disposition end(Offence offence, int which) {
    return switch (which) {
      case 0, 1 -> new Disposition.Unknown();
      case 2 -> new Disposition.Arrested();
      case 3 -> new Disposition.Charged(DAY);
      case 4 -> new Disposition.Pending();
      case 5 -> new Disposition.NotFiled(DAY);
      case 6 -> new Disposition.Dismissed(DAY);
      case 7 -> new Disposition.Acquitted(DAY);
      case 8 -> new Disposition.Diverted(DAY);
      case 9 -> new Disposition.Expunged(DAY);
      default ->
          new Disposition.Vacated(new Disposition.Convicted(offence, Optional.empty(), DAY), DAY);
    };
  }

  private static Disposition conviction(RandomGenerator dice) {
    Optional<Sentence> term =
        sometimes(dice, 70, () -> new Sentence(one(dice, List.of(0, 30, 365, 366, 900))));
    Optional<LegalFinding> finding =
        sometimes(dice, 10, () -> new LegalFinding("101(a)(43)(F)", "b", TODAY));
    return new Disposition.Convicted(offence(dice), term, DAY, finding);
  }

  private static <T> T one(RandomGenerator dice, List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }

  private static <T> List<T> many(RandomGenerator dice, int most, Supplier<T> one) {
    return Stream.generate(one).limit(dice.nextInt(most + 1)).toList();
  }

  private static <T> Optional<T> sometimes(RandomGenerator dice, int percent, Supplier<T> one) {
    return dice.nextInt(100) < percent ? Optional.of(one.get()) : Optional.empty();
  }
}
