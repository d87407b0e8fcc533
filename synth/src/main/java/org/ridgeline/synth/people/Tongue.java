package org.ridgeline.synth.people;

import java.util.List;
import java.util.Locale;
import org.ridgeline.synth.Dice;

/// An invented language that names are made in: which sounds may follow each other, and how
/// surnames and given names end.
///
/// Each has the ring of a family of real languages and the vocabulary of none.
enum Tongue {
  NORDAN(
      "b br d f g gr h k l m n r s st t th v w",
      "a e i o u ea",
      "l n r rd ld nd rn m s",
      "ton ley ford wick ham by well mer son",
      "a yn elle ith",
      "in ard on er"),
  COSTERAN(
      "b c d f g l m n p r s t v qu ch z",
      "a e i o u ia ue",
      "n r l s",
      "ez ado era ino ilas osa ante oya",
      "a ita ela isa",
      "o io el uro"),
  VELESK(
      "b d dr g k kr l m n p r s t v vl z zh",
      "a e i o u",
      "k n r s v l",
      "ov enko ek ich ski ak anov uk",
      "ina ka ya eta",
      "an mir ek il"),
  SAHELI(
      "b d f h j k l m n r s sh t y z gh",
      "a i u aa",
      "d f l m n r s b",
      "i ani awi adi oun",
      "a ah iya een",
      "im ad ir un"),
  MANDEH(
      "b d f k l m n s t w y nd mb",
      "a e i o u ou",
      "n m",
      "allo ara amba ou inde eku oye",
      "ata ou ima ene",
      "ou ane adu iba"),
  LOTUNG(
      "b ch d h k l m n ng ph q s t th tr v x y zh",
      "a e i o u ai ao ie uo ia",
      "n ng m",
      "",
      "",
      ""),
  RAVIN(
      "b bh ch d dh g h j k l m n p r s sh t v",
      "a e i o u aa",
      "n r l sh m",
      "an eshi ani wal are ath iah",
      "a ini ali ita",
      "esh an it av"),
  ISLANEN(
      "h k l m n p t v w f",
      "a e i o u au ei",
      "",
      "kai lani tua lua nui moa tele",
      "lei nani ina ele",
      "koa tama ono iki");

  private static final List<Tongue> ALL = List.of(values());

  private final List<String> onsets;
  private final List<String> vowels;
  private final List<String> codas;
  private final List<String> surnameEnds;
  private final List<String> femaleEnds;
  private final List<String> maleEnds;

  Tongue(String... sounds) {
    onsets = split(sounds[0]);
    vowels = split(sounds[1]);
    codas = split(sounds[2]);
    surnameEnds = split(sounds[3]);
    femaleEnds = split(sounds[4]);
    maleEnds = split(sounds[5]);
  }

  private static List<String> split(String sounds) {
    return sounds.isEmpty() ? List.of() : List.of(sounds.split(" "));
  }

  /// One of the languages.
  static Tongue draw(Dice dice) {
    return ALL.get(dice.weighted(30, 24, 10, 9, 9, 8, 7, 3));
  }

  /// A surname of this language.
  String surname(Dice dice) {
    if (surnameEnds.isEmpty()) {
      return upper(syllable(dice, true));
    }
    String stem = dice.chance(0.45) ? syllable(dice, false) : "";
    String name = stem + syllable(dice, true) + dice.pick(surnameEnds);
    return upper(smooth(name));
  }

  /// A given name of this language.
  String given(Sex sex, Dice dice) {
    List<String> ends = sex == Sex.FEMALE ? femaleEnds : maleEnds;
    String stem = dice.chance(0.3) ? syllable(dice, false) : "";
    String last = ends.isEmpty() ? syllable(dice, true) : dice.pick(ends);
    return upper(smooth(stem + syllable(dice, true) + last));
  }

  private String syllable(Dice dice, boolean closed) {
    String coda = closed && !codas.isEmpty() && dice.chance(0.7) ? dice.pick(codas) : "";
    return dice.pick(onsets) + dice.pick(vowels) + coda;
  }

  /// No three vowels in a row, and no vowel doubled where two parts meet.
  private static String smooth(String name) {
    return name.replaceAll("([aeiou]{2})[aeiou]+", "$1").replaceAll("([iou])\\1", "$1");
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
