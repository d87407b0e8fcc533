package org.ridgeline.synth.sensor;

/// How a sensor turns touched skin into grey.
/// - **Unit** `dark` grey level of a ridge met fully; `steep` of the contrast curve, 2 soft to 5
///   hard; `blurPx` deviation; `noise` grey levels, drawn anew for each print; `pattern` grey
///   levels, the same on all prints of the sensor
public record Optics(double dark, double steep, double blurPx, double noise, double pattern) {}
