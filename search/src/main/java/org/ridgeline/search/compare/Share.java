package org.ridgeline.search.compare;

/// What of the evidence speaks, and how much: the score is the sum of all shares.
public record Share(Feature feature, double points) {
  public Share {
    // No minus before a zero.
    points += 0.0;
  }
}
