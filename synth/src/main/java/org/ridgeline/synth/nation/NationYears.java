package org.ridgeline.synth.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Predicate;
import org.ridgeline.synth.Dice;
import org.ridgeline.vocabulary.event.Event;

/// Four years of a fictional nation, October 2008 to January 2013, as facts in about the order of
/// time: a booking's own facts together, what follows of a case when it is due. Facts due after the
/// last month are never told. Only open cases are held in memory.
///
/// - **Source** domain facts 2.5 and 2.6: the curve of activation; 5.7 % of bookings match
public final class NationYears {
  /// Counties of a nation of full size.
  public static final int COUNTIES_ALL = Counties.ALL;

  /// Bookings of a nation of full size.
  public static final long BOOKINGS_ALL = 12_000_000;

  private static final int BOOKING = 63;
  private static final double MATCHED = 0.057;

  /// Of all bookings, those drawn from every county, whether or not it takes part.
  private static final double ANYWHERE = 0.02;

  private final long seed;
  private final long bookings;
  private final List<County> counties;

  private NationYears(long seed, long bookings, List<County> counties) {
    this.seed = seed;
    this.bookings = bookings;
    this.counties = counties;
  }

  /// The years of a seed.
  /// - **Shape** `counties` about so many, at least one in each state
  public static NationYears of(long seed, int counties, long bookings) {
    return new NationYears(seed, bookings, Counties.of(seed, counties));
  }

  /// In the order in which they take part.
  public List<County> counties() {
    return counties;
  }

  /// Tells everything, `atOnce` facts at a time, until somebody has heard enough.
  /// - **Shape** `taker`: whether to go on
  public void tell(int atOnce, Predicate<List<Told>> taker) {
    new Telling(atOnce, taker).all();
  }

  private record Due(Instant at, long order, Event event) {}

  /// One time through the years.
  private final class Telling {
    private final int atOnce;
    private final Predicate<List<Told>> taker;
    private final PriorityQueue<Due> due =
        new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private final double[] weights = new double[counties.size()];
    private List<Told> batch = new ArrayList<>();
    private long order;
    private long booked;
    private boolean enough;

    Telling(int atOnce, Predicate<List<Told>> taker) {
      this.atOnce = atOnce;
      this.taker = taker;
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += counties.get(i).weight();
        weights[i] = sum;
      }
    }

    void all() {
      double activeAll = 0;
      for (int month = 0; month < Curve.MONTHS; month++) {
        activeAll += weights[active(month) - 1];
      }
      double sofar = 0;
      for (int month = 0; month < Curve.MONTHS && !enough; month++) {
        register(month);
        sofar += weights[active(month) - 1];
        month(month, Math.round(bookings * sofar / activeAll) - booked);
      }
      if (!enough && !batch.isEmpty()) {
        taker.test(batch);
      }
    }

    private int active(int month) {
      return Curve.active(month, counties.size());
    }

    private void register(int month) {
      Instant at = start(month);
      int before = month == 0 ? 0 : active(month - 1);
      if (month == 0) {
        counties.forEach(
            one -> say(at, new Event.JurisdictionListed(one.fips(), one.name(), one.state())));
      }
      for (County one : counties.subList(before, active(month))) {
        say(
            at,
            new Event.JurisdictionActivated(
                one.fips(),
                one.state(),
                one.activeFrom(),
                Optional.of("AGREEMENT"),
                Optional.empty()));
      }
    }

    private static Instant start(int month) {
      return Curve.FIRST.plusMonths(month).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void month(int month, long count) {
      Instant start = start(month);
      Instant end = start(month + 1);
      double seconds = end.getEpochSecond() - start.getEpochSecond();
      for (long i = 0; i < count && !enough; i++) {
        Dice dice = Dice.of(seed, BOOKING, booked);
        Instant at = start.plusSeconds((long) (seconds * (i + dice.uniform()) / count));
        follow(at);
        booking(month, at, dice);
        booked++;
      }
      follow(end);
    }

    private void follow(Instant until) {
      while (!due.isEmpty() && due.peek().at().isBefore(until)) {
        Due one = due.poll();
        say(one.at(), one.event());
      }
    }

    private int drawn(int month, Dice dice) {
      int among = dice.chance(ANYWHERE) ? weights.length : active(month);
      int found = Arrays.binarySearch(weights, 0, among, dice.uniform() * weights[among - 1]);
      return Math.min(among - 1, found < 0 ? -found - 1 : found);
    }

    private void booking(int month, Instant at, Dice dice) {
      int index = drawn(month, dice);
      County county = counties.get(index);
      String agency = county.agency(dice.below(county.agencies()));
      String control = "N" + (1_000_000_000L + booked);
      say(
          at,
          new Event.SubmissionReceived(
              control, agency, county.fips(), county.state(), Optional.of("CAR")));
      if (dice.chance(0.012)) {
        say(at.plusSeconds(2), new Event.SubmissionRefused(control, List.of("L0008")));
        return;
      }
      Instant answered = at.plusSeconds(3 + dice.below(90));
      boolean isActive = index < active(month);
      LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
      say(at.plusSeconds(1), new Event.SubmissionAccepted(control));
      say(at.plusSeconds(1), new Event.GateRecorded(control, agency, day, isActive));
      String known = dice.chance(0.55) ? "HIT" : "NO_HIT";
      say(answered, new Event.Searched(control, "criminal", known));
      say(answered, new Event.AnswerMade(id(dice), control, "criminal", known));
      if (isActive) {
        searched(control, new CaseLife(dice, control, county, agency), answered);
      } else {
        say(answered, new Event.AnswerMade(id(dice), control, "immigration", "NOT_ACTIVE"));
      }
    }

    private void searched(String control, CaseLife life, Instant from) {
      Dice dice = life.dice();
      Instant at = from.plusSeconds(5 + dice.below(600));
      boolean matched = dice.chance(MATCHED);
      String decision =
          matched ? dice.chance(0.9) ? "HIT" : "REVIEW" : dice.chance(0.002) ? "ERROR" : "NO_HIT";
      say(at, new Event.Searched(control, "immigration", decision));
      if (matched) {
        County county = life.county();
        say(at, new Event.LeadMade(id(dice), control, county.fips(), county.state(), decision));
      }
      String outcome = matched ? "PENDING" : decision;
      say(at, new Event.AnswerMade(id(dice), control, "immigration", outcome));
      if (matched) {
        life.tell(at, (when, event) -> due.add(new Due(when, order++, event)));
      }
    }

    private static UUID id(Dice dice) {
      return new UUID(dice.bits(), dice.bits());
    }

    private void say(Instant at, Event event) {
      if (enough) {
        return;
      }
      batch.add(new Told(at, event));
      if (batch.size() == atOnce) {
        enough = !taker.test(batch);
        batch = new ArrayList<>(atOnce);
      }
    }
  }
}
