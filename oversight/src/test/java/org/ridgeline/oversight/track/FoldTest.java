package org.ridgeline.oversight.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.event.Event;

/// That facts add up to the same counts however they come.
class FoldTest {
  private static final Instant MARCH = Instant.parse("2011-03-31T23:59:59Z");
  private static final Instant APRIL = Instant.parse("2011-04-01T00:00:00Z");
  private static final UUID CASE = new UUID(7, 7);
  private static final UUID SIGNED = new UUID(8, 8);

  @Test
  void countsDoNotDependOnHowFactsAreCut() {
    for (int seed = 1; seed <= 20; seed++) {
      FactsAtRandom facts = FactsAtRandom.of(400, seed);
      Map<Cell, Long> whole = Fold.counts(facts.all());
      assertThat(cut(facts, new Random(seed))).as("seed " + seed).isEqualTo(whole);
      assertThat(whole.values()).allMatch(count -> count > 0);
    }
  }

  /// Both streams in batches of random size, in any order between the streams.
  private static Map<Cell, Long> cut(FactsAtRandom facts, Random random) {
    Map<Subject, Track> kept = new HashMap<>();
    Map<Cell, Long> sum = new HashMap<>();
    int exchange = 0;
    int casework = 0;
    while (exchange < facts.exchange().size() || casework < facts.casework().size()) {
      boolean first = casework == facts.casework().size() || random.nextBoolean();
      List<Fact> stream = first ? facts.exchange() : facts.casework();
      int from = first ? exchange : casework;
      int to = Math.min(stream.size(), from + 1 + random.nextInt(50));
      take(stream.subList(from, to), kept, sum, random);
      exchange = first ? to : exchange;
      casework = first ? casework : to;
    }
    sum.values().removeIf(count -> count == 0);
    return sum;
  }

  /// What one fold takes in comes in several parts, and what is kept is not changed in between.
  private static void take(
      List<Fact> batch, Map<Subject, Track> kept, Map<Cell, Long> sum, Random random) {
    Fold fold = new Fold();
    for (int from = 0; from < batch.size(); ) {
      int to = Math.min(batch.size(), from + 1 + random.nextInt(20));
      List<Fact> part = batch.subList(from, to);
      Map<Subject, Track> mine = new HashMap<>();
      for (Subject subject : fold.unknown(part)) {
        Optional.ofNullable(kept.get(subject)).ifPresent(track -> mine.put(subject, track));
      }
      fold.take(part, mine);
      from = to;
    }
    fold.changes().forEach((cell, by) -> sum.merge(cell, by, Long::sum));
    kept.keySet().removeAll(fold.dropped());
    kept.putAll(fold.kept());
  }

  @Test
  void aLevelThatIsAssessedLaterMovesTheCountInItsMonth() {
    List<Fact> facts =
        List.of(
            new Fact(MARCH, new Event.CaseOpened(CASE, "R1", "06067", "CA")),
            new Fact(MARCH, new Event.CaseSituated(CASE, "CA0340000", Optional.empty())),
            new Fact(MARCH, new Event.BookingSettled(CASE, "R1", "IDENTIFIED")),
            new Fact(APRIL, new Event.ConvictionsAssessed(CASE, "LEVEL_2", "B-1", true)),
            new Fact(APRIL, new Event.ConvictionsAssessed(CASE, "LEVEL_1", "B-1", false)),
            new Fact(APRIL, new Event.DeterminationSigned(CASE, SIGNED, "no-action", false)));
    Cell identified = only(Fold.counts(facts), Measure.IDENTIFIED);
    assertThat(identified.month()).isEqualTo(YearMonth.of(2011, 3));
    assertThat(identified.place()).isEqualTo(new Place("06067", "CA"));
    assertThat(identified.split().atBooking()).isEqualTo(ConvictionLevel.LEVEL_2);
    assertThat(identified.split().atDetermination()).isEqualTo(ConvictionLevel.LEVEL_1);
    assertThat(identified.split().charged()).isEqualTo(Split.Charged.OPEN_CHARGE);
    assertThat(only(Fold.counts(facts), Measure.DETERMINED).month())
        .isEqualTo(YearMonth.of(2011, 4));
  }

  @Test
  void aDeterminationThatWaitsForASecondSignatureCountsForNothing() {
    List<Fact> facts =
        List.of(
            new Fact(MARCH, new Event.CaseOpened(CASE, "R1", "06067", "CA")),
            new Fact(MARCH, new Event.BookingSettled(CASE, "R1", "IDENTIFIED")),
            new Fact(MARCH, new Event.DeterminationSigned(CASE, SIGNED, "us-citizen", true)));
    assertThat(Fold.counts(facts).keySet())
        .extracting(Cell::measure)
        .containsExactlyInAnyOrder(Measure.IN_CASE, Measure.VERIFIED, Measure.IDENTIFIED);
  }

  @Test
  void applicantsAreNoBookings() {
    List<Fact> facts =
        List.of(
            new Fact(
                MARCH,
                new Event.SubmissionReceived("A", "CA0340000", "06067", "CA", Optional.of("MAP"))),
            new Fact(
                MARCH,
                new Event.SubmissionReceived("B", "CA0340000", "06067", "CA", Optional.empty())),
            new Fact(MARCH, new Event.SubmissionRefused("B", List.of("A0001"))));
    assertThat(Fold.counts(facts).keySet())
        .extracting(Cell::measure)
        .containsExactlyInAnyOrder(Measure.RECEIVED, Measure.REFUSED);
  }

  private static Cell only(Map<Cell, Long> counts, Measure measure) {
    return counts.keySet().stream()
        .filter(cell -> cell.measure() == measure)
        .reduce((one, two) -> {
          throw new AssertionError(one + " and " + two);
        })
        .orElseThrow();
  }
}
