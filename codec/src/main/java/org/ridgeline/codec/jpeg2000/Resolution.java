package org.ridgeline.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/// A resolution of a tile's component: its precincts and subbands.
/// - **Shape** number 0 is the smallest, with one subband; the others have three, of which those
///   without samples are left out
/// - **Source** ISO/IEC 15444-1 B.5, B.6
final class Resolution {
  final int number;
  final Area area;
  final Precincts precincts;

  private List<Subband> subbands = List.of();
  private int[] layersRead = {};

  /// Without its subbands: they take memory, and whether there can be so many precincts is asked
  /// first.
  Resolution(Area component, CodingStyle coding, int number) {
    this.number = number;
    area = component.reduced(coding.levels() - number);
    precincts =
        Precincts.of(
            area, coding.precinctWidthExponent(number), coding.precinctHeightExponent(number));
  }

  List<Subband> subbands() {
    return subbands;
  }

  /// Makes the subbands of a component that occupies an area.
  void divide(Area component, CodingStyle coding, Quantisation quantisation, int bits) {
    layersRead = new int[precincts.count()];
    Precincts own = number == 0 ? precincts : precincts.halved();
    List<Subband> made = new ArrayList<>();
    for (int i = number == 0 ? 0 : 1; i <= (number == 0 ? 0 : 3); i++) {
      boolean highAcross = (i & 1) != 0;
      boolean highDown = (i & 2) != 0;
      Area samples =
          number == 0
              ? area
              : component.subband(coding.levels() - number + 1, highAcross, highDown);
      if (!samples.isEmpty()) {
        int gain = (highAcross ? 1 : 0) + (highDown ? 1 : 0);
        int index = number == 0 ? 0 : 3 * (number - 1) + i;
        Subband.Kind kind = new Subband.Kind(samples, highAcross, highDown, index, bits + gain);
        made.add(new Subband(own, kind, coding, quantisation));
      }
    }
    subbands = List.copyOf(made);
  }

  /// Whether a precinct's packet of a layer is the next to come; if so, it counts as read.
  boolean take(int precinct, int layer) {
    if (layersRead[precinct] != layer) {
      return false;
    }
    layersRead[precinct]++;
    return true;
  }

  boolean isWhole(int layers) {
    for (int read : layersRead) {
      if (read < layers) {
        return false;
      }
    }
    return true;
  }
}
