package org.ridgeline.search.rank;

import org.ridgeline.vocabulary.CandidateList;

/// What a search did and found.
/// - **Shape** `candidates`: best first, equal scores in [EncounterOrder]; with how many encounters
///   were searched, and up to which change of the gallery; `compared`: encounters compared in full
public record Found(CandidateList candidates, int compared) {}
