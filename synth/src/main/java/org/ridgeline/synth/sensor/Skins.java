package org.ridgeline.synth.sensor;

/// The skin of the people who use a sensor.
/// - **Unit** `wet` the middle moisture, 0 neither: ridges run together above 0.6 and break below
///   -0.3; `fingerSpread` and `touchSpread` its deviations between fingers and between touches;
///   `worn` 0 fine skin to 1 rough; `creases` white lines of a middle finger; `smudged` 0..1
public record Skins(
    double wet,
    double fingerSpread,
    double touchSpread,
    double worn,
    double creases,
    double smudged) {}
