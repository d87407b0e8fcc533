package org.ridgeline.synth.stream;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.card.CardMaker;
import org.ridgeline.synth.card.CardOptions;
import org.ridgeline.synth.card.Defect;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.Known;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.people.PersonName;

/// Bookings as jails have them, hour by hour, and the people both repositories already know.
///
/// Everything follows from the seed: any hour can be played without the hours before it. Numbers of
/// people: those in both repositories first, then criminal only, immigration only, newcomers.
public final class BookingStream {
  private static final int HOUR = 81;
  private static final int VISIT = 82;
  private static final int ENROLMENT = 83;
  private static final int ORDINALS = 100_000;
  private static final double STRANGER_AGAIN = 0.08;

  /// Hours before a newcomer can be booked again.
  private static final int AGAIN_AFTER = 24;

  private static final DateTimeFormatter YYMMDDHH = DateTimeFormatter.ofPattern("yyMMddHH");

  /// Bookings per hour of the day, midnight first, in shares of the mean.
  private static final double[] HOURS = {
    1.35, 1.3, 1.2, 0.9, 0.6, 0.4, 0.35, 0.4, 0.55, 0.7, 0.85, 0.95,
    0.95, 0.95, 1.0, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3, 1.4, 1.55, 1.55
  };

  private static final List<String> COUNTIES =
      List.of("CARROW", "ELLERY", "QUELL", "TARN", "VINTON", "HALLOW", "MERE", "STRAND");

  private final long seed;
  private final StreamOptions options;
  private final List<Agency> agencies;

  private BookingStream(long seed, StreamOptions options) {
    this.seed = seed;
    this.options = options;
    this.agencies =
        IntStream.range(0, options.scale().agencies()).mapToObj(BookingStream::agency).toList();
  }

  /// The stream of a seed.
  public static BookingStream of(long seed, StreamOptions options) {
    return new BookingStream(seed, options);
  }

  /// The stream of one county: the options' scale is taken as a county's.
  public static BookingStream county(long seed, StreamOptions options) {
    return new BookingStream(seed, options);
  }

  private static Agency agency(int index) {
    int county = index / 4;
    String name = COUNTIES.get(county % COUNTIES.size());
    int round = county / COUNTIES.size();
    String full = round == 0 ? name : name + " " + (round + 1);
    String fips = String.format(Locale.ROOT, "06%03d", 601 + 2 * county);
    String ori = String.format(Locale.ROOT, "CA%03d%02d00", 600 + county, index % 4);
    String kind = List.of("SHERIFF", "CENTRAL JAIL", "POLICE", "NORTH JAIL").get(index % 4);
    return new Agency(ori, full + " " + kind, full + " COUNTY", "CA", fips);
  }

  /// The booking agencies, at most four to a county.
  public List<Agency> agencies() {
    return agencies;
  }

  /// The people whom the criminal repository knows before the first day.
  public Stream<FictionalPerson> criminalPeople() {
    return LongStream.range(0, options.both() + (long) options.criminal()).mapToObj(this::person);
  }

  /// The people whom the immigration repository knows before the first day.
  public Stream<FictionalPerson> immigrationPeople() {
    long start = options.both() + (long) options.criminal();
    LongStream both = LongStream.range(0, options.both());
    LongStream only = LongStream.range(start, start + options.immigration());
    return LongStream.concat(both, only).mapToObj(this::person);
  }

  /// A person of the populations or a newcomer, by number.
  public FictionalPerson person(long number) {
    return Nation.person(seed, number, known(number));
  }

  /// Which repositories know a person before the first day.
  public Known known(long number) {
    if (number < options.both()) {
      return Known.BOTH;
    }
    if (number < options.both() + (long) options.criminal()) {
      return Known.CRIMINAL;
    }
    boolean file = number < options.both() + (long) options.criminal() + options.immigration();
    return file ? Known.IMMIGRATION : Known.NEITHER;
  }

  /// The card by which a repository came to know a person: of the last arrest, or of the last
  /// encounter with the immigration authority.
  /// - **Error** a person the repository does not know: IllegalArgumentException
  public byte[] enrolmentCard(FictionalPerson person, boolean criminal) {
    LocalDate date;
    PersonName used;
    if (criminal && !person.arrests().isEmpty()) {
      date = person.arrests().getLast().date();
      used = person.arrests().getLast().nameUsed();
    } else if (!criminal && person.immigration().isPresent()) {
      var last = person.immigration().get().encounters().getLast();
      date = last.date();
      used = last.nameUsed();
    } else {
      throw new IllegalArgumentException("person=" + person.number() + " is not known there");
    }
    long visit = Dice.hash(seed, ENROLMENT, person.number(), criminal ? 1 : 2);
    String tcn = String.format(Locale.ROOT, "ENR%s%09d", criminal ? "C" : "I", person.number());
    return CardMaker.card(
        person,
        CardOptions.of(visit, tcn, date)
            .claiming(used)
            .withQuality(72)
            .with(options.content(), options.compression()));
  }

  /// All bookings in the order of time, drawn as they are asked for.
  public Stream<Booking> bookings() {
    return IntStream.range(0, options.days() * 24).boxed().flatMap(hour -> hour(hour).stream());
  }

  /// The bookings of one hour, counted from midnight of the first day.
  public List<Booking> hour(int hour) {
    Dice dice = Dice.of(seed, HOUR, hour);
    LocalDateTime start = options.from().atStartOfDay().plusHours(hour);
    double weekend = start.getDayOfWeek().getValue() >= 5 ? 1.18 : 0.94;
    double mean = options.bookingsPerDay() / 24 * HOURS[hour % 24] * weekend;
    List<LocalDateTime> times = new ArrayList<>();
    double second = 0;
    while (true) {
      second -= 3600 / mean * StrictMath.log(1 - dice.uniform());
      if (second >= 3600) {
        break;
      }
      times.add(start.plusSeconds((long) second));
    }
    List<Booking> bookings = new ArrayList<>();
    for (int ordinal = 0; ordinal < times.size(); ordinal++) {
      bookings.add(booking(hour, ordinal, times.get(ordinal)));
    }
    return bookings;
  }

  private Booking booking(int hour, int ordinal, LocalDateTime at) {
    long visit = Dice.hash(seed, VISIT, hour, ordinal);
    Dice dice = Dice.of(visit);
    FictionalPerson person = person(number(hour, ordinal, dice));
    Agency agency = dice.pick(agencies);
    String tcn = agency.ori() + at.format(YYMMDDHH) + String.format(Locale.ROOT, "%05d", ordinal);
    CardOptions card =
        CardOptions.of(visit, tcn, at.toLocalDate())
            .from("CA0990000", agency.ori())
            .with(options.content(), options.compression())
            .withQuality((int) Math.clamp(dice.normal(68, 12, 2.5), 25, 95));
    if (dice.chance(options.aliasShare()) && !person.aliases().isEmpty()) {
      card = card.claiming(dice.pick(person.aliases()));
    } else if (dice.chance(options.aliasShare() / 2)) {
      card = card.claiming(person.name().withSurname(another(person, dice)));
    }
    if (dice.chance(options.badShare())) {
      card = card.broken(Set.of(Defect.values()[dice.below(Defect.values().length)]));
    }
    return new Booking(at, agency, person, known(person.number()), card, released(at, dice));
  }

  private String another(FictionalPerson person, Dice dice) {
    return Nation.person(seed, person.number() + 1 + dice.below(1000)).name().surname();
  }

  private long number(int hour, int ordinal, Dice dice) {
    long people = options.both() + (long) options.criminal() + options.immigration();
    double draw = dice.uniform();
    double inBoth = options.both() == 0 ? 0 : options.immigrationShare() * 0.5;
    if (draw < inBoth) {
      return dice.below(options.both());
    }
    if (draw < options.repeaterShare() && options.criminal() > 0) {
      return options.both() + (long) dice.below(options.criminal());
    }
    double end = options.repeaterShare() + options.immigrationShare() - inBoth;
    if (draw >= options.repeaterShare() && draw < end && options.immigration() > 0) {
      return people - options.immigration() + dice.below(options.immigration());
    }
    boolean again = hour >= 2 * AGAIN_AFTER && dice.chance(STRANGER_AGAIN);
    return people
        + (again
            ? (long) dice.below(hour - AGAIN_AFTER) * ORDINALS
            : (long) hour * ORDINALS + ordinal);
  }

  private Optional<LocalDateTime> released(LocalDateTime at, Dice dice) {
    double hours = 20 * StrictMath.exp(dice.normal(0, 1.3, 3));
    LocalDateTime released = at.plusMinutes((long) (60 * hours));
    LocalDateTime end = options.from().plusDays(options.days()).atStartOfDay();
    return released.isBefore(end) ? Optional.of(released) : Optional.empty();
  }
}
