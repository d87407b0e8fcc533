package org.ridgeline.exchange.submission;

import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

/// One finger of a submission's probe: which record it was taken from, and what was found there.
public record ProbeFinger(
    FingerPosition finger, String record, Template template, boolean usable) {}
