package org.ridgeline.codec.jpeg2000;

/// Codes of the markers that a code stream consists of.
/// - **Source** ISO/IEC 15444-1 table A.2
final class Marker {
  static final int START_OF_CODE_STREAM = 0xFF4F;
  static final int CAPABILITIES = 0xFF50;
  static final int SIZE = 0xFF51;
  static final int CODING = 0xFF52;
  static final int CODING_OF_COMPONENT = 0xFF53;
  static final int QUANTISATION = 0xFF5C;
  static final int QUANTISATION_OF_COMPONENT = 0xFF5D;
  static final int REGION_OF_INTEREST = 0xFF5E;
  static final int PROGRESSION_CHANGE = 0xFF5F;
  static final int PACKED_HEADERS = 0xFF60;
  static final int PACKED_HEADERS_OF_TILE = 0xFF61;
  static final int START_OF_TILE_PART = 0xFF90;
  static final int START_OF_PACKET = 0xFF91;
  static final int END_OF_PACKET_HEADER = 0xFF92;
  static final int START_OF_DATA = 0xFF93;
  static final int END_OF_CODE_STREAM = 0xFFD9;

  private static final int BARE_FIRST = 0xFF30;
  private static final int BARE_LAST = 0xFF3F;

  private Marker() {}

  /// Whether no length follows the marker.
  static boolean isBare(int marker) {
    return marker >= BARE_FIRST && marker <= BARE_LAST;
  }
}
