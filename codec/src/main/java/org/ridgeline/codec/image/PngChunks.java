package org.ridgeline.codec.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.ridgeline.vocabulary.Finding;

/// Walks a PNG's chunks: what stands where, and whether the bytes are those that were written.
/// - **Source** ISO/IEC 15948 section 5 (structure), 5.5 (CRC)
final class PngChunks {
  private static final int SIGNATURE_BYTES = 8;
  private static final int OVERHEAD_BYTES = 12;
  private static final int FINDINGS_MAX = 4;

  /// A chunk's data: where they start, and how many bytes they are.
  record Chunk(String type, int from, int length) {}

  private PngChunks() {}

  /// The tags of an eXIf chunk.
  static Optional<TiffTags> exif(byte[] data) {
    return first(data, "eXIf")
        .map(
            chunk -> TiffTags.of(Arrays.copyOf(data, chunk.from() + chunk.length()), chunk.from()));
  }

  /// The first chunk of a type that lies whole in the data.
  static Optional<Chunk> first(byte[] data, String type) {
    int at = SIGNATURE_BYTES;
    Optional<Chunk> chunk = at(data, at);
    while (chunk.isPresent() && !chunk.get().type().equals(type)) {
      at += OVERHEAD_BYTES + chunk.get().length();
      chunk = at(data, at);
    }
    return chunk;
  }

  /// Holds every chunk against its CRC, and the end of the file against an IEND.
  ///
  /// A chunk that the picture needs must be what was written; the text beside it may be spoiled.
  /// - **Error** a spoiled chunk of the picture: [ImageRefusal]
  static List<Finding> check(byte[] data) throws ImageRefusal {
    List<Finding> findings = new ArrayList<>();
    int at = SIGNATURE_BYTES;
    Optional<Chunk> chunk = at(data, at);
    while (chunk.isPresent()) {
      crc(data, at, chunk.get(), findings);
      if (chunk.get().type().equals("IEND")) {
        return findings;
      }
      at += OVERHEAD_BYTES + chunk.get().length();
      chunk = at(data, at);
    }
    findings.add(ImageRefusal.warning(data.length, "a chunk IEND", "the end of the data"));
    return findings;
  }

  private static void crc(byte[] data, int at, Chunk chunk, List<Finding> findings)
      throws ImageRefusal {
    CRC32 crc = new CRC32();
    crc.update(data, at + 4, chunk.length() + 4);
    int stated = int32(data, chunk.from() + chunk.length());
    if (stated == (int) crc.getValue()) {
      return;
    }
    String expected = String.format("a chunk %s whose CRC is %08X", chunk.type(), crc.getValue());
    String found = String.format("%08X", stated);
    if (Character.isUpperCase(chunk.type().charAt(0))) {
      throw ImageRefusal.unreadable(at, expected, found);
    }
    if (findings.size() < FINDINGS_MAX) {
      findings.add(ImageRefusal.warning(at, expected, found));
    }
  }

  private static Optional<Chunk> at(byte[] data, int at) {
    if (at > data.length - OVERHEAD_BYTES) {
      return Optional.empty();
    }
    int length = int32(data, at);
    if (length < 0 || length > data.length - OVERHEAD_BYTES - at) {
      return Optional.empty();
    }
    String type = new String(data, at + 4, 4, StandardCharsets.ISO_8859_1);
    return Optional.of(new Chunk(type, at + 8, length));
  }

  /// Four bytes, the most significant first.
  static int int32(byte[] data, int at) {
    return (data[at] & 0xFF) << 24
        | (data[at + 1] & 0xFF) << 16
        | (data[at + 2] & 0xFF) << 8
        | (data[at + 3] & 0xFF);
  }
}
