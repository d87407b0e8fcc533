package org.ridgeline.codec.itl;

/// What mail, editors and transfer programs leave behind the last record of a file.
/// - **Source** our own; what senders of the field are known to send
final class Rim {
  private Rim() {}

  /// Whether all bytes from `at` on are line ends, ends of file, zeros or separators of records.
  static boolean isHarmless(byte[] file, int at) {
    for (int i = at; i < file.length; i++) {
      boolean harmless =
          switch (file[i]) {
            case 0, '\n', '\r', 0x1A, TaggedRecord.FS -> true;
            default -> false;
          };
      if (!harmless) {
        return false;
      }
    }
    return true;
  }
}
