package org.ridgeline.search.rank;

import java.util.List;

/// The numbers by which the cascade decides who is compared, and how far. docs/search.md lists
/// where each comes from: data, date and command.
///
/// They change who is found, so a settings record is part of what an engine is; every part of a
/// gallery must be searched by the same.
/// - **Shape** `lists`: by the number of the probe's fingers less 1, 10 of them
/// - **Unit** of scores: centibits
/// - **Error** another number of lists: IllegalArgumentException
public record CascadeSettings(
    List<Lists> lists, Evidence evidence, Stops stops, SecondLook secondLook) {
  private static final int FINGERS_MAX = 10;

  public CascadeSettings {
    lists = List.copyOf(lists);
    if (lists.size() != FINGERS_MAX) {
      throw new IllegalArgumentException("lists=" + lists.size() + " expected=" + FINGERS_MAX);
    }
  }

  /// How many rows go on, for a probe of so many fingers: out of the scan and out of the signatures
  /// at least so many and at least one in so many of the gallery; out of the quick look so many.
  public record Lists(
      int scannedMin, int scannedOneIn, int rescoredMin, int rescoredOneIn, int refined) {
    Shortlists of(int encounters) {
      return new Shortlists(
          Math.max(scannedMin, encounters / scannedOneIn),
          Math.max(rescoredMin, encounters / rescoredOneIn),
          refined);
    }
  }

  /// What must speak for a row for it to be compared in full.
  /// - **Shape** `eachFinger`: quick look and signatures together, a finger of the probe; `most`:
  ///   however many fingers; `signaturesOneIn`: their score counts so many times less beside the
  ///   quick look; `comparedMin`: rows that are compared whatever is said of them, for a probe of
  ///   1, 2, ... fingers, in the first look
  public record Evidence(int eachFinger, int most, int signaturesOneIn, List<Integer> comparedMin) {
    public Evidence {
      comparedMin = List.copyOf(comparedMin);
    }

    int enough(int fingers) {
      return Math.min(most, eachFinger * fingers);
    }

    int comparedMin(int fingers) {
      return fingers <= comparedMin.size() ? comparedMin.get(fingers - 1) : 0;
    }
  }

  /// When enough has been looked at.
  /// - **Shape** `hopelessAfter`, `hopeless`: a row whose best fingers, so many, say so much
  ///   against it is left; `clear`: so far beyond the line of a possible candidate, no further
  ///   finger of a row is compared; `clearTimes`: so many times that in the quick look, and no row
  ///   is looked at whose signatures are less than one in `rivalOneIn` of the clear one's; `chunk`:
  ///   rows looked at before that is asked
  public record Stops(
      int hopelessAfter, int hopeless, int clear, int clearTimes, int rivalOneIn, int chunk) {}

  /// The look at other orders of the fingers.
  /// - **Shape** `fingers`: that its scan goes by; `scannedOneIn`: of the rows that the first look
  ///   scanned, for all orders together; `rescoredMin`, `refinedMin`: rows that go on for each
  ///   order at least
  public record SecondLook(int fingers, int scannedOneIn, int rescoredMin, int refinedMin) {
    /// The lists for each of so many orders: altogether as many rows after the scan as at first.
    Shortlists lists(Shortlists first, int orders) {
      int rescored = Math.max(Math.min(first.rescored(), rescoredMin), first.rescored() / orders);
      int scanned = Math.max(rescored, first.scanned() / (scannedOneIn * orders));
      int refined = Math.min(rescored, Math.max(refinedMin, first.refined() / orders));
      return new Shortlists(scanned, rescored, refined);
    }
  }

  private static final Lists FOUR = new Lists(5000, 100, 1000, 2000, 24);
  private static final Lists SIX = new Lists(3000, 100, 200, 10_000, 16);

  /// Those that everything in docs/search.md was measured with.
  public static final CascadeSettings STANDARD =
      new CascadeSettings(
          List.of(
              new Lists(20_000, 4, 10_000, 40, 200),
              new Lists(20_000, 20, 4000, 250, 60),
              new Lists(10_000, 40, 2000, 1000, 40),
              FOUR,
              FOUR,
              SIX,
              SIX,
              SIX,
              SIX,
              new Lists(2000, 2500, 40, 40_000, 10)),
          new Evidence(150, 1000, 2, List.of(64, 24, 12)),
          new Stops(4, -350, 1800, 2, 2, 8),
          new SecondLook(4, 2, 4, 3));

  /// The lists for a probe of so many fingers and a gallery of so many encounters.
  /// - **Error** fingers not 1..10: IllegalArgumentException
  public Shortlists shortlists(int fingers, int encounters) {
    if (fingers < 1 || fingers > FINGERS_MAX) {
      throw new IllegalArgumentException("fingers=" + fingers + " limit=1.." + FINGERS_MAX);
    }
    return lists.get(fingers - 1).of(encounters);
  }
}
