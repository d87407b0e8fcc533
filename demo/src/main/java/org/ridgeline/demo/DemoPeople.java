package org.ridgeline.demo;

import static org.ridgeline.exchange.submission.RepositoryName.CRIMINAL;
import static org.ridgeline.exchange.submission.RepositoryName.IMMIGRATION;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.intake.EncounterImports;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.repository.RepositorySize;
import org.ridgeline.synth.card.CardMaker;
import org.ridgeline.synth.card.CardOptions;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.ImmigrationFile;
import org.ridgeline.synth.people.Offence;
import org.ridgeline.synth.stream.Booking;
import org.ridgeline.synth.stream.BookingStream;

/// Draws the fictional people whom the repositories know, and enrols them: first those whose
/// bookings come first, so that leads come early; a folder that has some goes on from there.
final class DemoPeople {
  /// Cards drawn before the first booking, so that there is somebody to find.
  private static final int CARDS_FIRST = 4;

  /// Bookings looked through for who is needed first.
  private static final int BOOKINGS_AHEAD = 400;

  /// Of so many immigration records one was made from flat prints of four fingers at a time.
  static final int FLATS_EVERY = 3;

  /// Quality of a record's prints.
  static final int QUALITY = 72;

  private static final Duration STOP_WAIT = Duration.ofSeconds(10);

  private final Repositories repositories;
  private final EncounterImports imports;
  private final BookingStream county;
  private final PrintStream out;
  private final Set<String> enrolled = ConcurrentHashMap.newKeySet();
  private final Iterator<Card> cards;
  private volatile Thread drawing = new Thread();
  private volatile boolean stopped;

  /// A card to be enrolled; its bytes are drawn when its turn comes.
  private record Card(RepositoryName name, String source, Supplier<byte[]> bytes) {}

  DemoPeople(
      Repositories repositories,
      EncounterImports imports,
      BookingStream county,
      DemoStage stage,
      PrintStream out) {
    this.repositories = repositories;
    this.imports = imports;
    this.county = county;
    this.out = out;
    cards = inTurn(stage).iterator();
  }

  /// Whether the repositories that are to know the person of a booking do so by now.
  boolean isKnown(Booking booking) {
    FictionalPerson person = booking.person();
    return (!booking.known().criminal() || enrolled.contains(source(CRIMINAL, person)))
        && (!booking.known().immigration() || enrolled.contains(source(IMMIGRATION, person)));
  }

  /// Whether a booking makes a case as soon as it is sent: a sound card, of somebody whom the
  /// immigration repository knows, by an agency that takes part.
  boolean isEarly(Booking booking) {
    return booking.known().immigration()
        && !booking.isBad()
        && !booking.agency().equals(county.agencies().getLast());
  }

  /// Whether a staged booking's record is there.
  boolean isSet(DemoStage.Scene scene) {
    return enrolled.contains(scene.source());
  }

  /// Those of the first bookings, then the scenes one by one between them, then everybody.
  private Iterable<Card> inTurn(DemoStage stage) {
    Map<String, Card> first = new LinkedHashMap<>();
    county
        .bookings()
        .limit(BOOKINGS_AHEAD)
        .filter(this::isEarly)
        .flatMap(booking -> cards(booking.person()))
        .forEach(card -> first.putIfAbsent(card.source(), card));
    List<Card> turn = new ArrayList<>(first.values());
    int at = CARDS_FIRST / 2;
    for (DemoStage.Scene scene : stage.scenes()) {
      turn.add(
          Math.min(at, turn.size()),
          new Card(IMMIGRATION, scene.source(), () -> stage.record(scene)));
      at += 3;
    }
    Stream.concat(county.criminalPeople(), county.immigrationPeople())
        .flatMap(this::cards)
        .filter(card -> first.putIfAbsent(card.source(), card) == null)
        .forEach(turn::add);
    return turn;
  }

  private Stream<Card> cards(FictionalPerson person) {
    Stream.Builder<Card> cards = Stream.builder();
    if (!person.arrests().isEmpty()) {
      cards.add(
          new Card(CRIMINAL, source(CRIMINAL, person), () -> county.enrolmentCard(person, true)));
    }
    person
        .immigration()
        .ifPresent(file ->
            cards.add(
                new Card(IMMIGRATION, source(IMMIGRATION, person), () -> card(person, file))));
    return cards.build();
  }

  /// The card of somebody's last encounter with the immigration authority.
  private static byte[] card(FictionalPerson person, ImmigrationFile file) {
    ImmigrationFile.Encounter last = file.encounters().getLast();
    boolean isFlat = person.number() % FLATS_EVERY == 0;
    return CardMaker.card(
        person,
        CardOptions.of(-1 - person.number(), "ENRI%09d".formatted(person.number()), last.date())
            .claiming(last.nameUsed())
            .charging(occasion(last))
            .withQuality(QUALITY)
            .with(isFlat ? CardOptions.Content.FLATS : CardOptions.Content.TEN_ROLLED, Cga.WSQ20));
  }

  /// What a record says that the prints were taken for, where a jail's card names the charge.
  static Offence occasion(ImmigrationFile.Encounter encounter) {
    return new Offence("0399", encounter.kind() + ", " + encounter.site(), false);
  }

  private static String source(RepositoryName name, FictionalPerson person) {
    return "demo:" + name.key() + ":" + person.number();
  }

  /// Enrols the first, with as many drawing at once as there are processors.
  void first() throws InterruptedException {
    int pensCount = Runtime.getRuntime().availableProcessors();
    try (ExecutorService pens =
        Executors.newFixedThreadPool(pensCount, Thread.ofPlatform().daemon().factory())) {
      for (int i = 0; i < CARDS_FIRST && cards.hasNext(); i++) {
        Card card = cards.next();
        pens.execute(() -> enrol(card));
      }
    }
  }

  /// Begins to enrol the rest, one after the other.
  void rest() {
    drawing =
        Thread.ofPlatform()
            .daemon()
            .name("people")
            .start(() -> {
              while (cards.hasNext() && !stopped) {
                enrol(cards.next());
              }
              sayHowMany();
            });
  }

  /// Nobody in the county applies for anything: the civil repository stays empty.
  private void sayHowMany() {
    for (RepositoryName name :
        stopped ? List.<RepositoryName>of() : List.of(CRIMINAL, IMMIGRATION)) {
      RepositorySize size = repositories.of(name).size();
      out.printf(
          "  (the %s repository now holds %d people in %d encounters)%n",
          name.key(), size.persons(), size.encounters());
    }
  }

  private void enrol(Card card) {
    try {
      if (!stopped && (repositories.of(card.name()).isEnrolled(card.source()) || take(card))) {
        enrolled.add(card.source());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!stopped) {
        throw e;
      }
    }
  }

  private boolean take(Card card) throws InterruptedException {
    return switch (imports.of(card.name()).take(card.source(), card.bytes().get())) {
      case Imported.Done _, Imported.Before _ -> true;
      case Imported.Refused refused -> {
        out.println("  not enrolled: " + refused.findings().getLast().found());
        yield false;
      }
    };
  }

  /// Waits until everybody is drawn.
  void join() throws InterruptedException {
    drawing.join();
  }

  /// Draws no more, and lets what is being enrolled come to its end.
  void stop() {
    stopped = true;
    try {
      if (drawing.isAlive()) {
        drawing.join(STOP_WAIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
