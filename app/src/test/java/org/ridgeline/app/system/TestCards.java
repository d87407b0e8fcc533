package org.ridgeline.app.system;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// Booking cards of fictional people. Four fingers keep a card quick to draw; each person's prints
/// differ from one impression to the next.
public final class TestCards {
  public static final String ORI = "CA0340000";
  static final List<FingerPosition> FINGERS =
      List.of(
          FingerPosition.RIGHT_INDEX,
          FingerPosition.RIGHT_MIDDLE,
          FingerPosition.LEFT_INDEX,
          FingerPosition.LEFT_MIDDLE);

  private static final Map<List<Long>, GrayImage> PRINTS = new ConcurrentHashMap<>();

  private TestCards() {}

  /// A whole card as bytes.
  public static byte[] card(long person, long impression, String tcn, String name) {
    return ItlWriter.write(prints(booking(ORI, tcn, name), person, impression).build());
  }

  /// A person's first card from an agency.
  public static byte[] card(String ori, long person, String tcn, String name) {
    return ItlWriter.write(prints(booking(ori, tcn, name), person, 1).build());
  }

  /// A CAR without prints.
  public static TransactionBuilder booking(String ori, String tcn, String name) {
    return TransactionBuilder.of("CAR")
        .header(5, "20261101")
        .header(7, "RIDGELINE")
        .header(8, ori)
        .header(9, tcn)
        .header(13, "NORAM")
        .field2(5, "Y")
        .field2(6, "BOOKING DESK")
        .field2(7, "CA0349999")
        .field2(9, "CASE-" + tcn)
        .field2(18, name)
        .field2(20, "CA")
        .field2(22, "19800101")
        .field2(24, "M")
        .field2(25, "U")
        .field2(27, "510")
        .field2(29, "180")
        .field2(31, "BRO")
        .field2(32, "BLK")
        .field2(45, "20261101")
        .field2(47, List.of(List.of("20261101", "OPEN CONTAINER")))
        .field2(70, "Y")
        .field2(73, ori);
  }

  /// Adds one impression of each finger of a person.
  static TransactionBuilder prints(TransactionBuilder card, long person, long impression) {
    for (FingerPosition finger : FINGERS) {
      GrayImage print = print(person, finger, impression);
      byte[] png = ImageEncoder.encode(ImageFormat.PNG, print);
      card.type4(finger.fgp(), 1, Picture.of(Cga.PNG, print.widthPx(), print.heightPx(), png));
    }
    return card;
  }

  /// Adds the four fingers in four compressions, two as Type-4 and two as Type-14.
  static void mixedImages(TransactionBuilder card, long person, long impression) {
    List<Cga> kinds = List.of(Cga.NONE, Cga.WSQ20, Cga.JPEGB, Cga.PNG);
    List<ImageFormat> formats =
        List.of(ImageFormat.RAW, ImageFormat.WSQ, ImageFormat.JPEG, ImageFormat.PNG);
    for (int i = 0; i < FINGERS.size(); i++) {
      GrayImage print = print(person, FINGERS.get(i), impression);
      byte[] data = ImageEncoder.encode(formats.get(i), print);
      int fgp = FINGERS.get(i).fgp();
      Picture picture = Picture.of(kinds.get(i), print.widthPx(), print.heightPx(), data);
      if (i < 2) {
        card.type4(fgp, 1, picture);
      } else {
        card.type14(fgp, 1, picture, Map.of());
      }
    }
  }

  static GrayImage print(long person, FingerPosition finger, long impression) {
    return PRINTS.computeIfAbsent(
        List.of(person, (long) finger.fgp(), impression),
        _ ->
            Impression.of(
                FingerMaker.make(person * 100 + finger.fgp(), finger),
                impression,
                ImpressionStyle.rolled(85)));
  }
}
