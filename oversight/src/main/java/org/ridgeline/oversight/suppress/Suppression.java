package org.ridgeline.oversight.suppress;

/// What came of hiding: a pattern that may be published, or a refusal.
public sealed interface Suppression permits Pattern, Refusal {}
