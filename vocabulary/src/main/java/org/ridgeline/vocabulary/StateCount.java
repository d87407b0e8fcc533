package org.ridgeline.vocabulary;

/// How many of the fifty states: never how many jurisdictions. States of two sets are not added up,
/// since one may be in both.
/// - **Error** other than 0..50: IllegalArgumentException
public record StateCount(int count) {
  private static final int STATES = 50;

  public StateCount {
    if (count < 0 || count > STATES) {
      throw new IllegalArgumentException("states=" + count + " limit=0.." + STATES);
    }
  }

  @Override
  public String toString() {
    return count + (count == 1 ? " state" : " states");
  }
}
