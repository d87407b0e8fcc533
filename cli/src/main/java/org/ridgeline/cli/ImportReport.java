package org.ridgeline.cli;

import java.util.Map;

/// What became of the files of one import; every file is counted once.
/// - **Shape** `files` is the sum of `newPersons`, `knownPersons`, `before`, `refused` and
///   `unreadable`; `findings` counts by code, over the files enrolled now and the refused ones
/// - **Unit** bytes of all files read; seconds of the whole run; cards enrolled now a second
record ImportReport(
    long files,
    long newPersons,
    long knownPersons,
    long before,
    long refused,
    long unreadable,
    Map<String, Long> findings,
    Speed speed) {

  /// How fast it went.
  record Speed(long bytes, double seconds, double enrolledPerSecond) {}

  ImportReport {
    long sum = newPersons + knownPersons + before + refused + unreadable;
    if (files != sum) {
      throw new IllegalStateException("files=" + files + " expected=" + sum + ", the sum of all");
    }
  }
}
