package org.ridgeline.repository;

import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.Decision;

/// The outcome of one search of one repository.
public record Identification(Decision decision, CandidateList candidates) {}
