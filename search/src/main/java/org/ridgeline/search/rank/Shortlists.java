package org.ridgeline.search.rank;

/// How many rows each stage of the cascade passes on.
///
/// Sized by what was measured to get lost (docs/search.md): with four fingers or more, mates came
/// out of the scan first of 50,000 people, on distorted prints too; with one, a mate that the full
/// comparison knows can lie behind a tenth of the gallery. The fewer fingers, the more rows go on.
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
      case 1 -> sized(encounters, new int[] {10_000, 10, 4000, 100}, 200);
      case 2 -> sized(encounters, new int[] {10_000, 40, 1000, 1000}, 60);
      case 3 -> sized(encounters, new int[] {5000, 200, 400, 5000}, 40);
      case 4, 5 -> sized(encounters, new int[] {2000, 1000, 128, 20_000}, 24);
      case 6, 7, 8, 9 -> sized(encounters, new int[] {500, 10_000, 64, 80_000}, 16);
      case 10 -> sized(encounters, new int[] {200, 20_000, 32, 150_000}, 10);
      default -> throw new IllegalArgumentException("fingers=" + fingers + " limit=1..10");
    };
  }

  /// - **Shape** `sizes`: for scan and signatures, the least and which share of the gallery
  private static Shortlists sized(int encounters, int[] sizes, int refined) {
    int scanned = Math.max(sizes[0], encounters / sizes[1]);
    int rescored = Math.max(sizes[2], encounters / sizes[3]);
    return new Shortlists(scanned, rescored, refined);
  }

  /// For the second look, which is taken at several sequences: a quarter of everything but the
  /// scan.
  Shortlists secondLook() {
    return new Shortlists(scanned, Math.max(4, rescored / 4), Math.max(3, refined / 4));
  }
}
