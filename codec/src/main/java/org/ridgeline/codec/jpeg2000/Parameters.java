package org.ridgeline.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ridgeline.codec.jpeg2000.Progression.Change;

/// What the segments of a main header or of a tile's headers lay down.
///
/// What is said of one component goes before what is said of all, and what a tile says before what
/// the main header says.
/// - **Source** ISO/IEC 15444-1 A.6
final class Parameters {
  private final @Nullable Parameters outer;
  private final int components;
  private final @Nullable CodingStyle[] codings;
  private final @Nullable Quantisation[] quantisations;
  private final List<Change> changes = new ArrayList<>();
  private @Nullable PacketStyle packets;
  private @Nullable CodingStyle coding;
  private @Nullable Quantisation quantisation;

  private Parameters(@Nullable Parameters outer, int components) {
    this.outer = outer;
    this.components = components;
    codings = new @Nullable CodingStyle[components];
    quantisations = new @Nullable Quantisation[components];
  }

  static Parameters ofMainHeader(int components) {
    return new Parameters(null, components);
  }

  Parameters ofTile() {
    return new Parameters(this, components);
  }

  /// Takes a segment up, if it is of a kind that belongs here.
  void take(int marker, Segment segment) throws Jpeg2000Refusal {
    switch (marker) {
      case Marker.CODING -> {
        int style = segment.uint8();
        packets = PacketStyle.read(segment);
        coding = CodingStyle.read(segment, (style & 1) != 0);
      }
      case Marker.CODING_OF_COMPONENT -> {
        int component = component(segment);
        codings[component] = CodingStyle.read(segment, (segment.uint8() & 1) != 0);
      }
      case Marker.QUANTISATION -> quantisation = Quantisation.read(segment);
      case Marker.QUANTISATION_OF_COMPONENT ->
          quantisations[component(segment)] = Quantisation.read(segment);
      case Marker.PROGRESSION_CHANGE -> changes(segment);
      case Marker.REGION_OF_INTEREST ->
          throw Jpeg2000Refusal.unsupported(
              segment.at(), "an image without regions of interest", "RGN");
      default -> {}
    }
  }

  private int component(Segment segment) throws Jpeg2000Refusal {
    int component = segment.uint8();
    if (component >= components) {
      throw Jpeg2000Refusal.unreadable(
          segment.at() - 1, "a component below " + components, String.valueOf(component));
    }
    return component;
  }

  private void changes(Segment segment) throws Jpeg2000Refusal {
    while (segment.left() > 0) {
      if (changes.size() == Jpeg2000Limits.PROGRESSION_CHANGES_MAX) {
        throw Jpeg2000Refusal.unsupported(
            segment.at(),
            "at most " + Jpeg2000Limits.PROGRESSION_CHANGES_MAX + " progression changes",
            "more");
      }
      changes.add(Change.read(segment));
    }
  }

  PacketStyle packets() throws Jpeg2000Refusal {
    PacketStyle own = packets;
    if (own != null) {
      return own;
    }
    return demand(outer, "a coding style (FF52)").packets();
  }

  CodingStyle coding(int component) throws Jpeg2000Refusal {
    CodingStyle own = codings[component];
    own = own == null ? coding : own;
    return own == null ? demand(outer, "a coding style (FF52)").coding(component) : own;
  }

  Quantisation quantisation(int component) throws Jpeg2000Refusal {
    Quantisation own = quantisations[component];
    own = own == null ? quantisation : own;
    return own == null ? demand(outer, "a quantisation (FF5C)").quantisation(component) : own;
  }

  /// The orders of the packets, one after the other.
  List<Change> changes() throws Jpeg2000Refusal {
    if (!changes.isEmpty()) {
      return changes;
    }
    if (outer != null) {
      return packets == null ? outer.changes() : outer.changesUnder(packets);
    }
    return changesUnder(packets());
  }

  /// A tile's own coding style does not do away with the changes of the main header.
  private List<Change> changesUnder(PacketStyle style) {
    return changes.isEmpty()
        ? List.of(new Change(0, 33, 0, components, style.layers(), style.progression()))
        : changes;
  }

  private static <T> T demand(@Nullable T value, String what) throws Jpeg2000Refusal {
    if (value == null) {
      throw Jpeg2000Refusal.unreadable(-1, what, "none");
    }
    return value;
  }
}
