package org.ridgeline.synth.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.ridgeline.synth.Dice;
import org.ridgeline.vocabulary.event.Event;

/// What becomes of a matched booking, over the months that follow it.
/// - **Source** domain facts 2.6: of 94,218 removals 39.7 % had level 1 or 2, 31.6 % level 3 and
///   28.7 % no conviction; removals were a fifth of matches. The rest is chosen.
record CaseLife(Dice dice, String control, County county, String agency) {
  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;

  private static final List<String> SETTLEMENTS = List.of("IDENTIFIED", "EXCLUDED", "INCONCLUSIVE");
  private static final List<String> LEVELS =
      List.of("LEVEL_1", "LEVEL_2", "LEVEL_3", "NO_CONVICTION", "UNDETERMINED");
  private static final List<String> DETERMINATIONS =
      List.of(
          "notify-on-release",
          "no-action",
          "lawful-status",
          "referred-to-prosecutor",
          "us-citizen");
  private static final List<String> OUTCOMES =
      List.of(
          "REMOVED",
          "RELEASED",
          "NO_ACTION",
          "RETURNED",
          "PROSECUTED",
          "TRANSFERRED",
          "RELIEF_GRANTED",
          "LAWFUL_STATUS_CONFIRMED",
          "CITIZEN_PURGED",
          "DIED");

  /// Tells all of it, each fact with its time, in the order of time.
  void tell(Instant from, BiConsumer<Instant, Event> told) {
    UUID id = id();
    Optional<String> facility = Optional.of(dice.chance(0.93) ? "LOCAL_JAIL" : "STATE_PRISON");
    Instant at = from.plusSeconds(30);
    told.accept(at, new Event.CaseOpened(id, control, county.fips(), county.state()));
    told.accept(at, new Event.CaseSituated(id, agency, facility));
    at = later(at, HOUR, 8 * HOUR);
    String settlement = SETTLEMENTS.get(dice.weighted(93, 5, 2));
    told.accept(at, new Event.BookingSettled(id, control, settlement));
    if (!settlement.equals(SETTLEMENTS.getFirst())) {
      told.accept(at, new Event.AnswerMade(id(), control, "determination", "NO_HIT"));
      return;
    }
    at = later(at, 60, HOUR);
    boolean open = dice.chance(0.8);
    told.accept(at, assessed(id, open));
    if (dice.chance(0.15)) {
      at = later(at, DAY, 20 * DAY);
      told.accept(at, assessed(id, false));
    }
    if (dice.chance(0.85)) {
      determined(id, later(at, HOUR, 45 * DAY), told);
    }
  }

  private Event assessed(UUID id, boolean open) {
    String level = LEVELS.get(dice.weighted(23, 13, 29, 30, 5));
    return new Event.ConvictionsAssessed(id, level, "B-1", open);
  }

  private void determined(UUID id, Instant signed, BiConsumer<Instant, Event> told) {
    String kind = DETERMINATIONS.get(dice.weighted(72, 15, 9, 3, 1));
    UUID determination = id();
    boolean second = dice.chance(0.2);
    told.accept(signed, new Event.DeterminationSigned(id, determination, kind, second));
    Instant at = signed;
    if (second) {
      at = later(signed, HOUR, 2 * DAY);
      told.accept(at, new Event.DeterminationCountersigned(id, determination));
    }
    told.accept(at, new Event.AnswerMade(id(), control, "determination", "SIGNED"));
    if (!kind.equals(DETERMINATIONS.getFirst())) {
      return;
    }
    if (dice.chance(0.6)) {
      at = later(at, DAY, 120 * DAY);
      told.accept(at, new Event.HandedOver(id, id(), at, true));
    }
    if (dice.chance(0.75)) {
      ended(id, later(at, 10 * DAY, 250 * DAY), told);
    }
  }

  private void ended(UUID id, Instant at, BiConsumer<Instant, Event> told) {
    String outcome = OUTCOMES.get(dice.weighted(48, 16, 8, 9, 7, 4, 4, 2, 1, 1));
    LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
    String programme = dice.chance(0.9) ? "PRINTS" : "OTHER";
    told.accept(at, new Event.OutcomeRecorded(id, outcome, day, programme));
  }

  private Instant later(Instant at, int least, int most) {
    return at.plusSeconds(least + dice.below(most - least));
  }

  private UUID id() {
    return new UUID(dice.bits(), dice.bits());
  }
}
