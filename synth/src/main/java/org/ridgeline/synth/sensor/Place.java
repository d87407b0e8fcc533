package org.ridgeline.synth.sensor;

/// A place on an image or on a finger's skin, x to the right, y downwards.
/// - **Unit** pixels, from the upper left corner of the image or of the skin map
public record Place(double x, double y) {}
