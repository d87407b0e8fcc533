package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// A transaction's prints as pixels, for people to look at.
public final class Prints {
  private final Map<FingerPosition, List<FingerSource>> sources;

  private Prints(Map<FingerPosition, List<FingerSource>> sources) {
    this.sources = sources;
  }

  /// The prints of a transaction; nothing is decoded yet.
  public static Prints of(Transaction transaction) {
    return new Prints(FingerSources.of(transaction));
  }

  /// Whether there is any image of a finger.
  public boolean has(FingerPosition finger) {
    return sources.containsKey(finger);
  }

  /// A finger's print from the record its template was taken from, else from the first one that can
  /// be decoded; a slap is cut to the finger.
  public Optional<GrayImage> image(FingerPosition finger, Optional<String> record) {
    return sources.getOrDefault(finger, List.of()).stream()
        .filter(source -> record.isEmpty() || record.get().equals(source.image().record()))
        .flatMap(source -> ProbeMaker.image(source, new ArrayList<>()).stream())
        .findFirst();
  }
}
