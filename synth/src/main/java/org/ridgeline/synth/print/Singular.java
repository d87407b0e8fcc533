package org.ridgeline.synth.print;

/// A core, else a delta, of the flow that a finger's ridges were grown along.
/// - **Unit** pixels; [Finger#singular()] says from where
public record Singular(double x, double y, boolean isCore) {}
