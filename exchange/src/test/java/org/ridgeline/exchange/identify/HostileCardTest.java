package org.ridgeline.exchange.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;

/// Small files that are large images: a card of a few megabytes must not take the memory of all.
class HostileCardTest {
  private static final int CARDS = 4;

  @TempDir private Path temp;

  /// What the other program of this test does: extracts a card several times at once, as several
  /// senders would have it done.
  public static void main(String[] args) throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of(args[0]));
    try (FairPool pool = new FairPool("extract-", 4)) {
      ProbeMaker probes = new ProbeMaker(pool);
      List<Thread> senders = new ArrayList<>();
      List<String> done = new ArrayList<>();
      for (int n = 0; n < CARDS; n++) {
        String sender = "SENDER" + n;
        senders.add(
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    var read = (Decoded.Accepted) ItlReader.read(bytes);
                    probes.make(sender, Card.asSent(read.transaction()));
                    synchronized (done) {
                      done.add(sender);
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
      }
      for (Thread sender : senders) {
        sender.join();
      }
      System.out.println("done " + done.size());
    }
  }

  @Test
  void anImageLargerThanAFingerIsRefusedBeforeItsPixelsAreTaken() throws Exception {
    byte[] card = card(8190, 500);
    var read = (Decoded.Accepted) ItlReader.read(card);
    try (FairPool pool = new FairPool("extract-", 2)) {
      ProbeMaker.Made made = new ProbeMaker(pool).make("SENDER", Card.asSent(read.transaction()));
      assertThat(made.findings().stream().filter(f -> f.code() == FindingCode.IMAGE_TOO_LARGE))
          .hasSize(4)
          .extracting(Finding::expected)
          .allMatch(expected -> expected.startsWith("at most 2722500 pixels"));
      assertThat(made.isRefused()).isTrue();
    }
  }

  /// A record that says little of a file that holds much.
  @Test
  void norMayItHoldMuchMoreThanItsRecordSays() throws Exception {
    byte[] png = ImageEncoder.encode(ImageFormat.PNG, ridges(1600, 500));
    byte[] card =
        ItlWriter.write(
            Bookings.car("LIAR").type4(2, 1, Picture.of(Cga.PNG, 400, 400, png)).build());
    var read = (Decoded.Accepted) ItlReader.read(card);
    try (FairPool pool = new FairPool("extract-", 1)) {
      ProbeMaker.Made made = new ProbeMaker(pool).make("SENDER", Card.asSent(read.transaction()));
      assertThat(made.findings()).extracting(Finding::code).contains(FindingCode.IMAGE_TOO_LARGE);
    }
  }

  /// The largest that are taken, from several senders at once, in a process with little memory.
  @Test
  void theLargestCardsFitIntoASmallProcess() throws Exception {
    Path card = Files.write(temp.resolve("card.an2"), card(3900, 1200));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                HostileCardTest.class.getName(),
                card.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(said).contains("done " + CARDS).doesNotContain("OutOfMemory");
    assertThat(process.exitValue()).isZero();
  }

  /// Four fingers of so many pixels square.
  private static byte[] card(int side, int ppi) {
    byte[] png = ImageEncoder.encode(ImageFormat.PNG, ridges(side, ppi));
    TransactionBuilder card = Bookings.car("HOSTILE");
    for (int fgp : new int[] {2, 3, 7, 8}) {
      card.type14(fgp, 1, new Picture(Cga.PNG, side, side, ppi, png), Map.of());
    }
    return ItlWriter.write(card.build());
  }

  /// Something like a print, that an extractor has work with.
  private static GrayImage ridges(int side, int ppi) {
    byte[] pixels = new byte[side * side];
    double period = 9.0 * ppi / 500;
    byte[] row = new byte[side];
    for (int x = 0; x < side; x++) {
      row[x] = (byte) (128 + 100 * Math.sin(2 * Math.PI * x / period));
    }
    for (int y = 0; y < side; y++) {
      System.arraycopy(row, 0, pixels, y * side, side);
    }
    return GrayImage.of(side, side, ppi, pixels);
  }
}
