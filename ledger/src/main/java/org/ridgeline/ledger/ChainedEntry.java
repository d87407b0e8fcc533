package org.ridgeline.ledger;

import java.time.Instant;
import java.util.Arrays;

/// An entry as the ledger keeps it.
/// - **Shape** `number` from 1 without a gap; `at` when it was appended, microseconds; `room` the
///   database role that appended it
public record ChainedEntry(long number, Instant at, String room, LedgerEntry entry, byte[] hash) {
  public ChainedEntry {
    hash = hash.clone();
  }

  @Override
  public byte[] hash() {
    return hash.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChainedEntry that
        && number == that.number
        && at.equals(that.at)
        && room.equals(that.room)
        && entry.equals(that.entry)
        && Arrays.equals(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number) * 31 + Arrays.hashCode(hash);
  }
}
