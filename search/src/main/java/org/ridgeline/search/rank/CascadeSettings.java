package org.ridgeline.search.rank;

import java.util.List;

/// The numbers by which the cascade decides who is compared, and how far. docs/search.md lists
/// where each comes from: data, date and command.
///
/// They change who is found, so a settings record is part of what an engine is; every part of a
/// gallery must be searched by the same.
/// - **Shape** `lists`: by the number of the probe's fingers less 1, 10 of them; `ridgesMin`: of
///   more rows than that, ridges are compared of so many, the best by their minutiae, and of all
///   for which minutiae speak
/// - **Unit** of scores: centibits
/// - **Error** another number of lists: IllegalArgumentException
public record CascadeSettings(
    List<Lists> lists, Evidence evidence, Stops stops, SecondLook secondLook, int ridgesMin) {
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
  ///   against it is left; `doubtfulAfter`, `doubtful`: the same in the quick look; `clear`: so far
  ///   beyond the line of a possible candidate, no further finger of a row is compared;
  ///   `clearTimes`: so many times that in the quick look, and no row is looked at whose signatures
  ///   are less than one in `rivalOneIn` of the clear one's; `chunk`: rows looked at before that is
  ///   asked
  public record Stops(
      int hopelessAfter,
      int hopeless,
      int doubtfulAfter,
      int doubtful,
      int clear,
      int clearTimes,
      int rivalOneIn,
      int chunk) {}

  /// The look at other orders of the fingers.
  /// - **Shape** `fingers`: that its scan goes by; `scannedOneIn`: of the rows that the first look
  ///   scanned, for all orders together; `scannedMin`, `rescoredMin`, `refinedMin`: rows that go on
  ///   for each order at least
  public record SecondLook(
      int fingers, int scannedOneIn, int scannedMin, int rescoredMin, int refinedMin) {
    /// The lists for each of so many orders: altogether as many rows after the scan as at first.
    Shortlists lists(Shortlists first, int orders) {
      int rescored = Math.max(Math.min(first.rescored(), rescoredMin), first.rescored() / orders);
      int least = Math.max(rescored, Math.min(first.scanned(), scannedMin));
      int scanned = Math.max(least, first.scanned() / (scannedOneIn * orders));
      int refined = Math.min(rescored, Math.max(refinedMin, first.refined() / orders));
      return new Shortlists(scanned, rescored, refined);
    }
  }

  // By hand; bench search --people 1000000 --distinct 100000 --fingers 4 --probes 100, 2026-11-25:
  // none of 50 mates lost.
  private static final Lists FOUR_FINGERS = new Lists(5000, 100, 1000, 2000, 24);

  // By hand, between four fingers and ten, 2026-11-23.
  private static final Lists SIX_FINGERS = new Lists(3000, 100, 200, 10_000, 16);

  // The scan: of 2,000 trials on five FVC sets, 2026-11-25, the worst mate lay two in ten thousand
  // deep (1000 since 2026-11-30: 50 in ten thousand of 200,000, 10 of a million); the program of
  // the trials is not in the project. The rest by hand; bench search --people
  // 1000000 --distinct 100000 --probes 2000, 2026-11-25: none of 1,000 mates lost.
  private static final Lists TEN_FINGERS = new Lists(1000, 2500, 40, 40_000, 10);

  // By hand; evaluate identify --fingers 1 --distractors PEOPLE on five sets of real prints,
  // 2026-11-25: 323 of 350 mates first, exhaustively 321.
  private static final Lists ONE_FINGER = new Lists(20_000, 4, 10_000, 40, 200);

  // By hand; as four fingers, with --fingers 2: none of 50 lost.
  private static final Lists TWO_FINGERS = new Lists(20_000, 20, 4000, 250, 60);

  // By hand, between two fingers and four, 2026-11-25.
  private static final Lists THREE_FINGERS = new Lists(10_000, 40, 2000, 1000, 40);

  // By hand, 2026-11-25; one finger held by the same evaluate identify.
  private static final Evidence EVIDENCE = new Evidence(150, 1000, 2, List.of(64, 24, 12));

  // By hand: what is clear 2026-11-25; what is hopeless and doubtful 2026-11-30. Of 280 pairs of
  // ten
  // fingers on five sets of real prints, and of 20 to 40 draws of four of each, the two fingers
  // most
  // alike by their signatures never said less than 400 in the quick look, nor less than 0 in full;
  // of three fingers once in 11,200, and 8 times in 5,600. The program of the trials is not in the
  // project.
  private static final Stops STOPS = new Stops(2, -300, 2, 0, 1800, 2, 2, 8);

  // By hand: fingers and least rows 2026-11-23, the share of the scan 2026-11-25, its least rows
  // 2026-11-30, so that ten fingers kept theirs when the first look's were halved.
  private static final SecondLook SECOND_LOOK = new SecondLook(4, 2, 200, 4, 3);

  // By hand, 2026-11-30; what it costs was not measured apart.
  private static final int RIDGES_MIN = 8;

  /// Those that everything in docs/search.md was measured with.
  public static final CascadeSettings STANDARD =
      new CascadeSettings(
          List.of(
              ONE_FINGER,
              TWO_FINGERS,
              THREE_FINGERS,
              FOUR_FINGERS,
              FOUR_FINGERS,
              SIX_FINGERS,
              SIX_FINGERS,
              SIX_FINGERS,
              SIX_FINGERS,
              TEN_FINGERS),
          EVIDENCE,
          STOPS,
          SECOND_LOOK,
          RIDGES_MIN);

  /// The lists for a probe of so many fingers and a gallery of so many encounters.
  /// - **Error** fingers not 1..10: IllegalArgumentException
  public Shortlists shortlists(int fingers, int encounters) {
    if (fingers < 1 || fingers > FINGERS_MAX) {
      throw new IllegalArgumentException("fingers=" + fingers + " limit=1.." + FINGERS_MAX);
    }
    return lists.get(fingers - 1).of(encounters);
  }
}
