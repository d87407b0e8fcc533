package org.ridgeline.app;

/// Says that those who hear of cases and comparisons have been told where to listen: whoever steps
/// cases asks for this first, as the loops do.
public record CaseHearing() {}
