package org.ridgeline.search.refine;

/// The comparison of two fingers in full, by their minutiae alone. Not for several threads at once.
///
/// 1. Edges alike vote for pairs of minutiae ([EdgeVotes]); those most voted for that fit each
///    other are a hypothesis ([MinutiaeSeeds]).
/// 2. From each of a few hypotheses pairs are grown outward ([MinutiaeGrowth]), places foreseen by
///    the pairs nearby ([LocalFit]).
/// 3. The best score counts ([MinutiaeScore]).
/// - **Unit** of a score: tenths of a nat, about; 0 where nothing can be laid, less where more
///   speaks against one finger
/// - **Rule** a finger compared with another gives what the other gives with it
public final class MinutiaeComparison {
  private static final int HYPOTHESES = 3;

  private final ReadyMinutiae gallery = new ReadyMinutiae();
  private final EdgeVotes votes = new EdgeVotes();
  private final MinutiaeSeeds seeds = new MinutiaeSeeds();
  private final MinutiaeGrowth growth = new MinutiaeGrowth(votes);
  private final MinutiaeScore score = new MinutiaeScore(votes, growth);

  /// Compares with a gallery finger: the first `count` of the packed minutiae.
  /// - **Error** more minutiae than are packed of a finger: IllegalArgumentException
  public int compare(ReadyMinutiae probe, int[] packed, int count) {
    gallery.lay(packed, count);
    return compare(probe, gallery);
  }

  /// Compares two fingers.
  public int compare(ReadyMinutiae one, ReadyMinutiae other) {
    return one.isLaidOn(other) ? laid(one, other) : laid(other, one);
  }

  private int laid(ReadyMinutiae one, ReadyMinutiae other) {
    votes.count(one, other);
    seeds.find(votes, one, other);
    boolean isLaid = false;
    int best = 0;
    for (int tried = 0; tried < HYPOTHESES; tried++) {
      int seed = seeds.next();
      if (seed < 0) {
        break;
      }
      if (growth.grow(one, other, seeds, seed)) {
        int found = score.of(one, other);
        best = isLaid ? Math.max(best, found) : found;
        isLaid = true;
      }
    }
    return best;
  }
}
