package org.ridgeline.search.refine;

/// How much pairs of minutiae, and those without a pair, speak for one finger.
///
/// For it speak the pairs, most of all those that lie where the others foresee them, times the
/// share of the overlap's minutiae that have a pair; and the edges alike around them. Against it
/// speak minutiae of the print with fewer that have none, those well inside the other print most.
/// Kinds of minutiae are not asked: systems differ about them.
///
/// The four weights are by hand, near those of a logistic regression on 1,080 genuine and 41,000
/// impostor pairs of fictional prints of six kinds of sensor (2026-11-30, the trial is not in the
/// project); what they multiply was chosen while looking at the five development sets of
/// docs/ridges.md, too.
/// - **Unit** tenths of a nat, about, were both sorts of pairs equally frequent
final class MinutiaeScore {
  private static final float PAIR = 0.4f;
  private static final float CLOSE_PAIR = 1.8f;
  private static final float VOTES = 0.25f;
  private static final float UNPAIRED = 0.45f;

  /// Weighs one without a pair that the other print need not show.
  private static final float OUTSIDE = 0.6f;

  private static final float MISS_PX = 2.5f;
  private static final float MISS_AHEAD = 0.05f;
  private static final float MISS_TURN = 10;
  private static final int VOTES_MAX = 150;
  private static final float VOTES_SURE = 100;
  private static final float MARGIN_PX = 5;
  private static final float INSIDE_PX = 15;

  private final EdgeVotes votes;
  private final MinutiaePairs pairs;
  private final LocalFit fit;

  MinutiaeScore(EdgeVotes votes, MinutiaeGrowth growth) {
    this.votes = votes;
    pairs = growth.pairs;
    fit = growth.fit;
  }

  /// The score of the pairs that were grown.
  int of(ReadyMinutiae one, ReadyMinutiae other) {
    float close = 0;
    float said = 0;
    for (int pair = 0; pair < pairs.count; pair++) {
      float miss = pairs.missPx[pair] / (MISS_PX + MISS_AHEAD * pairs.nearestPx[pair]);
      float turn = pairs.missTurn[pair] / MISS_TURN;
      close += 1 / ((1 + miss * miss) * (1 + turn * turn));
      said += votes.of(pairs.one[pair], pairs.other[pair], VOTES_MAX) / VOTES_SURE;
    }
    float inside = 0;
    float unpaired = 0;
    for (int i = 0; i < one.count; i++) {
      if (pairs.ofOne[i] < 0 && fit.foresee(one.x[i], one.y[i], -1)) {
        float within = within(other);
        inside += within;
        unpaired += OUTSIDE + (1 - OUTSIDE) * within;
      }
    }
    for (int j = 0; j < other.count; j++) {
      if (pairs.ofOther[j] < 0 && fit.foreseeBack(other.x[j], other.y[j])) {
        inside += within(one);
      }
    }
    float share = pairs.count / (pairs.count + inside / 2);
    float nats =
        share * (PAIR * pairs.count + CLOSE_PAIR * close) + VOTES * said - UNPAIRED * unpaired;
    return Math.round(10 * nats);
  }

  /// How surely a print shows the place that was foreseen, 0..1.
  private float within(ReadyMinutiae print) {
    return Math.clamp((print.hull.depth(fit.x, fit.y) + MARGIN_PX) / INSIDE_PX, 0, 1);
  }
}
