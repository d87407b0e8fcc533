package org.ridgeline.oversight.track;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.ridgeline.vocabulary.event.Event;

/// Lives of fictional bookings and cases, as the facts of both rooms tell them, by seed.
public final class FactsAtRandom {
  private static final List<String> LEVELS =
      List.of("LEVEL_1", "LEVEL_2", "LEVEL_3", "NO_CONVICTION", "UNDETERMINED");
  private static final List<String> KINDS =
      List.of("us-citizen", "lawful-status", "no-action", "notify-on-release", "a-local-kind");
  private static final List<String> ENDS = List.of("RELEASED", "REMOVED", "PROSECUTED", "DIED");
  private static final String[][] PLACES = {
    {"01001", "AL"}, {"01003", "AL"}, {"06001", "CA"}, {"06067", "CA"}, {"06075", "CA"}
  };

  private final Random random;
  private final List<Fact> exchange = new ArrayList<>();
  private final List<Fact> casework = new ArrayList<>();
  private Instant at = Instant.parse("2010-11-01T00:00:00Z");

  private FactsAtRandom(long seed) {
    random = new Random(seed);
  }

  /// Facts of so many bookings.
  public static FactsAtRandom of(int bookings, long seed) {
    FactsAtRandom facts = new FactsAtRandom(seed);
    for (int i = 0; i < bookings; i++) {
      facts.booking("R" + seed + "-" + i);
    }
    return facts;
  }

  /// Those of the exchange, in their order.
  public List<Fact> exchange() {
    return exchange;
  }

  /// Those of casework, in their order.
  public List<Fact> casework() {
    return casework;
  }

  /// All, those of the exchange first.
  public List<Fact> all() {
    List<Fact> all = new ArrayList<>(exchange);
    all.addAll(casework);
    return all;
  }

  private void say(List<Fact> stream, Event event) {
    at = at.plusSeconds(1 + random.nextInt(900));
    stream.add(new Fact(at, event));
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private void booking(String control) {
    String[] place = PLACES[random.nextInt(PLACES.length)];
    String agency = place[1] + place[0] + "00";
    String tot = random.nextInt(10) == 0 ? "MAP" : "CAR";
    say(
        exchange,
        new Event.SubmissionReceived(control, agency, place[0], place[1], Optional.of(tot)));
    if (random.nextInt(15) == 0) {
      say(exchange, new Event.SubmissionRefused(control, List.of("L0008")));
      return;
    }
    say(exchange, new Event.SubmissionAccepted(control));
    if (tot.equals("MAP")) {
      return;
    }
    boolean active = random.nextInt(4) > 0;
    say(exchange, new Event.GateRecorded(control, agency, day(), active));
    say(exchange, new Event.Searched(control, "criminal", "NO_HIT"));
    say(exchange, new Event.AnswerMade(id(), control, "criminal", "NO_HIT"));
    if (!active) {
      say(exchange, new Event.AnswerMade(id(), control, "immigration", "NOT_ACTIVE"));
    } else {
      searched(control, place);
    }
  }

  private LocalDate day() {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private void searched(String control, String[] place) {
    String decision = of(List.of("HIT", "HIT", "REVIEW", "NO_HIT", "ERROR"));
    say(exchange, new Event.Searched(control, "immigration", decision));
    boolean match = decision.equals("HIT") || decision.equals("REVIEW");
    if (match) {
      say(exchange, new Event.LeadMade(id(), control, place[0], place[1], decision));
    }
    say(exchange, new Event.AnswerMade(id(), control, "immigration", match ? "PENDING" : decision));
    if (match && random.nextInt(10) > 0) {
      aCase(control, place);
    }
  }

  private void aCase(String control, String[] place) {
    UUID id = id();
    say(casework, new Event.CaseOpened(id, control, place[0], place[1]));
    say(
        casework,
        new Event.CaseSituated(id, place[1] + place[0] + "00", Optional.of("LOCAL_JAIL")));
    if (random.nextInt(6) == 0) {
      again(id, control + "b", place);
    }
    String settled =
        of(List.of("IDENTIFIED", "IDENTIFIED", "IDENTIFIED", "EXCLUDED", "INCONCLUSIVE"));
    say(casework, new Event.BookingSettled(id, control, settled));
    if (!settled.equals("IDENTIFIED")) {
      say(exchange, new Event.AnswerMade(id(), control, "determination", "NO_HIT"));
      return;
    }
    say(casework, new Event.ConvictionsAssessed(id, of(LEVELS), "B-1", random.nextBoolean()));
    if (random.nextInt(3) == 0) {
      say(casework, new Event.ConvictionsAssessed(id, of(LEVELS), "B-1", false));
    }
    if (random.nextInt(5) > 0) {
      determined(id, control);
    }
  }

  /// The person is booked once more in the same custody event.
  private void again(UUID id, String control, String[] place) {
    String agency = place[1] + place[0] + "00";
    say(
        exchange,
        new Event.SubmissionReceived(control, agency, place[0], place[1], Optional.of("CAR")));
    say(exchange, new Event.LeadMade(id(), control, place[0], place[1], "HIT"));
    say(casework, new Event.BookingJoined(id, control));
  }

  private void determined(UUID id, String control) {
    boolean second = random.nextInt(3) == 0;
    UUID signed = id();
    say(casework, new Event.DeterminationSigned(id, signed, of(KINDS), second));
    if (second && random.nextInt(4) == 0) {
      say(casework, new Event.DeterminationReturned(id, signed));
      return;
    }
    if (second) {
      say(casework, new Event.DeterminationCountersigned(id, signed));
    }
    say(exchange, new Event.AnswerMade(id(), control, "determination", "DETERMINED"));
    if (random.nextInt(3) == 0) {
      say(casework, new Event.HandedOver(id, id(), at, random.nextBoolean()));
    }
    if (random.nextInt(3) > 0) {
      say(casework, new Event.OutcomeRecorded(id, of(ENDS), day(), "INTEROP"));
      say(casework, new Event.CaseClosed(id, "CLOSED"));
    }
    if (random.nextInt(20) == 0) {
      say(casework, new Event.CaseReopened(id));
    }
  }
}
