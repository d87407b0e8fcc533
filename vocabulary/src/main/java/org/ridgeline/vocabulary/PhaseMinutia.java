package org.ridgeline.vocabulary;

/// A minutia seen as a vortex of the ridges' phase: walking round it, one finds a ridge more on one
/// side than on the other.
/// - **Shape** `isEnding`: a ridge ends there; otherwise a valley does, which is a bifurcation
/// - **Unit** x, y in pixels at 500 ppi, to fractions; direction in radians, 0..2π, growing from +x
///   to +y, along the ridge or valley that ends and into it, as [Minutia] has it; weight 0..1, how
///   clear the ridges round it are
/// - **Source** K. G. Larkin, P. A. Fletcher, A coherent framework for fingerprint analysis, Optics
///   Express 15(14), 2007: minutiae as spiral phases
public record PhaseMinutia(float x, float y, float direction, float weight, boolean isEnding) {}
