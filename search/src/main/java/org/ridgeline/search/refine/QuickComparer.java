package org.ridgeline.search.refine;

import java.util.Arrays;
import org.ridgeline.search.gallery.PackedMinutiae;

/// Compares one gallery finger after the other with an [EdgeIndex]. Not for several threads.
///
/// 1. Every gallery edge asks the index for probe edges like it; each pair asks for a turn.
/// 2. For the turn most asked for, and the next if nearly as many ask for it, each pair near it
///    also asks for a move of the whole print; the move most asked for is taken, and what was asked
///    near it averaged.
/// 3. The gallery's minutiae are laid on the probe's; those that meet one are counted ([Overlay]).
/// - **Unit** of a score: eighths of a nat; 0 where nothing meets
public final class QuickComparer {
  private static final int NEIGHBOURS = 4;
  private static final int TURNS = 24;

  /// The second turn is tried only if nearly as many pairs ask for it.
  private static final float RIVAL = 0.85f;

  private static final int CELL_PX = 32;
  private static final int CELLS = 24;
  private static final int PAIRS_MAX = 1 << 12;

  private final Edges edges = new Edges();
  private final Overlay overlay = new Overlay();
  private final short[] votes = new short[CELLS * CELLS];
  private final int[] turnVotes = new int[TURNS];
  private final int[] pairs = new int[PAIRS_MAX];
  private final int[] turns = new int[PAIRS_MAX];
  private final int[] askedTurn = new int[PAIRS_MAX];
  private final float[] askedX = new float[PAIRS_MAX];
  private final float[] askedY = new float[PAIRS_MAX];
  private int middleX;
  private int middleY;

  /// How much better than chance the finger can be laid on the indexed one.
  public int compare(EdgeIndex index, int[] packed, int count) {
    if (count == 0 || index.packed().length == 0) {
      return 0;
    }
    edges.find(packed, count, NEIGHBOURS);
    int cast = pair(index);
    if (cast == 0) {
      return 0;
    }
    middle(packed, count);
    int first = fullest(-1);
    int score = tryTurn(index, packed, count, first, cast);
    int second = fullest(first);
    return asking(second) < RIVAL * asking(first)
        ? score
        : Math.max(score, tryTurn(index, packed, count, second, cast));
  }

  private void middle(int[] packed, int count) {
    middleX = 0;
    middleY = 0;
    for (int i = 0; i < count; i++) {
      middleX += PackedMinutiae.x(packed[i]);
      middleY += PackedMinutiae.y(packed[i]);
    }
    middleX /= count;
    middleY /= count;
  }

  /// Pairs of like edges, and how often they ask for each turn. Beyond [#PAIRS_MAX], five times
  /// what full prints have, the rest is left out.
  private int pair(EdgeIndex index) {
    Edges probe = index.edges();
    Arrays.fill(turnVotes, 0);
    int cast = 0;
    for (int edge = 0; edge < edges.count; edge++) {
      int bin = EdgeIndex.bin(edges.length[edge], edges.first[edge], edges.second[edge]);
      int direction = edges.direction[edge];
      int end = Math.min(index.to(bin), index.from(bin) + PAIRS_MAX - cast);
      for (int at = index.from(bin); at < end; at++) {
        int like = index.edge(at);
        int turn = probe.direction[like] - direction & 511;
        turnVotes[turn * TURNS >> 9]++;
        turns[cast] = turn;
        pairs[cast++] = edge << 16 | like;
      }
    }
    return cast;
  }

  /// How many pairs ask for a turn, its neighbours counted half.
  private int asking(int turn) {
    int after = turn + 1 == TURNS ? 0 : turn + 1;
    int before = turn == 0 ? TURNS - 1 : turn - 1;
    return 2 * turnVotes[turn] + turnVotes[after] + turnVotes[before];
  }

  /// The turn that, with its neighbours, most pairs ask for; none near `but`.
  private int fullest(int but) {
    int best = 0;
    int most = -1;
    for (int turn = 0; turn < TURNS; turn++) {
      int apart = Math.floorMod(turn - but, TURNS);
      if (but < 0 || apart > 2 && apart < TURNS - 2) {
        int sum = asking(turn);
        if (sum > most) {
          most = sum;
          best = turn;
        }
      }
    }
    return best;
  }

  private int tryTurn(EdgeIndex index, int[] packed, int count, int around, int cast) {
    int asked = ask(index, packed, around, cast);
    if (asked == 0) {
      return 0;
    }
    int peak = peak(asked);
    float peakX = (peak % CELLS + 0.5f - CELLS / 2) * CELL_PX;
    float peakY = (peak / CELLS + 0.5f - CELLS / 2) * CELL_PX;
    int near = 0;
    int turn = 0;
    float moveX = 0;
    float moveY = 0;
    int centre = (2 * around + 1) * 256 / TURNS;
    for (int i = 0; i < asked; i++) {
      if (Math.abs(askedX[i] - peakX) < CELL_PX && Math.abs(askedY[i] - peakY) < CELL_PX) {
        near++;
        turn += PackedMinutiae.turned(centre, askedTurn[i]);
        moveX += askedX[i];
        moveY += askedY[i];
      }
    }
    if (near == 0) {
      return 0;
    }
    overlay.turn(Math.round(centre + turn / (float) near), middleX, middleY);
    return overlay.score(index, packed, count, moveX / near + middleX, moveY / near + middleY);
  }

  /// The moves that the pairs near a turn ask for: from where the turned minutia lies to where the
  /// probe's lies, both turned about the middle of the gallery finger.
  private int ask(EdgeIndex index, int[] packed, int around, int cast) {
    Edges probe = index.edges();
    int[] target = index.packed();
    int asked = 0;
    int centre = (2 * around + 1) * 256 / TURNS;
    for (int i = 0; i < cast; i++) {
      int off = PackedMinutiae.turned(centre, turns[i]);
      if (Math.abs(off) <= 3 * 256 / TURNS) {
        int to = target[probe.from[pairs[i] & 0xFFFF]];
        int word = packed[edges.from[pairs[i] >>> 16]];
        int x = PackedMinutiae.x(word) - middleX;
        int y = PackedMinutiae.y(word) - middleY;
        float cos = Overlay.cos(turns[i]);
        float sin = Overlay.sin(turns[i]);
        askedTurn[asked] = turns[i];
        askedX[asked] = PackedMinutiae.x(to) - middleX - (cos * x - sin * y);
        askedY[asked++] = PackedMinutiae.y(to) - middleY - (sin * x + cos * y);
      }
    }
    return asked;
  }

  /// Counts moves in overlapping cells and finds the fullest.
  private int peak(int asked) {
    Arrays.fill(votes, (short) 0);
    int best = CELLS * CELLS / 2;
    for (int i = 0; i < asked; i++) {
      int column2 = (int) (askedX[i] + CELLS / 2 * CELL_PX) / (CELL_PX / 2);
      int row2 = (int) (askedY[i] + CELLS / 2 * CELL_PX) / (CELL_PX / 2);
      if (column2 < 1 || row2 < 1 || column2 >= 2 * CELLS - 1 || row2 >= 2 * CELLS - 1) {
        continue;
      }
      int column = column2 >> 1;
      int row = row2 >> 1;
      int across = (column2 & 1) * 2 - 1;
      int down = ((row2 & 1) * 2 - 1) * CELLS;
      int cell = row * CELLS + column;
      best = vote(cell, best);
      best = vote(cell + across, best);
      best = vote(cell + down, best);
      best = vote(cell + across + down, best);
    }
    return best;
  }

  private int vote(int cell, int best) {
    return ++votes[cell] > votes[best] ? cell : best;
  }
}
