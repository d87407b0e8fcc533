package org.ridgeline.app;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.casework.verification.PrintSource.FingerPair;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.node.trace.Trace;
import org.ridgeline.search.gallery.StoredFinger;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// What a card leaves in a Ridgeline: its images as they came, templates, what a gallery has of
/// them, and the prints as examiners see them. All of it is made from the card again, as it was
/// made when the card was taken in.
final class CardTraces {
  private CardTraces() {}

  /// The traces, and the prints to search for.
  record Made(List<Trace> traces, TenPrint prints) {}

  /// - **Error** a file that is no readable card, or without a usable finger:
  ///   IllegalArgumentException
  static Made of(byte[] card, ProbeMaker probes, Engine engine) throws InterruptedException {
    Transaction transaction =
        switch (ItlReader.read(card)) {
          case Decoded.Accepted accepted -> accepted.transaction();
          case Decoded.Refused refused ->
              throw new IllegalArgumentException(
                  "the card cannot be read: " + refused.findings().getFirst());
        };
    List<Trace> traces = new ArrayList<>();
    for (FingerImage image : transaction.fingerImages()) {
      String name = "image of position " + image.fgp() + " in record " + image.record();
      traces.add(new Trace(name, Trace.Kind.IMAGE, image.data()));
    }
    Map<FingerPosition, Template> usable = new EnumMap<>(FingerPosition.class);
    for (ProbeFinger finger : probes.make("proof", Card.asSent(transaction)).fingers()) {
      traces.add(template("template ", finger.finger(), finger.template()));
      if (finger.usable()) {
        usable.put(finger.finger(), finger.template());
      }
    }
    if (usable.isEmpty()) {
      throw new IllegalArgumentException("the card has no usable finger: nothing to search for");
    }
    TenPrint prints = new TenPrint(usable);
    engine.store(prints).forEach((finger, stored) -> traces.addAll(ofGallery(finger, stored)));
    for (FingerPair pair : ComparedPrints.ofCards(card, card)) {
      FingerPosition finger = pair.finger();
      byte[] png = pair.first().png();
      traces.add(new Trace("examiners' print " + finger.label(), Trace.Kind.PIXELS, png));
      traces.add(template("examiners' template ", finger, pair.first().template()));
    }
    return new Made(traces, prints);
  }

  private static Trace template(String kind, FingerPosition finger, Template template) {
    return new Trace(kind + finger.label(), Trace.Kind.FEATURES, template.toBytes());
  }

  private static List<Trace> ofGallery(FingerPosition finger, StoredFinger stored) {
    int[] minutiae = stored.minutiae();
    ByteBuffer packed =
        ByteBuffer.allocate(minutiae.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    packed.asIntBuffer().put(minutiae);
    return List.of(
        new Trace("gallery minutiae " + finger.label(), Trace.Kind.FEATURES, packed.array()),
        new Trace("gallery signature " + finger.label(), Trace.Kind.FEATURES, stored.signature()));
  }
}
