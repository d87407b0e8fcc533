package org.ridgeline.oversight.report;

import java.util.List;
import java.util.function.ToLongFunction;

/// A stage of the funnel: what came to it went on to one of the next lines, or waits.
public enum Stage {
  SEARCHING(
      "still being worked on",
      Line.RECEIVED,
      List.of(Line.REFUSED, Line.NOT_ACTIVE, Line.NO_MATCH, Line.SEARCH_FAILED, Line.MATCHED)),
  TAKING_UP("not yet taken up", Line.MATCHED, List.of(Line.IN_CASE)),
  COMPARING(
      "prints being compared",
      Line.IN_CASE,
      List.of(Line.VERIFIED, Line.EXCLUDED, Line.INCONCLUSIVE)),
  DETERMINING("not yet determined", Line.IDENTIFIED, List.of(Line.DETERMINED));

  private final String words;
  private final Line from;
  private final List<Line> to;

  Stage(String words, Line from, List<Line> to) {
    this.words = words;
    this.from = from;
    this.to = to;
  }

  /// Those that wait, as tables say it.
  public String words() {
    return words;
  }

  /// The line that leads here.
  public Line from() {
    return from;
  }

  /// Where it goes on to.
  public List<Line> to() {
    return to;
  }

  /// How many wait, given the cumulative count of each line.
  long waiting(ToLongFunction<Line> counts) {
    return counts.applyAsLong(from) - to.stream().mapToLong(counts).sum();
  }
}
