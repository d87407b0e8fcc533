package org.ridgeline.search.compare;

/// Two minutiae that may be one: where growth begins.
/// - **Shape** `one`, `other`: their places in their prints; `turn`: of the first print, radians;
///   `scale`: across the ridges; `local`: agreement of the phase around them, 0..1; `alike`: of
///   their surroundings, 0..1
record Seed(int one, int other, float turn, float scale, float local, float alike) {
  /// How promising.
  float promise() {
    return local + 0.5f * alike;
  }
}
