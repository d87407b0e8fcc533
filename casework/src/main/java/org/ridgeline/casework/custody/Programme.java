package org.ridgeline.casework.custody;

/// A programme that outcomes are attributed to, and who says there is one.
public record Programme(String code, String name, String source) {}
