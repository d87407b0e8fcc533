package org.ridgeline.search.rank;

import java.util.Comparator;
import java.util.UUID;

/// The order of encounters whose scores are equal: by encounter id as an unsigned number of 128
/// bits, which is the order of the ids' canonical text. ([UUID#compareTo] takes both halves as
/// signed numbers and orders otherwise.)
///
/// It says nothing of whom an encounter is of, when it was added or where it lies, so that a
/// gallery written in another order, or in parts, gives the same lists.
public final class EncounterOrder {
  /// Ids, the least first.
  public static final Comparator<UUID> LEAST_FIRST =
      (one, other) ->
          compare(
              one.getMostSignificantBits(),
              one.getLeastSignificantBits(),
              other.getMostSignificantBits(),
              other.getLeastSignificantBits());

  private EncounterOrder() {}

  /// Compares two ids by their halves.
  static int compare(long high, long low, long otherHigh, long otherLow) {
    int byHigh = Long.compareUnsigned(high, otherHigh);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, otherLow);
  }
}
