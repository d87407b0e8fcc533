package org.ridgeline.codec.jpeg2000;

/// What holds for all packets of a tile, whatever the component.
/// - **Shape** `isMixed`: the three components are luma and two differences Whether markers stand
///   before packets and behind their headers shows where they stand
/// - **Source** ISO/IEC 15444-1 tables A.13, A.14
record PacketStyle(Progression progression, int layers, boolean isMixed) {
  static PacketStyle read(Segment segment) throws Jpeg2000Refusal {
    int place = segment.at();
    Progression progression = Progression.of(segment.uint8(), place);
    int layers = segment.uint16();
    int mix = segment.uint8();
    if (layers == 0 || mix > 1) {
      throw Jpeg2000Refusal.unreadable(
          place, "layers and a component transform 0 or 1", layers + " layers, transform " + mix);
    }
    return new PacketStyle(progression, layers, mix == 1);
  }
}
