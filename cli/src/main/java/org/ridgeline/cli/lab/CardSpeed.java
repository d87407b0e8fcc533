package org.ridgeline.cli.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ridgeline.app.FullPrintComparison;
import org.ridgeline.bench.Median;
import org.ridgeline.bench.peer.SourceAfisExtractor;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.identify.FairPool;
import org.ridgeline.exchange.identify.Prints;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// How long one thread takes from a card's bytes to what is searched with: reading, decoding,
/// segmenting slaps, extracting, and the look at the order of fingers, as a booking goes. Beside it
/// SourceAFIS on the card's prints, one of each finger, already decoded.
///
/// Of the rounds that follow a first, unmeasured one each card's least counts.
/// - **Limit** the first [#CARDS_MAX] cards
final class CardSpeed {
  /// Most cards of a run.
  static final int CARDS_MAX = 50;

  private static final int ROUNDS = 3;
  private static final String SENDER = "bench";

  private CardSpeed() {}

  /// What a run measured.
  /// - **Shape** `images` and `fingers` of all cards together
  /// - **Unit** milliseconds, medians over cards
  record Result(int cards, int images, int fingers, double cardMs, double sourceAfisMs) {}

  /// Measures the cards of a folder.
  /// - **Error** no card, or one that cannot be read: IllegalArgumentException
  static Result run(Path folder) throws IOException, InterruptedException {
    List<byte[]> cards = new ArrayList<>();
    int images = 0;
    for (Path file : files(folder)) {
      byte[] card = Files.readAllBytes(file);
      images += read(card, file.toString()).images().size();
      cards.add(card);
    }
    double[] own = new double[cards.size()];
    double[] peer = new double[cards.size()];
    int fingers = 0;
    try (FairPool pool = new FairPool("bench-", 1)) {
      ProbeMaker probes = new ProbeMaker(pool, new FullPrintComparison());
      for (int card = 0; card < own.length; card++) {
        byte[] bytes = cards.get(card);
        List<GrayImage> prints = prints(bytes);
        fingers += probes.make(SENDER, read(bytes, SENDER)).fingers().size();
        own[card] = leastMs(() -> probes.make(SENDER, read(bytes, SENDER)));
        peer[card] = leastMs(() -> prints.forEach(SourceAfisExtractor::extract));
      }
    }
    return new Result(cards.size(), images, fingers, Median.of(own), Median.of(peer));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("folder=" + folder + " is not there");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> cards = files.filter(Files::isRegularFile).sorted().limit(CARDS_MAX).toList();
      if (cards.isEmpty()) {
        throw new IllegalArgumentException(
            "folder=" + folder + " has no card; expected files such as synth cards writes");
      }
      return cards;
    }
  }

  private static Card read(byte[] card, String name) {
    return switch (ItlReader.read(card)) {
      case Decoded.Accepted accepted -> Card.asSent(accepted.transaction());
      case Decoded.Refused refused ->
          throw new IllegalArgumentException(
              "file=" + name + " is no card: " + refused.findings().getFirst());
    };
  }

  private static List<GrayImage> prints(byte[] card) {
    Prints prints = Prints.of(read(card, SENDER));
    return Arrays.stream(FingerPosition.values())
        .flatMap(finger -> prints.image(finger, Optional.empty()).stream())
        .toList();
  }

  private interface Work {
    void go() throws InterruptedException;
  }

  private static double leastMs(Work work) throws InterruptedException {
    double least = Double.MAX_VALUE;
    for (int round = 0; round <= ROUNDS; round++) {
      long began = System.nanoTime();
      work.go();
      double ms = (System.nanoTime() - began) / 1e6;
      least = round == 0 ? least : Math.min(least, ms);
    }
    return least;
  }
}
