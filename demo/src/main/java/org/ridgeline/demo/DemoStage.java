package org.ridgeline.demo;

import static org.ridgeline.exchange.submission.RepositoryName.IMMIGRATION;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.synth.card.CardMaker;
import org.ridgeline.synth.card.CardOptions;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.Known;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.people.Offence;
import org.ridgeline.synth.stream.Agency;
import org.ridgeline.synth.stream.Booking;
import org.ridgeline.synth.stream.BookingStream;
import org.ridgeline.vocabulary.FingerPosition;

/// Bookings set up so that examiners come to each of their ends, which a small county would see
/// once in years. What the prints show is so: nobody is told what to find.
///
/// - Records on which two people's prints lie together, by a mix-up when they were taken: a
///   stranger's booking matches, and the record is another person's all the same. With few foreign
///   prints examiners differ about it.
/// - Bookings with bandaged hands: too few fingers to tell by.
final class DemoStage {
  /// People's numbers that no population or stream reaches.
  private static final long FIRST_NUMBER = 9_000_000_000L;

  private static final LocalDate DAY = LocalDate.of(2010, 1, 12);
  private static final int QUALITY = 70;
  private static final int POOR_QUALITY = 50;

  /// Fingers of the stranger on the record: few enough to exclude, and so many that one hesitates.
  private static final int FOREIGN = 4;

  private static final int FOREIGN_MANY = 6;

  private static final Offence OCCASION =
      new Offence("0399", "VISA OR ENTRY, QUELL CROSSING", false);

  /// A booking and the record that it matches.
  record Scene(String source, Booking booking, Shown shown) {
    /// What the examiners are to see.
    enum Shown {
      TWO_PEOPLE,
      TWO_PEOPLE_HARDLY,
      FEW_FINGERS
    }
  }

  private final long seed;
  private final BookingStream county;

  DemoStage(long seed, BookingStream county) {
    this.seed = seed;
    this.county = county;
  }

  /// All of them, two of each.
  List<Scene> scenes() {
    List<Scene> scenes = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (Scene.Shown shown : Scene.Shown.values()) {
        scenes.add(scene(scenes.size(), shown));
      }
    }
    return scenes;
  }

  private Scene scene(int number, Scene.Shown shown) {
    FictionalPerson booked = person(number, Known.NEITHER);
    Agency agency = county.agencies().getFirst();
    String tcn = agency.ori() + "10011200" + (99_001 + number);
    CardOptions card = options(number, tcn, QUALITY).from("CA0990000", agency.ori());
    if (shown == Scene.Shown.FEW_FINGERS) {
      card = card.withQuality(POOR_QUALITY).bandaging(allBut(3));
    }
    Known known = shown == Scene.Shown.FEW_FINGERS ? Known.IMMIGRATION : Known.NEITHER;
    return new Scene(
        "demo:" + IMMIGRATION.key() + ":scene:" + number,
        new Booking(DAY.atTime(0, number), agency, booked, known, card, Optional.empty()),
        shown);
  }

  /// The card by which the record came about.
  byte[] record(Scene scene) {
    FictionalPerson booked = scene.booking().person();
    int number = (int) (booked.number() - FIRST_NUMBER);
    return switch (scene.shown()) {
      case FEW_FINGERS -> card(booked, number);
      case TWO_PEOPLE -> mixed(booked, number, FOREIGN);
      case TWO_PEOPLE_HARDLY -> mixed(booked, number, FOREIGN_MANY);
    };
  }

  private byte[] mixed(FictionalPerson stranger, int number, int foreign) {
    FictionalPerson owner = person(500 + number, Known.IMMIGRATION);
    return mixed(card(owner, number), card(stranger, number), foreign);
  }

  private static byte[] card(FictionalPerson person, int number) {
    String tcn = "ENRI%09d".formatted(900_000 + number);
    return CardMaker.card(person, options(-1 - number, tcn, QUALITY).charging(OCCASION));
  }

  private FictionalPerson person(int number, Known known) {
    return Nation.person(seed, FIRST_NUMBER + number, known);
  }

  private static CardOptions options(int visit, String tcn, int quality) {
    return CardOptions.of(visit, tcn, DAY)
        .withQuality(quality)
        .with(CardOptions.Content.TEN_ROLLED, Cga.WSQ20);
  }

  private static Set<FingerPosition> allBut(int count) {
    return Arrays.stream(FingerPosition.values()).skip(count).collect(Collectors.toSet());
  }

  /// A card with its first fingers' records taken from another: both hold the same ten records.
  private static byte[] mixed(byte[] card, byte[] other, int fingers) {
    Map<Integer, ItlRecord> prints = new HashMap<>();
    transaction(other).records().stream()
        .filter(record -> record.type() == 4)
        .forEach(record -> prints.put(record.idc(), record));
    ByteArrayOutputStream out = new ByteArrayOutputStream(card.length);
    for (ItlRecord record : transaction(card).records()) {
      boolean isForeign =
          record.type() == 4 && record.idc() <= fingers && prints.containsKey(record.idc());
      out.writeBytes(isForeign ? prints.get(record.idc()).bytes() : record.bytes());
    }
    return out.toByteArray();
  }

  private static Transaction transaction(byte[] card) {
    return switch (ItlReader.read(card)) {
      case Decoded.Accepted accepted -> accepted.transaction();
      case Decoded.Refused refused ->
          throw new IllegalStateException("a card of synth is refused: " + refused.findings());
    };
  }
}
