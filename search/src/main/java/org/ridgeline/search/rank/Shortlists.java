package org.ridgeline.search.rank;

/// How many rows each stage of the cascade passes on in one search: [CascadeSettings] made numbers.
/// - **Shape** `scanned` rows leave the scan, `rescored` leave the signatures, `refined` leave the
///   quick look for the full comparison
/// - **Error** a stage longer than the one before, or empty: IllegalArgumentException
public record Shortlists(int scanned, int rescored, int refined) {
  public Shortlists {
    if (refined < 1 || rescored < refined || scanned < rescored) {
      throw new IllegalArgumentException(
          "scanned=" + scanned + " rescored=" + rescored + " refined=" + refined);
    }
  }
}
