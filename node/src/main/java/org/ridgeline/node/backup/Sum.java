package org.ridgeline.node.backup;

/// How much was written, and its SHA-256 in hex.
public record Sum(long bytes, String sha256) {}
