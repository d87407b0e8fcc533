package org.ridgeline.oversight.disparity;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.oversight.OversightSchema;
import org.ridgeline.oversight.project.Batch;
import org.ridgeline.oversight.project.ProjectionStore;
import org.ridgeline.oversight.project.Unsealed;
import org.ridgeline.oversight.sealed.AgeBand;
import org.ridgeline.oversight.sealed.Booking;
import org.ridgeline.oversight.sealed.DemographicIntake;
import org.ridgeline.oversight.sealed.DemographicStore;
import org.ridgeline.oversight.sealed.Demographics;
import org.ridgeline.oversight.sealed.KeyFolder;
import org.ridgeline.oversight.sealed.OpeningKey;
import org.ridgeline.oversight.sealed.SealKey;
import org.ridgeline.oversight.sealed.SealedSchema;
import org.ridgeline.oversight.sealed.Sex;
import org.ridgeline.oversight.track.Fact;
import org.ridgeline.vocabulary.event.Event;

/// A fictional nation's bookings, put through the real stores: sealed at intake, told as facts.
final class Nation implements AutoCloseable {
  static final LocalDate ACTIVATED = LocalDate.of(2011, 3, 1);

  final TestDatabase database = TestDatabase.create();
  final ProjectionStore projections;
  private final DemographicIntake intake;
  private final Unsealed facts;
  private final OpeningKey key;
  private final List<Fact> waiting = new ArrayList<>();
  private int booked;

  Nation(Path folder) throws Exception {
    LedgerSchema.migrate(database.of().ledger());
    OversightSchema.migrate(database.of().oversight());
    SealedSchema.migrate(database.of().sealed());
    SealKey seals = KeyFolder.sealing(folder);
    key = OpeningKey.of(folder.resolve(KeyFolder.OPENS));
    intake = new DemographicIntake(database.of().exchange(), seals);
    projections = new ProjectionStore(database.of().oversight());
    facts = new Unsealed("fictional", projections);
  }

  DisparityDesk.Opening opening() {
    return opening(key);
  }

  DisparityDesk.Opening opening(OpeningKey with) {
    follow();
    return new DisparityDesk.Opening(new DemographicStore(database.of().sealed()), with);
  }

  static String fips(int county) {
    return String.format(java.util.Locale.ROOT, "%05d", 6001 + county);
  }

  void county(int county, String name, Optional<LocalDate> from) {
    List<Event> events = new ArrayList<>();
    events.add(new Event.JurisdictionListed(fips(county), name, "CA"));
    from.ifPresent(day ->
        events.add(
            new Event.JurisdictionActivated(
                fips(county), "CA", day, Optional.empty(), Optional.empty())));
    tell(Instant.EPOCH, events);
  }

  private void tell(Instant at, List<Event> events) {
    events.forEach(event -> waiting.add(new Fact(at, event)));
  }

  /// Takes in what was told since, at once: a transaction a booking takes minutes.
  private void follow() {
    if (!waiting.isEmpty()) {
      long before = facts.place();
      facts.take(before, new Batch(before + waiting.size(), waiting, List.of()));
      facts.keep();
      waiting.clear();
    }
  }

  /// How far a booking came.
  enum Fate {
    BOOKED,
    MATCHED,
    EXCLUDED,
    VERIFIED,
    DETERMINED,
    HANDED_OVER;

    private boolean is(Fate other) {
      return compareTo(other) >= 0;
    }
  }

  /// One booking; gives its number.
  String book(int county, LocalDate day, Demographics who, Fate fate) {
    String control = "R" + ++booked;
    String ori = "CA" + fips(county) + "00";
    intake.put(new Booking(control, day, ori, fips(county), "CA"), who);
    List<Event> events = new ArrayList<>();
    events.add(new Event.SubmissionReceived(control, ori, fips(county), "CA", Optional.of("CAR")));
    UUID id = new UUID(7, booked);
    if (fate.is(Fate.MATCHED)) {
      events.add(new Event.LeadMade(id, control, fips(county), "CA", "HIT"));
    }
    if (fate.is(Fate.EXCLUDED)) {
      events.add(new Event.CaseOpened(id, control, fips(county), "CA"));
      String settled = fate == Fate.EXCLUDED ? "EXCLUDED" : "IDENTIFIED";
      events.add(new Event.BookingSettled(id, control, settled));
    }
    if (fate.is(Fate.DETERMINED)) {
      events.add(new Event.DeterminationSigned(id, id, "no-action", false));
    }
    if (fate.is(Fate.HANDED_OVER)) {
      events.add(new Event.HandedOver(id, id, at(day), true));
    }
    tell(at(day), events);
    return control;
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static Demographics person(Sex sex, String race) {
    return new Demographics(sex, AgeBand.TO_34, Optional.of(race));
  }

  /// So many counties with so many bookings each, three of ten of whom are women; who is matched is
  /// by chance alone, but in one county, if any, where women are more often.
  void populate(int counties, int bookings, Optional<Integer> biased, long seed) {
    Random random = new Random(seed);
    for (int county = 0; county < counties; county++) {
      county(county, "County " + county, Optional.of(ACTIVATED));
      boolean here = biased.equals(Optional.of(county));
      for (int i = 0; i < bookings; i++) {
        Sex sex = random.nextInt(10) < 3 ? Sex.FEMALE : Sex.MALE;
        double chance = here && sex == Sex.FEMALE ? 0.8 : 0.3;
        Fate fate = random.nextDouble() < chance ? later(random) : Fate.BOOKED;
        book(
            county,
            ACTIVATED.plusDays(random.nextInt(60)),
            person(sex, random.nextBoolean() ? "W" : "B"),
            fate);
      }
    }
  }

  private static Fate later(Random random) {
    Fate[] some = {Fate.MATCHED, Fate.EXCLUDED, Fate.VERIFIED, Fate.DETERMINED, Fate.HANDED_OVER};
    return some[random.nextInt(some.length)];
  }

  @Override
  public void close() {
    database.close();
  }
}
