package org.ridgeline.codec.itl;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Lays out single records, for whoever makes them from something else than a file.
/// - **Source** ANSI/NIST-ITL 1-2011, Annex B
public final class RecordBytes {
  private static final int FGP_COUNT = 6;
  private static final int FINGER_HEADER_BYTES = 18;
  private static final int SIGNATURE_HEADER_BYTES = 12;

  private RecordBytes() {}

  /// A tagged record: its fields in rising order, LEN computed (its digits count themselves), text
  /// in UTF-8, `data` as field 999. Values hold RS and US between subfields and items.
  /// - **Error** field 1, which is computed: IllegalArgumentException
  public static byte[] tagged(int type, SortedMap<Integer, String> fields, Optional<byte[]> data) {
    if (fields.containsKey(1)) {
      throw new IllegalArgumentException(ItlRecord.tag(type, 1) + " is computed");
    }
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    for (Map.Entry<Integer, String> field : fields.entrySet()) {
      rest.write(TaggedRecord.GS);
      rest.writeBytes(utf8(ItlRecord.tag(type, field.getKey()) + ":" + field.getValue()));
    }
    if (data.isPresent()) {
      rest.write(TaggedRecord.GS);
      rest.writeBytes(utf8(ItlRecord.tag(type, TaggedRecord.DATA) + ":"));
      rest.writeBytes(data.get());
    }
    rest.write(TaggedRecord.FS);
    byte[] lenTag = utf8(ItlRecord.tag(type, 1) + ":");
    int fixed = lenTag.length + rest.size();
    int len = fixed + 1;
    while (fixed + String.valueOf(len).length() != len) {
      len = fixed + String.valueOf(len).length();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(len);
    out.writeBytes(lenTag);
    out.writeBytes(utf8(String.valueOf(len)));
    out.writeBytes(rest.toByteArray());
    return out.toByteArray();
  }

  /// A record with the binary header of a Type-4, from fields 2 to 8 as text, FGP as subfields.
  /// - **Error** a value that does not fit its field: IllegalArgumentException
  public static byte[] binary(SortedMap<Integer, String> fields, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(FINGER_HEADER_BYTES + data.length);
    out.putInt(out.capacity());
    out.put((byte) number(fields, 2, 255)).put((byte) number(fields, 3, 255));
    String[] fgps = fields.getOrDefault(4, "255").split(String.valueOf((char) TaggedRecord.RS));
    for (int i = 0; i < FGP_COUNT; i++) {
      int fgp = i < fgps.length ? Digits.number(fgps[i].strip()) : 255;
      out.put((byte) check("FGP", fgp, 255));
    }
    out.put((byte) number(fields, 5, 255));
    out.putShort((short) number(fields, 6, 65_535)).putShort((short) number(fields, 7, 65_535));
    return out.put((byte) number(fields, 8, 255)).put(data).array();
  }

  /// A Type-8, from fields 2 to 7 as text.
  /// - **Error** a value that does not fit its field: IllegalArgumentException
  public static byte[] signature(SortedMap<Integer, String> fields, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(SIGNATURE_HEADER_BYTES + data.length);
    out.putInt(out.capacity());
    for (int field = 2; field <= 5; field++) {
      out.put((byte) number(fields, field, 255));
    }
    out.putShort((short) number(fields, 6, 65_535)).putShort((short) number(fields, 7, 65_535));
    return out.put(data).array();
  }

  private static int number(SortedMap<Integer, String> fields, int field, int max) {
    return check("field " + field, Digits.number(fields.getOrDefault(field, "0").strip()), max);
  }

  private static int check(String name, int value, int max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(name + "=" + value + " limit=0.." + max);
    }
    return value;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
