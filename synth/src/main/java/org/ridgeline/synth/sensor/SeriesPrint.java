package org.ridgeline.synth.sensor;

import org.ridgeline.vocabulary.GrayImage;

/// One print of a [PrintSeries].
/// - **Unit** `finger` and `impression` from 1
public record SeriesPrint(int finger, int impression, GrayImage image, PrintTruth truth) {}
