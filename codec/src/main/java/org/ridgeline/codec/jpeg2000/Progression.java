package org.ridgeline.codec.jpeg2000;

/// The order of a tile's packets, outermost loop first: layer, resolution, component, position.
/// - **Source** ISO/IEC 15444-1 table A.16, B.12
enum Progression {
  LRCP,
  RLCP,
  RPCL,
  PCRL,
  CPRL;

  private static final Progression[] ALL = values();

  static Progression of(int code, int place) throws Jpeg2000Refusal {
    if (code >= ALL.length) {
      throw Jpeg2000Refusal.unreadable(place, "a progression 0..4", String.valueOf(code));
    }
    return ALL[code];
  }

  /// Whether precincts go by where they lie, each with all its layers.
  boolean isByPosition() {
    return this == RPCL || this == PCRL || this == CPRL;
  }

  /// A part of a tile's packets and the order they come in.
  /// - **Shape** resolutions and components from first up to, and without, end; layers from 0
  /// - **Source** ISO/IEC 15444-1 A.6.6
  record Change(
      int resolutionFirst,
      int resolutionEnd,
      int componentFirst,
      int componentEnd,
      int layersEnd,
      Progression progression) {
    static Change read(Segment segment) throws Jpeg2000Refusal {
      int resolution = segment.uint8();
      int component = segment.uint8();
      int layers = segment.uint16();
      int resolutionEnd = segment.uint8();
      int componentEnd = segment.uint8();
      Progression progression = Progression.of(segment.uint8(), segment.at() - 1);
      return new Change(
          resolution,
          resolutionEnd,
          component,
          componentEnd == 0 ? 256 : componentEnd,
          layers,
          progression);
    }
  }
}
