package org.ridgeline.app.browser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.synth.print.Finger;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// Booking cards of fictional people, with what makes pages interesting: an amputated finger, one
/// too poor to use, one scanned at 1000 ppi.
final class BookingCards {
  static final int AMPUTATED = 10;
  static final int POOR = 9;
  static final int FINE = 2;

  private static final Map<List<Long>, Finger> FINGERS = new ConcurrentHashMap<>();

  private BookingCards() {}

  /// A booking of these fingers of a person.
  static byte[] booking(String ori, String tcn, String name, long person, int... fgps) {
    TransactionBuilder card = TestCards.booking(ori, tcn, name);
    boolean isAmputated = IntStream.of(fgps).anyMatch(fgp -> fgp == AMPUTATED);
    if (isAmputated) {
      card.field2(84, List.of(List.of(String.valueOf(AMPUTATED), "XX")));
    }
    // Prints are drawn on all cores: they are most of what a test of the console waits for.
    List<GrayImage> prints =
        IntStream.of(fgps).parallel().mapToObj(fgp -> print(person, fgp, tcn.hashCode())).toList();
    for (int i = 0; i < fgps.length; i++) {
      if (fgps[i] != AMPUTATED) {
        add(card, fgps[i], prints.get(i));
      }
    }
    return ItlWriter.write(card.build());
  }

  /// A booking with the hands swapped: each finger under the label of its counterpart.
  static byte[] swapped(String ori, String tcn, String name, long person, int... fgps) {
    TransactionBuilder card = TestCards.booking(ori, tcn, name);
    for (int fgp : fgps) {
      add(card, (fgp + 4) % 10 + 1, print(person, fgp, tcn.hashCode()));
    }
    return ItlWriter.write(card.build());
  }

  /// A booking without the name it must have.
  static byte[] withoutName(String ori, String tcn) {
    TransactionBuilder card = TestCards.booking(ori, tcn, "DOE,JANE").field2(18, List.of());
    return ItlWriter.write(card.build());
  }

  private static GrayImage print(long person, int fgp, int seed) {
    FingerPosition position = FingerPosition.ofFgp(fgp).orElseThrow();
    Finger finger =
        FINGERS.computeIfAbsent(
            List.of(person, (long) fgp), _ -> FingerMaker.make(person, position));
    GrayImage whole = Impression.of(finger, seed, ImpressionStyle.rolled(80));
    return fgp == POOR ? corner(whole) : whole;
  }

  private static void add(TransactionBuilder card, int fgp, GrayImage print) {
    if (fgp == FINE) {
      GrayImage fine = doubled(print);
      byte[] png = ImageEncoder.encode(ImageFormat.PNG, fine);
      card.type14(
          fgp,
          1,
          new Picture(Cga.PNG, fine.widthPx(), fine.heightPx(), fine.resolutionPpi(), png),
          Map.of());
    } else {
      byte[] png = ImageEncoder.encode(ImageFormat.PNG, print);
      card.type4(fgp, 1, Picture.of(Cga.PNG, print.widthPx(), print.heightPx(), png));
    }
  }

  /// As if only the finger's tip had touched the glass.
  private static GrayImage corner(GrayImage print) {
    byte[] pixels = new byte[print.widthPx() * print.heightPx()];
    Arrays.fill(pixels, (byte) 255);
    for (int y = 240; y < 300; y++) {
      for (int x = 220; x < 280; x++) {
        pixels[y * print.widthPx() + x] = (byte) print.at(x, y);
      }
    }
    return GrayImage.of(print.widthPx(), print.heightPx(), print.resolutionPpi(), pixels);
  }

  /// The same print as a scanner of twice the resolution would give it, but for the detail.
  private static GrayImage doubled(GrayImage print) {
    int width = 2 * print.widthPx();
    int height = 2 * print.heightPx();
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (byte) print.at(x / 2, y / 2);
      }
    }
    return GrayImage.of(width, height, 2 * print.resolutionPpi(), pixels);
  }

  /// All ten positions.
  static int[] ten() {
    List<Integer> all = new ArrayList<>();
    for (FingerPosition finger : FingerPosition.values()) {
      all.add(finger.fgp());
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }
}
