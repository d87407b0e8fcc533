package org.ridgeline.synth.sensor;

/// What a sensor shows where nothing touches it.
/// - **Unit** grey levels: `light` in the middle (above 255: burnt out), `vignette` the fall to the
///   corners, `slope` from side to side, `speckle` deviation of slow mottling, `haze` the darkening
///   of valleys inside a touch; `ghost` and `block` shares 0..1 of prints with ridges or a grey
///   block left of an earlier touch
public record Ground(
    double light,
    double vignette,
    double slope,
    double speckle,
    double haze,
    double ghost,
    double block) {}
