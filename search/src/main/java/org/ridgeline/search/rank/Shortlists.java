package org.ridgeline.search.rank;

/// How many rows each stage of the cascade passes on.
///
/// Sized by what was measured to get lost (docs/search.md): among people of one sensor, on prints
/// distorted on purpose, the worst of two thousand ten-finger mates lay 3.5 standard deviations
/// above strangers by its codes, two in ten thousand of the gallery; those of one finger may lie
/// anywhere in its first half. The fewer fingers, the more rows go on.
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

  /// For a probe of so many fingers and a gallery of so many encounters.
  /// - **Error** fingers not 1..10: IllegalArgumentException
  public static Shortlists of(int fingers, int encounters) {
    return switch (fingers) {
      case 1 -> sized(encounters, new int[] {20_000, 4, 10_000, 40}, 200);
      case 2 -> sized(encounters, new int[] {20_000, 20, 4000, 250}, 60);
      case 3 -> sized(encounters, new int[] {10_000, 40, 2000, 1000}, 40);
      case 4, 5 -> sized(encounters, new int[] {5000, 100, 1000, 2000}, 24);
      case 6, 7, 8, 9 -> sized(encounters, new int[] {3000, 100, 200, 10_000}, 16);
      case 10 -> sized(encounters, new int[] {2000, 2500, 40, 40_000}, 10);
      default -> throw new IllegalArgumentException("fingers=" + fingers + " limit=1..10");
    };
  }

  /// - **Shape** `sizes`: for scan and signatures, the least and which share of the gallery
  private static Shortlists sized(int encounters, int[] sizes, int refined) {
    int scanned = Math.max(sizes[0], encounters / sizes[1]);
    int rescored = Math.max(sizes[2], encounters / sizes[3]);
    return new Shortlists(scanned, rescored, refined);
  }

  /// For the second look, which is taken at several sequences: altogether half as many rows from
  /// the scan as the first, and as many after it.
  Shortlists secondLook(int sequences) {
    int again = Math.max(Math.min(rescored, 4), rescored / sequences);
    int nearest = Math.max(again, scanned / (2 * sequences));
    return new Shortlists(nearest, again, Math.min(again, Math.max(3, refined / sequences)));
  }
}
