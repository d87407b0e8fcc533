package org.ridgeline.vocabulary;

/// A print's wave with its cells: all of a print but its minutiae.
public record Ridges(RidgeWaves waves, RidgeCells cells) {}
