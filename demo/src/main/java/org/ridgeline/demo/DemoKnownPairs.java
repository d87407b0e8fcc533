package org.ridgeline.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ridgeline.app.ComparedPrints;
import org.ridgeline.casework.verification.KnownPairs;
import org.ridgeline.casework.verification.PrintSource.FingerPair;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.synth.card.CardMaker;
import org.ridgeline.synth.card.CardOptions;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.Known;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.print.PatternClass;
import org.ridgeline.vocabulary.FingerPosition;

/// Fills the pool of pairs whose answer is known, in the background: two touches of one person's
/// fingers, and fingers of two people whose patterns are alike.
///
/// They come the way of real pairs, as cards of the same kinds, compressed, read and laid on plates
/// ([ComparedPrints]), so that nothing but the ridges tells them apart.
final class DemoKnownPairs {
  /// Pairs of each kind.
  static final int PAIRS = 12;

  /// Pairs of each kind before the first cases are carried on.
  static final int PAIRS_FIRST = 2;

  /// People that the demo's bookings do not reach.
  private static final long FIRST_NUMBER = 9_100_000_000L;

  private static final int PEOPLE = 12;
  private static final LocalDate DAY = LocalDate.of(2010, 1, 12);
  private static final String BY = "demo";

  /// As often as the records that real bookings are compared with.
  private static final int FLATS_EVERY = DemoPeople.FLATS_EVERY;

  private static final int[] QUALITIES = {68, 56, 74, 62, 80, 50};

  private final long seed;
  private final KnownPairs pool;
  private final List<Couple> alike = new ArrayList<>();
  private volatile boolean stopped;

  /// Two people, or one twice, and how often each was touched before.
  record Couple(FictionalPerson one, FictionalPerson other) {}

  DemoKnownPairs(long seed, KnownPairs pool) {
    this.seed = seed;
    this.pool = pool;
  }

  /// Draws so many of each kind, as far as they are not in the pool yet, in turns.
  void fill(int pairs) {
    for (int number = 0; number < pairs; number++) {
      for (boolean isMate : new boolean[] {true, false}) {
        String source = "demo:" + (isMate ? "mates:" : "non-mates:") + number;
        if (!stopped && !pool.has(source)) {
          if (alike.isEmpty()) {
            alike.addAll(lookAlikes(people()));
          }
          FictionalPerson one = alike.get(number).one();
          Couple couple = isMate ? new Couple(one, one) : alike.get(number);
          pool.add(isMate, source, pair(couple, 2 * number + (isMate ? 0 : 1)), BY);
        }
      }
    }
  }

  /// Draws no more.
  void stop() {
    stopped = true;
  }

  /// Both cards of a pair, each a touch of its own.
  static List<FingerPair> pair(Couple couple, int number) {
    int quality = QUALITIES[number / 2 % QUALITIES.length];
    CardOptions first = options(number, quality).with(CardOptions.Content.TEN_ROLLED, Cga.WSQ20);
    boolean isFlat = number / 2 % FLATS_EVERY == 0;
    CardOptions second =
        options(1_000 + number, DemoPeople.QUALITY)
            .with(isFlat ? CardOptions.Content.FLATS : CardOptions.Content.TEN_ROLLED, Cga.WSQ20);
    return ComparedPrints.ofCards(
        CardMaker.card(couple.one(), first), CardMaker.card(couple.other(), second));
  }

  private static CardOptions options(int visit, int quality) {
    return CardOptions.of(FIRST_NUMBER + visit, "KNOWN%06d".formatted(visit), DAY)
        .withQuality(quality);
  }

  private List<FictionalPerson> people() {
    return LongStream.iterate(FIRST_NUMBER, number -> number + 1)
        .mapToObj(number -> Nation.person(seed, number, Known.NEITHER))
        .filter(person -> person.amputated().isEmpty())
        .limit(PEOPLE)
        .toList();
  }

  /// Couples whose fingers show the same pattern most often, the most alike first.
  static List<Couple> lookAlikes(List<FictionalPerson> people) {
    List<Map<FingerPosition, PatternClass>> patterns =
        people.stream().map(DemoKnownPairs::patterns).toList();
    record Alike(Couple couple, long fingers) {}
    return IntStream.range(0, people.size())
        .boxed()
        .flatMap(i ->
            IntStream.range(i + 1, people.size())
                .mapToObj(j ->
                    new Alike(
                        new Couple(people.get(i), people.get(j)),
                        alike(patterns.get(i), patterns.get(j)))))
        .sorted(Comparator.comparingLong(Alike::fingers).reversed())
        .limit(PAIRS)
        .map(Alike::couple)
        .toList();
  }

  private static Map<FingerPosition, PatternClass> patterns(FictionalPerson person) {
    Map<FingerPosition, PatternClass> patterns = new EnumMap<>(FingerPosition.class);
    for (FingerPosition finger : FingerPosition.values()) {
      patterns.put(finger, person.finger(finger).pattern());
    }
    return patterns;
  }

  private static long alike(
      Map<FingerPosition, PatternClass> one, Map<FingerPosition, PatternClass> other) {
    return one.entrySet().stream()
        .filter(entry -> entry.getValue() == other.get(entry.getKey()))
        .count();
  }
}
