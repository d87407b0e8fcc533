package org.ridgeline.synth.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.card.CardOptions.Content;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// Takes the prints of a card.
public final class CardPrints {
  private static final int QUALITY = 51;
  private static final int RUINED = 52;

  private static final SortedMap<Integer, String> NONE = new TreeMap<>();

  private CardPrints() {}

  /// The images of the card that the options ask for, in the order of their positions.
  public static List<CardImage> take(FictionalPerson person, CardOptions options) {
    if (options.defects().contains(Defect.NO_IMAGES)) {
      return List.of();
    }
    Hands hands = new Hands(person, options.bandaged());
    List<CardImage> images = new ArrayList<>();
    if (options.content() != Content.FLATS) {
      for (FingerPosition position : FingerPosition.values()) {
        if (hands.has(position)) {
          images.add(rolled(hands, position, options));
        }
      }
    }
    if (options.content() == Content.FOURTEEN || options.content() == Content.FOURTEEN_TYPE14) {
      plainThumb(images, hands, FingerPosition.RIGHT_THUMB, options);
      plainThumb(images, hands, FingerPosition.LEFT_THUMB, options);
    }
    if (options.content() != Content.TEN_ROLLED) {
      images.add(Slap.of(hands, 13, options.seed(), quality(options, 13)));
      images.add(Slap.of(hands, 14, options.seed(), quality(options, 14)));
    }
    if (options.content() == Content.FLATS) {
      images.add(Slap.of(hands, 15, options.seed(), quality(options, 15)));
    }
    return images.stream().map(image -> ruined(image, options)).toList();
  }

  private static CardImage rolled(Hands hands, FingerPosition position, CardOptions options) {
    FingerPosition shown = shown(hands, position, options.defects());
    int quality = quality(options, position.fgp());
    // A finger rolled twice is two touches of it.
    long seed = Dice.hash(options.seed(), position.fgp());
    GrayImage print = Impression.of(hands.finger(shown), seed, ImpressionStyle.rolled(quality));
    return new CardImage(position.fgp(), CardImage.IMP_ROLLED, print, List.of(), NONE);
  }

  /// The finger that really lies on the plate when the operator asks for `position`.
  private static FingerPosition shown(Hands hands, FingerPosition position, Set<Defect> defects) {
    int fgp = position.fgp();
    if (defects.contains(Defect.SWAPPED_HANDS)) {
      fgp = (fgp + 4) % 10 + 1;
    }
    if (defects.contains(Defect.REPEATED_FINGER) && position == FingerPosition.RIGHT_MIDDLE) {
      fgp = FingerPosition.RIGHT_INDEX.fgp();
    }
    FingerPosition shown = FingerPosition.values()[fgp - 1];
    return hands.has(shown) ? shown : position;
  }

  private static void plainThumb(
      List<CardImage> images, Hands hands, FingerPosition thumb, CardOptions options) {
    if (hands.has(thumb)) {
      int fgp = thumb == FingerPosition.RIGHT_THUMB ? 11 : 12;
      ImpressionStyle style = ImpressionStyle.plain(quality(options, fgp));
      GrayImage print = Impression.of(hands.finger(thumb), options.seed(), style);
      images.add(new CardImage(fgp, CardImage.IMP_PLAIN, print, List.of(), NONE));
    }
  }

  private static int quality(CardOptions options, int fgp) {
    if (options.defects().contains(Defect.UNUSABLE_FINGERS)) {
      return 0;
    }
    Dice dice = Dice.of(options.seed(), QUALITY, fgp);
    return Math.clamp((int) Math.round(dice.normal(options.quality(), 9, 3)), 0, 100);
  }

  private static CardImage ruined(CardImage card, CardOptions options) {
    boolean blank = options.defects().contains(Defect.BLANK_FINGERS);
    boolean noise = options.defects().contains(Defect.NOISE_FINGERS);
    if (!blank && !noise) {
      return card;
    }
    byte[] pixels = new byte[card.image().widthPx() * card.image().heightPx()];
    Arrays.fill(pixels, (byte) 252);
    Dice dice = Dice.of(options.seed(), RUINED, card.fgp());
    for (int i = 0; noise && i < pixels.length; i++) {
      pixels[i] = (byte) dice.bits();
    }
    GrayImage image =
        GrayImage.of(
            card.image().widthPx(), card.image().heightPx(), card.image().resolutionPpi(), pixels);
    return new CardImage(card.fgp(), card.imp(), image, card.segments(), card.missing());
  }
}
