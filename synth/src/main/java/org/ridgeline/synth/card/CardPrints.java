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
import org.ridgeline.synth.print.ImpressionStyle.Ground;
import org.ridgeline.synth.print.Paper;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// Takes the prints of a card.
public final class CardPrints {
  private static final int QUALITY = 51;
  private static final int RUINED = 52;
  private static final int OVERLAP = 53;
  private static final double OVERLAPS = 0.25;

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
      if (options.ground() == Ground.INK) {
        overlap(images, options);
      }
    }
    if (options.content() == Content.FOURTEEN || options.content() == Content.FOURTEEN_TYPE14) {
      plainThumb(images, hands, FingerPosition.RIGHT_THUMB, options);
      plainThumb(images, hands, FingerPosition.LEFT_THUMB, options);
    }
    if (options.content() != Content.TEN_ROLLED) {
      images.add(Slap.of(hands, 13, options, quality(options, 13)));
      images.add(Slap.of(hands, 14, options, quality(options, 14)));
    }
    if (options.content() == Content.FLATS) {
      images.add(Slap.of(hands, 15, options, quality(options, 15)));
    }
    return images.stream().map(image -> ruined(image, options)).toList();
  }

  private static CardImage rolled(Hands hands, FingerPosition position, CardOptions options) {
    FingerPosition shown = shown(hands, position, options.defects());
    int quality = quality(options, position.fgp());
    // A finger rolled twice is two touches of it.
    long seed = Dice.hash(options.seed(), position.fgp());
    boolean inked = options.ground() == Ground.INK;
    ImpressionStyle style = ImpressionStyle.rolled(quality).on(options.ground());
    GrayImage print = Impression.of(hands.finger(shown), seed, style);
    int imp = inked ? CardImage.IMP_ROLLED_INK : CardImage.IMP_ROLLED;
    return new CardImage(position.fgp(), imp, print, List.of(), NONE);
  }

  /// At times the next finger of a row of five was rolled across the line into this one's box.
  private static void overlap(List<CardImage> images, CardOptions options) {
    for (int i = 0; i + 1 < images.size(); i++) {
      CardImage own = images.get(i);
      CardImage next = images.get(i + 1);
      Dice dice = Dice.of(options.seed(), OVERLAP, own.fgp());
      if (own.fgp() != 5 && next.fgp() == own.fgp() + 1 && dice.chance(OVERLAPS)) {
        GrayImage both = overlapped(own.image(), next.image(), dice);
        images.set(i, new CardImage(own.fgp(), own.imp(), both, own.segments(), own.missing()));
      }
    }
  }

  private static GrayImage overlapped(GrayImage own, GrayImage next, Dice dice) {
    int width = own.widthPx();
    int left = width - Paper.MARGIN_PX - 60 - dice.below(60);
    int down = dice.below(61) - 30;
    byte[] pixels = own.pixels().clone();
    for (int y = 0; y < own.heightPx(); y++) {
      int from = y - down;
      boolean inside = from >= Paper.MARGIN_PX && from < next.heightPx() - Paper.MARGIN_PX;
      for (int x = left + Paper.MARGIN_PX; inside && x < width; x++) {
        int grey = Math.min(pixels[y * width + x] & 0xFF, next.at(x - left, from));
        pixels[y * width + x] = (byte) grey;
      }
    }
    return GrayImage.of(width, own.heightPx(), own.resolutionPpi(), pixels);
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
      ImpressionStyle style = ImpressionStyle.plain(quality(options, fgp)).on(options.ground());
      boolean inked = options.ground() == Ground.INK;
      int imp = inked ? CardImage.IMP_PLAIN_INK : CardImage.IMP_PLAIN;
      GrayImage print = Impression.of(hands.finger(thumb), options.seed(), style);
      images.add(new CardImage(fgp, imp, print, List.of(), NONE));
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
