package org.ridgeline.bench;

/// Hears how far a run has come. Several threads may call it.
@FunctionalInterface
public interface Progress {
  /// So many of these are done.
  void at(String what, long done, long all);
}
