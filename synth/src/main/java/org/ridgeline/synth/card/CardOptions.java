package org.ridgeline.synth.card;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.synth.people.Offence;
import org.ridgeline.synth.people.PersonName;
import org.ridgeline.synth.print.ImpressionStyle.Ground;
import org.ridgeline.vocabulary.FingerPosition;

/// How a card is taken and sent. Start from [#of], then change what matters.
///
/// `seed` decides the impressions: other seeds are other visits of the same person. `ori` submits
/// (the state's bureau, 1.008), `cri` controls (the booking agency, 2.073), `dai` receives (1.007).
/// `claimed` is the name given; the person's own where empty. `offence` is what the arrest is for;
/// drawn where empty. `bandaged` fingers cannot be printed this time.
/// - **Limit** quality 0..100, the middle of the card's fingers; compression one that is written
/// - **Error** quality out of limits: IllegalArgumentException
public record CardOptions(
    long seed,
    String ori,
    String cri,
    String dai,
    String tcn,
    LocalDate booked,
    Optional<PersonName> claimed,
    Optional<Offence> offence,
    Cga compression,
    Content content,
    int quality,
    boolean retain,
    Set<FingerPosition> bandaged,
    Set<Defect> defects,
    Ground ground) {
  /// Which images a card carries.
  public enum Content {
    /// Ten rolled fingers, Type-4: the quickest to make.
    TEN_ROLLED,
    /// Ten rolled fingers, plain thumbs and both slaps, Type-4.
    FOURTEEN,
    /// The same fourteen as Type-14, slaps with their true segmentation boxes.
    FOURTEEN_TYPE14,
    /// Both slaps and the two thumbs together, Type-14: identification flats.
    FLATS
  }

  public CardOptions {
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("quality=" + quality + " limit=0..100");
    }
    bandaged = Set.copyOf(bandaged);
    defects = defects.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(defects));
  }

  /// Ten rolled prints as PNG of usual quality, for the criminal file, nothing broken.
  public static CardOptions of(long seed, String tcn, LocalDate booked) {
    return new CardOptions(
        seed,
        "CA0990000",
        "CA0990100",
        "RIDGELINE",
        tcn,
        booked,
        Optional.empty(),
        Optional.empty(),
        Cga.PNG,
        Content.TEN_ROLLED,
        70,
        true,
        Set.of(),
        Set.of(),
        Ground.LIVESCAN);
  }

  /// Sent by `ori` for the booking agency `cri`.
  public CardOptions from(String ori, String cri) {
    return new CardOptions(
        seed,
        ori,
        cri,
        dai,
        tcn,
        booked,
        claimed,
        offence,
        compression,
        content,
        quality,
        retain,
        bandaged,
        defects,
        ground);
  }

  /// Under another name than the person's own.
  public CardOptions claiming(PersonName name) {
    return new CardOptions(
        seed,
        ori,
        cri,
        dai,
        tcn,
        booked,
        Optional.of(name),
        offence,
        compression,
        content,
        quality,
        retain,
        bandaged,
        defects,
        ground);
  }

  /// With these images, compressed so.
  public CardOptions with(Content images, Cga cga) {
    return new CardOptions(
        seed, ori, cri, dai, tcn, booked, claimed, offence, cga, images, quality, retain, bandaged,
        defects, ground);
  }

  /// For this offence.
  public CardOptions charging(Offence arrestedFor) {
    return new CardOptions(
        seed,
        ori,
        cri,
        dai,
        tcn,
        booked,
        claimed,
        Optional.of(arrestedFor),
        compression,
        content,
        quality,
        retain,
        bandaged,
        defects,
        ground);
  }

  /// With fingers of about this quality.
  public CardOptions withQuality(int middle) {
    return new CardOptions(
        seed,
        ori,
        cri,
        dai,
        tcn,
        booked,
        claimed,
        offence,
        compression,
        content,
        middle,
        retain,
        bandaged,
        defects,
        ground);
  }

  /// To be kept in the criminal file or not (2.005 RET).
  public CardOptions retained(boolean keep) {
    return new CardOptions(
        seed,
        ori,
        cri,
        dai,
        tcn,
        booked,
        claimed,
        offence,
        compression,
        content,
        quality,
        keep,
        bandaged,
        defects,
        ground);
  }

  /// With these fingers under bandages: no prints of them, 2.084 AMP says why.
  public CardOptions bandaging(Set<FingerPosition> fingers) {
    return new CardOptions(
        seed,
        ori,
        cri,
        dai,
        tcn,
        booked,
        claimed,
        offence,
        compression,
        content,
        quality,
        retain,
        fingers,
        defects,
        ground);
  }

  /// Broken in these ways.
  public CardOptions broken(Set<Defect> ways) {
    return new CardOptions(
        seed,
        ori,
        cri,
        dai,
        tcn,
        booked,
        claimed,
        offence,
        compression,
        content,
        quality,
        retain,
        bandaged,
        ways,
        ground);
  }

  /// Taken on this ground: a livescan plate, or ink and paper.
  public CardOptions on(Ground taken) {
    return new CardOptions(
        seed,
        ori,
        cri,
        dai,
        tcn,
        booked,
        claimed,
        offence,
        compression,
        content,
        quality,
        retain,
        bandaged,
        defects,
        taken);
  }
}
