package org.ridgeline.search.rank;

/// How many rows each stage of the cascade passes on.
///
/// What a stage loses is measured (docs/search.md); the numbers are the smallest that lost nobody
/// there, doubled. Fewer fingers say less, so the fewer there are, the more rows go on; the work
/// after the scan stays about the same, since it is done finger by finger.
/// - **Shape** `scanned` rows leave the scan, `rescored` leave the signatures, `refined` leave the
///   quick look for the full comparison
public record Shortlists(int scanned, int rescored, int refined) {
  private static final int SCANNED_MIN = 10_000;
  private static final int SCANNED_ONE_IN = 400;

  public Shortlists {
    if (refined < 1 || rescored < refined || scanned < rescored) {
      throw new IllegalArgumentException(
          "scanned=" + scanned + " rescored=" + rescored + " refined=" + refined);
    }
  }

  /// For a probe of so many fingers and a gallery of so many encounters.
  public static Shortlists of(int fingers, int encounters) {
    int scanned = Math.max(SCANNED_MIN, encounters / SCANNED_ONE_IN);
    if (fingers <= 2) {
      scanned = Math.max(SCANNED_MIN, encounters / 20);
    }
    return new Shortlists(scanned, Math.min(scanned, 4000 / fingers), Math.max(16, 200 / fingers));
  }

  /// For the second look, which is taken at several sequences: a quarter of everything.
  Shortlists secondLook() {
    return new Shortlists(
        Math.max(4, scanned / 4), Math.max(4, rescored / 4), Math.max(4, refined / 4));
  }
}
