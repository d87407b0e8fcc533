package org.ridgeline.search.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ridgeline.vocabulary.Angle;

/// The comparison of two prints in full. Not for several threads at once.
/// - **Shape** symmetric: a print with another gives what the other gives with it
public final class PhaseComparison {
  private static final float SURE = 30;
  private static final float FALLING_BEHIND = 0.45f;

  /// Promise that no two prints of one finger stay under that were not lost anyway, after the first
  /// rounds and after those that follow.
  private static final float HOPELESS = 6;

  private static final float STILL_HOPELESS = 7.5f;

  /// Promise after one round that is worth the next at once.
  private static final float LIKELY = 13;

  /// Promise that no two strangers have after the first rounds: no other seed is begun with.
  private static final float EARLY_SURE = 20;

  /// The share of those followed for a round that are followed for more.
  private static final float FOLLOWED_ON = 0.625f;

  private static final int ROUNDS_MAX = 15;

  private final Effort effort;
  private final WarpSolver solver = new WarpSolver(LineKernels.best());

  /// How many seeds are looked at, begun with, tried once more, followed and grown fully.
  public record Effort(int located, int started, int tried, int followed, int full) {
    /// The most that was found to help.
    public static final Effort FULL = new Effort(150, 60, 40, 16, 4);

    /// A third of the time, nearly the same errors.
    public static final Effort QUICK = new Effort(100, 40, 20, 8, 1);
  }

  public PhaseComparison(Effort effort) {
    this.effort = effort;
  }

  /// The evidence of two prints.
  public Evidence compare(ReadyPrint one, ReadyPrint other) {
    return one.isLaidOn(other) ? laid(one, other, _ -> {}) : laid(other, one, _ -> {});
  }

  /// The same evidence, with how it came about.
  public Explanation explain(ReadyPrint one, ReadyPrint other) {
    boolean isFirstUpper = one.isLaidOn(other);
    List<Laying> layings = new ArrayList<>();
    Consumer<Weighing> witness = weighing -> layings.add(weighing.laying());
    Evidence evidence = isFirstUpper ? laid(one, other, witness) : laid(other, one, witness);
    Optional<Laying> best = layings.isEmpty() ? Optional.empty() : Optional.of(layings.getLast());
    return new Explanation(isFirstUpper, evidence, best);
  }

  /// Lays one print on another; `witness` sees each hypothesis that is the best so far, the last
  /// one being that of the evidence.
  private Evidence laid(ReadyPrint one, ReadyPrint other, Consumer<Weighing> witness) {
    if (one.count < 2 || other.count < 2) {
      return Evidence.NONE;
    }
    float[] alike = one.surroundings.with(other.surroundings);
    List<Seed> seeds = new Seeds(one, other, alike).best(effort.located(), effort.started());
    Growth growth = new Growth(one, other, alike, solver);
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (Seed seed : seeds) {
      Hypothesis hypothesis = new Hypothesis(one, other, seed);
      growth.start(hypothesis, 1);
      hypotheses.add(hypothesis);
      if (hypothesis.promise > LIKELY) {
        growth.start(hypothesis, 1);
        if (hypothesis.promise > EARLY_SURE) {
          break;
        }
      }
    }
    List<Hypothesis> tried = best(hypotheses, effort.tried());
    tried.stream().filter(h -> h.rounds == 1).forEach(h -> growth.start(h, 1));
    List<Hypothesis> followed = best(tried, effort.followed());
    if (followed.isEmpty() || followed.getFirst().promise < HOPELESS) {
      return Evidence.NONE;
    }
    followed.forEach(hypothesis -> growth.follow(hypothesis, 1));
    followed = best(followed, (int) (FOLLOWED_ON * effort.followed()));
    followed.forEach(hypothesis -> growth.follow(hypothesis, 2));
    if (best(followed, 1).getFirst().promise < STILL_HOPELESS) {
      return Evidence.NONE;
    }
    return fully(growth, best(followed, followed.size()), witness);
  }

  private static List<Hypothesis> best(List<Hypothesis> hypotheses, int count) {
    return hypotheses.stream()
        .sorted(Comparator.comparingDouble((Hypothesis h) -> h.promise).reversed())
        .limit(count)
        .toList();
  }

  private Evidence fully(Growth growth, List<Hypothesis> followed, Consumer<Weighing> witness) {
    ReadyPrint one = growth.one;
    ReadyPrint other = growth.other;
    List<Hypothesis> grown = new ArrayList<>();
    Evidence best = Evidence.NONE;
    float most = followed.getFirst().promise;
    for (Hypothesis hypothesis : followed) {
      if (grown.size() == effort.full()) {
        break;
      }
      if (grown.stream().anyMatch(earlier -> isSame(one, other, earlier, hypothesis))) {
        continue;
      }
      if (!grown.isEmpty() && (best.rank() > SURE || hypothesis.promise < FALLING_BEHIND * most)) {
        break;
      }
      grown.add(hypothesis);
      growth.growFully(hypothesis, ROUNDS_MAX);
      Weighing weighing = new Weighing(one, other, growth, hypothesis);
      Evidence evidence = weighing.weigh();
      if (grown.size() == 1 || evidence.rank() > best.rank()) {
        witness.accept(weighing);
        best = weighing.stiffened(evidence, solver);
      }
    }
    return best;
  }

  /// Whether an earlier hypothesis has come to say the same.
  private static boolean isSame(
      ReadyPrint one, ReadyPrint other, Hypothesis earlier, Hypothesis hypothesis) {
    Seed seed = hypothesis.seed;
    float x = one.x[seed.one()];
    float y = one.y[seed.one()];
    earlier.warp.at(x, y);
    float dx = earlier.warp.x - other.x[seed.other()];
    float dy = earlier.warp.y - other.y[seed.other()];
    float turned = Angle.wrap(Angle.of(earlier.warp.sine, earlier.warp.cosine) - seed.turn());
    return dx * dx + dy * dy < 64
        && Math.abs(turned) < 0.3f
        && earlier.region.has(one.cellAt(x, y));
  }
}
