package org.ridgeline.exchange.jurisdiction;

import org.ridgeline.vocabulary.JurisdictionCount;
import org.ridgeline.vocabulary.StateCount;

/// What is active on a day, in two numbers that nobody can take for each other.
/// - **Shape** `territories`: the District and the territories with any active, no states
public record Coverage(JurisdictionCount jurisdictions, StateCount states, int territories) {
  @Override
  public String toString() {
    return jurisdictions
        + " in "
        + states
        + (territories == 0 ? "" : " and " + territories + " of district and territories");
  }
}
