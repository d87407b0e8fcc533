package org.ridgeline.search.rank;

import java.util.List;
import org.ridgeline.vocabulary.FingerSequence;

/// What scan and signatures are asked for: once as the probe is labelled, and if that finds nobody,
/// once more for all other orders of its fingers.
/// - **Shape** `sequences`: as what the labels are taken, each with lists of its own; `fingers`:
///   how many of the probe's fingers, those of the best quality, the scan goes by; `lists`: how
///   many rows go on, of the whole gallery, however many parts it lies in
public record Look(List<FingerSequence> sequences, int fingers, Shortlists lists) {
  public Look {
    sequences = List.copyOf(sequences);
  }
}
