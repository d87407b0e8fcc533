package org.ridgeline.codec.itl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The minutiae of a Type-9, in each of the blocks that can carry them. A record may have several.
///
/// The blocks count directions and pixels differently; here they are as written, in the block's own
/// units.
/// - **Source** ANSI/NIST-ITL 1-2011, 8.9
public sealed interface MinutiaeView {
  /// Finger positions the block names; empty where it names none.
  List<Integer> fgps();

  /// The legacy block, 9.005 to 9.012.
  /// - **Unit** x, y in 10 µm from the lower left; theta in degrees, counter-clockwise from +x,
  ///   pointing back along the ridge; quality 0..63, 0 manual
  record Standard(List<Integer> fgps, List<String> pattern, List<StandardMinutia> minutiae)
      implements MinutiaeView {
    public Standard {
      fgps = List.copyOf(fgps);
      pattern = List.copyOf(pattern);
      minutiae = List.copyOf(minutiae);
    }
  }

  /// One subfield of 9.012 MRC; `kind` A ending, B bifurcation, C compound, D unknown.
  record StandardMinutia(int index, int x, int y, int theta, int quality, String kind) {}

  /// The FBI block, 9.013 to 9.030, minutiae in 9.023 MAT.
  /// - **Unit** x, y in 10 µm; theta in degrees
  record Iafis(List<Integer> fgps, List<String> pattern, List<StandardMinutia> minutiae)
      implements MinutiaeView {
    public Iafis {
      fgps = List.copyOf(fgps);
      pattern = List.copyOf(pattern);
      minutiae = List.copyOf(minutiae);
    }
  }

  /// The INCITS 378 block, 9.126 to 9.150.
  /// - **Unit** hll, vll in pixels; resolution in pixels per inch, 0 where it has none; x, y pixels
  ///   from the upper left; angle in units of 2 degrees, counter-clockwise from +x
  record Incits378(
      List<Integer> fgps, int hll, int vll, int resolutionPpi, List<Incits378Minutia> minutiae)
      implements MinutiaeView {
    public Incits378 {
      fgps = List.copyOf(fgps);
      minutiae = List.copyOf(minutiae);
    }
  }

  /// One subfield of 9.137 FMD; `kind` 0 other, 1 ending, 2 bifurcation; quality 0..100.
  record Incits378Minutia(int index, int x, int y, int angle, int kind, int quality) {}

  /// The blocks of a record, in the order of their field numbers; empty for other types. A minutia
  /// that cannot be read is left out.
  static List<MinutiaeView> of(ItlRecord record) {
    List<MinutiaeView> views = new ArrayList<>();
    if (record.type() != 9) {
      return views;
    }
    if (record.has(12)) {
      List<String> pattern = record.subfields(7).stream().flatMap(List::stream).toList();
      List<Integer> fgps = Values.numbers(record, 6);
      views.add(new Standard(fgps, pattern, located(record, 12, 2, 3)));
    }
    if (record.has(23)) {
      List<Integer> fgps = Values.numbers(record, 14);
      views.add(new Iafis(fgps, record.values(17), located(record, 23, 2, 3)));
    }
    if (record.has(137)) {
      views.add(incits378(record));
    }
    return List.copyOf(views);
  }

  /// `index<US>XXXXYYYYTTT<US>quality<US>kind`.
  private static List<StandardMinutia> located(ItlRecord record, int field, int qual, int kind) {
    List<StandardMinutia> minutiae = new ArrayList<>();
    for (List<String> items : record.subfields(field)) {
      String place = Values.item(items, 1);
      if (place.matches("[0-9]{11}")) {
        minutiae.add(
            new StandardMinutia(
                Digits.number(items.getFirst()),
                Integer.parseInt(place.substring(0, 4)),
                Integer.parseInt(place.substring(4, 8)),
                Integer.parseInt(place.substring(8)),
                Digits.number(Values.item(items, qual)),
                Values.item(items, kind)));
      }
    }
    return minutiae;
  }

  private static MinutiaeView incits378(ItlRecord record) {
    List<Incits378Minutia> minutiae = new ArrayList<>();
    for (List<String> items : record.subfields(137)) {
      Optional<int[]> numbers = six(items);
      numbers.ifPresent(
          n -> minutiae.add(new Incits378Minutia(n[0], n[1], n[2], n[3], n[4], n[5])));
    }
    int thps = Values.numberOr(record, 131, 0);
    int ppi =
        Values.numberOr(record, 130, 0) == 2 ? (int) Math.round(thps * 2.54) : Math.max(thps, 0);
    return new Incits378(
        Values.numbers(record, 134),
        Values.numberOr(record, 128, 0),
        Values.numberOr(record, 129, 0),
        ppi,
        minutiae);
  }

  private static Optional<int[]> six(List<String> items) {
    int[] numbers = new int[6];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Digits.number(Values.item(items, i));
      if (numbers[i] < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }
}
