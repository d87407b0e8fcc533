package org.ridgeline.cli.lab;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.stream.Booking;
import org.ridgeline.synth.stream.BookingStream;
import org.ridgeline.synth.stream.Scale;
import org.ridgeline.synth.stream.StreamOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `synth bookings`: days of bookings as cards and a list of what each should find.
@Command(
    name = "bookings",
    description = {
      "Writes TCN.an2 per booking and bookings.jsonl, one line each with time, agency, person,",
      "name given, defects, release, and which repositories knew the person before.",
      "With --people also criminal/ and immigration/: the cards both repositories begin with."
    },
    mixinStandardHelpOptions = true)
final class SynthBookings implements Callable<Integer> {
  @Option(names = "--days", defaultValue = "1", description = "days (default: 1)")
  @Between(least = 1)
  private int days;

  @Option(
      names = "--scale",
      defaultValue = "county",
      paramLabel = "county|state|nation",
      description = "200, 20,000 or 170,000 bookings a day (default: county)")
  private Scale scale = Scale.COUNTY;

  @Option(names = "--from", defaultValue = "2010-01-12", paramLabel = "DATE", description = "day 1")
  private LocalDate from = LocalDate.EPOCH;

  @Option(names = "--seed", defaultValue = "1", description = "default: 1")
  private long seed;

  @Option(names = "--limit", paramLabel = "N", description = "no more than so many bookings")
  @Between(least = 0)
  private Optional<Long> limit = Optional.empty();

  @Option(
      names = "--people",
      paramLabel = "N",
      description = "so many people known to each repository, a third of them to both")
  @Between(least = 0)
  private Optional<Integer> people = Optional.empty();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to")
  private Path out = Path.of("");

  @Option(names = "--list-only", description = "the list without the cards")
  private boolean listOnly;

  @Mixin private SynthCards.Look look = new SynthCards.Look();

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(out);
    StreamOptions options =
        StreamOptions.of(scale, from, days).withCards(look.content, look.compression);
    if (people.isPresent()) {
      int both = people.get() / 3;
      options = options.withPeople(people.get() - both, people.get() - both, both);
    }
    BookingStream stream = BookingStream.of(seed, options);
    if (people.isPresent() && !listOnly) {
      enrol(stream, stream.criminalPeople(), true);
      enrol(stream, stream.immigrationPeople(), false);
    }
    long all = limit.orElse((long) options.bookingsPerDay() * days);
    long done = 0;
    try (BufferedWriter list = Files.newBufferedWriter(out.resolve("bookings.jsonl"));
        Stream<Booking> bookings = stream.bookings()) {
      for (Iterator<Booking> it = bookings.limit(limit.orElse(Long.MAX_VALUE)).iterator();
          it.hasNext(); ) {
        Booking booking = it.next();
        list.write(Output.mapper().writeValueAsString(row(booking)));
        list.newLine();
        if (!listOnly) {
          Files.write(out.resolve(booking.tcn() + ".an2"), booking.card());
        }
        Output.progress("bookings", ++done, all);
      }
    }
    return ExitCode.DONE;
  }

  private void enrol(BookingStream stream, Stream<FictionalPerson> known, boolean criminal)
      throws IOException {
    Path folder = Files.createDirectories(out.resolve(criminal ? "criminal" : "immigration"));
    for (FictionalPerson person : (Iterable<FictionalPerson>) known::iterator) {
      byte[] card = stream.enrolmentCard(person, criminal);
      Files.write(folder.resolve(person.number() + ".an2"), card);
    }
  }

  private static Map<String, Object> row(Booking booking) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("at", booking.at().toString());
    row.put("tcn", booking.tcn());
    row.put("ori", booking.agency().ori());
    row.put("fips", booking.agency().fips());
    row.put("person", booking.person().number());
    row.put("knownTo", booking.known().name());
    row.put("name", booking.options().claimed().orElse(booking.person().name()).nam());
    row.put("alias", booking.isAlias());
    row.put("defects", booking.options().defects().stream().map(Enum::name).toList());
    booking.released().ifPresent(released -> row.put("released", released.toString()));
    return row;
  }
}
