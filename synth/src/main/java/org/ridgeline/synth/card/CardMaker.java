package org.ridgeline.synth.card;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.card.CardOptions.Content;
import org.ridgeline.synth.people.Descriptors;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.Offence;
import org.ridgeline.synth.people.PersonName;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// Makes EBTS criminal ten-print submissions (CAR) of fictional people.
public final class CardMaker {
  private static final DateTimeFormatter CCYYMMDD = DateTimeFormatter.BASIC_ISO_DATE;
  private static final char US = 0x1F;
  private static final char RS = 0x1E;
  private static final int LOOKS = 61;
  private static final int CHARGE = 62;

  private CardMaker() {}

  /// The bytes of one card: the same person and options give the same bytes.
  public static byte[] card(FictionalPerson person, CardOptions options) {
    if (options.defects().contains(Defect.GARBAGE)) {
      return Damage.garbage(options.seed());
    }
    TransactionBuilder builder =
        TransactionBuilder.of("CAR")
            .header(5, options.booked().format(CCYYMMDD))
            .header(7, options.dai())
            .header(8, options.ori())
            .header(9, options.tcn())
            .header(13, "NORAM" + US + "EBTS 10.0")
            .header(14, options.booked().format(CCYYMMDD) + "120000Z");
    describe(builder, person, options);
    for (CardImage image : CardPrints.take(person, options)) {
      add(builder, image, options);
    }
    return Damage.bytes(ItlWriter.write(builder.build()), options);
  }

  private static void describe(
      TransactionBuilder builder, FictionalPerson person, CardOptions options) {
    PersonName claimed = options.claimed().orElse(person.name());
    Descriptors seen = person.descriptors().seenAgain(Dice.of(options.seed(), LOOKS));
    SortedMap<Integer, String> fields = person.fields2(claimed, seen);
    if (options.defects().contains(Defect.MISSING_NAME)) {
      fields.remove(18);
    }
    if (options.defects().contains(Defect.BAD_DATE)) {
      fields.put(22, "19711342");
    }
    if (options.defects().contains(Defect.BAD_SEX)) {
      fields.put(24, "Q");
    }
    fields.put(5, options.retain() ? "Y" : "N");
    fields.put(9, "OCA" + Long.toUnsignedString(options.seed() & 0xFFFFFFFFFL, 36).toUpperCase());
    fields.put(45, options.booked().format(CCYYMMDD));
    fields.put(73, options.cri());
    fields.forEach((field, value) -> builder.field2(field, value));
    Offence offence =
        options.offence().orElseGet(() -> Offence.draw(Dice.of(options.seed(), CHARGE)));
    builder.field2(47, List.of(List.of(options.booked().format(CCYYMMDD), offence.literal())));
    Hands hands = new Hands(person, options.bandaged());
    List<List<String>> missing =
        Arrays.stream(FingerPosition.values())
            .filter(position -> !hands.has(position))
            .map(position -> List.of("%02d".formatted(position.fgp()), hands.reason(position)))
            .toList();
    if (!missing.isEmpty()) {
      builder.field2(84, missing);
    }
  }

  private static void add(TransactionBuilder builder, CardImage card, CardOptions options) {
    GrayImage image = card.image();
    byte[] data = encoded(image, options.compression());
    if (options.defects().contains(Defect.BROKEN_IMAGES)) {
      data = Damage.brokenImage(data);
    }
    boolean fourteen =
        options.content() == Content.FOURTEEN_TYPE14 || options.content() == Content.FLATS;
    Picture picture = Picture.of(options.compression(), image.widthPx(), image.heightPx(), data);
    if (fourteen) {
      Map<Integer, String> extra = extra(card);
      builder.type14(card.fgp(), card.imp(), picture, extra);
    } else {
      builder.type4(card.fgp(), card.imp(), picture);
    }
  }

  private static Map<Integer, String> extra(CardImage card) {
    Map<Integer, String> extra = new TreeMap<>();
    if (!card.segments().isEmpty()) {
      extra.put(
          21,
          card.segments().stream()
              .map(CardMaker::segment)
              .collect(Collectors.joining(String.valueOf(RS))));
    }
    if (!card.missing().isEmpty()) {
      extra.put(
          18,
          card.missing().entrySet().stream()
              .map(finger -> finger.getKey() + String.valueOf(US) + finger.getValue())
              .collect(Collectors.joining(String.valueOf(RS))));
    }
    return extra;
  }

  private static String segment(CardImage.Segment segment) {
    return List.of(segment.fgp(), segment.left(), segment.right(), segment.top(), segment.bottom())
        .stream()
        .map(String::valueOf)
        .collect(Collectors.joining(String.valueOf(US)));
  }

  private static byte[] encoded(GrayImage image, Cga compression) {
    return switch (compression) {
      case NONE -> ImageEncoder.encode(ImageFormat.RAW, image);
      case WSQ20 -> ImageEncoder.encode(ImageFormat.WSQ, image);
      case PNG -> ImageEncoder.encode(ImageFormat.PNG, image);
      case JPEGB -> ImageEncoder.encode(ImageFormat.JPEG, image);
      case JPEGL, JP2, JP2L ->
          throw new IllegalArgumentException(
              "compression=" + compression + " limit=NONE, WSQ20, PNG, JPEGB");
    };
  }
}
