package org.ridgeline.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ridgeline.estimate.share.Interval;

/// Two engines on the same trials.
class DifferenceTest {
  private static final double FALSE_RATE = 0.1;

  @Test
  void enginesThatScoreAlikeDoNotDiffer() {
    ErrorRates one = rates(engine(1, 0));
    ErrorRates other = rates(engine(1, 0));
    Difference none = new Difference(0, 0, 0);
    assertThat(one.equalErrorRate()).isPositive();
    assertThat(one.equalErrorBounds().high()).isGreaterThan(one.equalErrorBounds().low());
    assertThat(one.equalErrorLess(other)).isEqualTo(none);
    assertThat(one.missedLess(other, FALSE_RATE)).isEqualTo(none);
  }

  @Test
  void anEngineThatNeverErredMayErr() {
    ErrorRates perfect = rates(perfect());
    assertThat(perfect.equalErrorRate()).isZero();
    assertThat(perfect.equalErrorBounds().low()).isZero();
    assertThat(perfect.equalErrorBounds().high()).isPositive();
  }

  @Test
  void aScaleOfScoresDoesNotMatter() {
    // Each engine has thresholds of its own: twice the score, and one more, decides the same.
    ErrorRates one = rates(engine(1, 0));
    ErrorRates other = rates(engine(2, 1));
    assertThat(one.missedLess(other, FALSE_RATE)).isEqualTo(new Difference(0, 0, 0));
  }

  @Test
  void enginesTheOtherWayRoundDifferByTheOtherSign() {
    ErrorRates weak = rates(engine(1, 0));
    ErrorRates strong = rates(perfect());
    Difference forth = weak.missedLess(strong, FALSE_RATE);
    Difference back = strong.missedLess(weak, FALSE_RATE);
    assertThat(forth.difference()).isPositive();
    assertThat(back).isEqualTo(new Difference(-forth.difference(), -forth.high(), -forth.low()));
    Difference equal = weak.equalErrorLess(strong);
    assertThat(strong.equalErrorLess(weak))
        .isEqualTo(new Difference(-equal.difference(), -equal.high(), -equal.low()));
  }

  @Test
  void aDifferenceIsThatOfTheRatesWhereTheOtherNeverErrs() {
    // Against an engine that never errs, the drawn differences are the drawn rates.
    ErrorRates weak = rates(engine(1, 0));
    Difference difference = weak.missedLess(rates(perfect()), FALSE_RATE);
    OperatingPoint point = weak.points().getFirst();
    assertThat(difference.difference()).isEqualTo(point.missed().rate());
    assertThat(difference.low()).isEqualTo(point.drawn().low());
    assertThat(difference.high()).isEqualTo(point.drawn().high());
  }

  @Test
  void whatBothEnginesMissIsNoUncertaintyOfTheirDifference() {
    // Of 100 subjects both engines miss the same 40, and one of them one more. Drawn together the
    // difference is that one subject: drawn 0 to 3 times, hardly ever more often.
    ErrorRates one = rates(missing(40));
    ErrorRates other = rates(missing(41));
    Difference difference = other.missedLess(one, FALSE_RATE);
    assertThat(difference.difference()).isCloseTo(0.01, within(1e-12));
    assertThat(difference.low()).isZero();
    assertThat(difference.high()).isCloseTo(0.03, within(1e-12));
    Interval alone = one.points().getFirst().drawn();
    assertThat(alone.high() - alone.low()).isGreaterThan(0.15);
  }

  @Test
  void refusesEnginesOnOtherSubjects() {
    ErrorRates few = rates(engine(1, 0));
    ErrorRates many = rates(missing(40));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> few.equalErrorLess(many))
        .withMessageContaining("subjects=10 other subjects=100");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> few.missedLess(few, 0.5))
        .withMessageContaining("falseRate=0.5");
  }

  private static ErrorRates rates(Trials trials) {
    return ErrorRates.of(trials, FALSE_RATE);
  }

  /// Ten subjects, four mated and four non-mated trials each, whose scores overlap.
  private static Trials engine(int scale, int offset) {
    SplittableRandom random = new SplittableRandom(3);
    Scores mated = new Scores(40);
    Scores nonMated = new Scores(40);
    for (int trial = 0; trial < 40; trial++) {
      int subject = trial / 4;
      mated.add(scale * (random.nextInt(100) + 30) + offset, subject);
      nonMated.add(scale * random.nextInt(100) + offset, subject, (subject + 1 + trial % 4) % 10);
    }
    return new Trials(10, mated, nonMated);
  }

  /// The same trials, scored by an engine that never errs.
  private static Trials perfect() {
    Scores mated = new Scores(40);
    Scores nonMated = new Scores(40);
    for (int trial = 0; trial < 40; trial++) {
      int subject = trial / 4;
      mated.add(1, subject);
      nonMated.add(0, subject, (subject + 1 + trial % 4) % 10);
    }
    return new Trials(10, mated, nonMated);
  }

  /// A hundred subjects with a mated trial each, of which the first are missed.
  private static Trials missing(int subjects) {
    Scores mated = new Scores(100);
    Scores nonMated = new Scores(100);
    for (int subject = 0; subject < 100; subject++) {
      mated.add(subject < subjects ? -1 : 10, subject);
      nonMated.add(0, subject, (subject + 1) % 100);
    }
    return new Trials(100, mated, nonMated);
  }
}
