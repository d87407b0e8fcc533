package org.ridgeline.oversight.report;

import java.util.Comparator;

/// A place in the tables of a report.
public record Key(Area area, Line line, Row row) implements Comparable<Key> {
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::area).thenComparing(Key::line).thenComparing(Key::row);

  @Override
  public int compareTo(Key other) {
    return ORDER.compare(this, other);
  }
}
