package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// A card's prints as pixels, for people to look at. One thread's at a time.
public final class Prints {
  private final Map<FingerPosition, List<FingerSource>> sources;
  private final List<SlapSource> slaps;
  private final Map<SlapSource, List<FingerSource>> cut = new HashMap<>();

  private Prints(Map<FingerPosition, List<FingerSource>> sources, List<SlapSource> slaps) {
    this.sources = sources;
    this.slaps = slaps;
  }

  /// The prints of a card; nothing is decoded yet.
  public static Prints of(Card card) {
    return new Prints(FingerSources.of(card), SlapSource.of(card));
  }

  /// Whether there is any image of a finger, or a slap it should be on.
  public boolean has(FingerPosition finger) {
    return sources.containsKey(finger)
        || slaps.stream().anyMatch(slap -> slap.fingers().contains(finger));
  }

  /// A finger's print from the record its template was taken from, else from the first one that can
  /// be decoded; a slap is cut to the finger.
  public Optional<GrayImage> image(FingerPosition finger, Optional<String> record) {
    Stream<GrayImage> single =
        sources.getOrDefault(finger, List.of()).stream()
            .filter(source -> isFrom(source.image(), record))
            .flatMap(source -> shown(source).stream());
    Stream<GrayImage> parts =
        slaps.stream()
            .filter(slap -> isFrom(slap.image(), record) && slap.fingers().contains(finger))
            .flatMap(slap -> part(slap, finger).stream());
    return Stream.concat(single, parts).findFirst();
  }

  private static Optional<GrayImage> shown(FingerSource source) {
    return PrintPixels.shown(source.image(), new ArrayList<>())
        .flatMap(image -> PrintPixels.cut(image, source, new ArrayList<>()));
  }

  private static boolean isFrom(FingerImage image, Optional<String> record) {
    return record.isEmpty() || record.get().equals(image.record());
  }

  private Optional<GrayImage> part(SlapSource slap, FingerPosition finger) {
    return PrintPixels.shown(slap.image(), new ArrayList<>())
        .flatMap(image ->
            cut.computeIfAbsent(slap, _ -> SlapCut.of(image, slap).sources()).stream()
                .filter(source -> source.finger() == finger)
                .findFirst()
                .flatMap(source -> PrintPixels.cut(image, source, new ArrayList<>())));
  }
}
