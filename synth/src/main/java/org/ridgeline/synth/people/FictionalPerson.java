package org.ridgeline.synth.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.synth.print.Finger;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.FingerSketch;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// A person who does not exist, with everything a booking or a repository would know of them.
///
/// `name` is the true one; `aliases` are others the person has used or will. Fingers in `amputated`
/// are gone since before the first arrest. An immigration file is present for people who ever met
/// that authority, citizens among them.
/// - **Unit** `number` is the person's place in the nation, and with the seed all there is to it
public record FictionalPerson(
    long number,
    long fingerSeed,
    Sex sex,
    PersonName name,
    List<PersonName> aliases,
    LocalDate dob,
    Descriptors descriptors,
    String pob,
    String ctz,
    String residence,
    Set<FingerPosition> amputated,
    List<Arrest> arrests,
    Optional<ImmigrationFile> immigration) {
  private static final DateTimeFormatter CCYYMMDD = DateTimeFormatter.BASIC_ISO_DATE;

  public FictionalPerson {
    aliases = List.copyOf(aliases);
    amputated = Set.copyOf(amputated);
    arrests = List.copyOf(arrests);
  }

  /// One of the ten fingers; made anew at each call, always the same.
  /// - **Error** an amputated finger: IllegalArgumentException
  public Finger finger(FingerPosition position) {
    if (amputated.contains(position)) {
      throw new IllegalArgumentException("finger=" + position + " is amputated");
    }
    return FingerMaker.make(fingerSeed, position);
  }

  /// Templates of all fingers the person has, as one touch gives them, without drawing images.
  ///
  /// They belong to each other and to no image: see [FingerSketch].
  public TenPrint tenPrint(long touch, ImpressionStyle style) {
    Map<FingerPosition, Template> templates = new EnumMap<>(FingerPosition.class);
    for (FingerPosition position : FingerPosition.values()) {
      if (!amputated.contains(position)) {
        FingerSketch sketch = FingerSketch.make(fingerSeed, position);
        templates.put(position, sketch.impression(touch, style));
      }
    }
    return new TenPrint(templates);
  }

  /// Field 2.014: the number a criminal repository gave, for people with arrests.
  public Optional<String> fbi() {
    return arrests.isEmpty() ? Optional.empty() : Optional.of(Numbers.fbi(fingerSeed));
  }

  /// Field 2.015: the state's number, for people with arrests.
  public Optional<String> sid() {
    return arrests.isEmpty() ? Optional.empty() : Optional.of(Numbers.sid(fingerSeed));
  }

  /// Fields of the Type-2 record that describe the person, under the name and look given: 2.018,
  /// 2.020, 2.021, 2.022, 2.024, 2.025, 2.027, 2.029, 2.031, 2.032, 2.041.
  public SortedMap<Integer, String> fields2(PersonName claimed, Descriptors seen) {
    return new TreeMap<>(
        Map.ofEntries(
            Map.entry(18, claimed.nam()),
            Map.entry(20, pob),
            Map.entry(21, ctz),
            Map.entry(22, dob.format(CCYYMMDD)),
            Map.entry(24, sex.code()),
            Map.entry(25, seen.rac()),
            Map.entry(27, seen.hgt()),
            Map.entry(29, seen.wgt()),
            Map.entry(31, seen.eye()),
            Map.entry(32, seen.hai()),
            Map.entry(41, residence)));
  }

  /// The describing fields under the true name and usual look.
  public SortedMap<Integer, String> fields2() {
    return fields2(name, descriptors);
  }
}
