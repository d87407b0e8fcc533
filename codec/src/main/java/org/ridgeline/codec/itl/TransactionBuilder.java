package org.ridgeline.codec.itl;

import static org.ridgeline.codec.itl.TaggedRecord.FS;
import static org.ridgeline.codec.itl.TaggedRecord.GS;
import static org.ridgeline.codec.itl.TaggedRecord.RS;
import static org.ridgeline.codec.itl.TaggedRecord.US;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Builds a transaction field by field: computes LEN, CNT, IDC, NSR and NTR, writes three-digit
/// tags (four for the 2.2xxx fields of EBTS), fields in rising order.
///
/// VER is 0500 unless given. There is always one Type-2 (IDC 00); image records follow in the order
/// given, IDC 01 and up. Text outside ASCII is written as UTF-8 and declared in 1.015.
/// - **Limit** [Limits#IDC_MAX] image records
/// - **Error** separators inside a value, numbers that do not fit their field, a missing 1.005:
///   IllegalArgumentException, IllegalStateException at [#build()]
/// - **Source** ANSI/NIST-ITL 1-2011, 8.1 and Annex B
public final class TransactionBuilder {
  private static final String NSR_500_PPI = "19.69";
  private static final String NSR_NONE = "00.00";
  private static final int TYPE_FOUR_HEADER_BYTES = 18;

  /// 500 ppi, give or take two hundredths: 7.7.6.1 takes no less than 490.
  private static final int TYPE_FOUR_PPI_MIN = 490;

  private static final int TYPE_FOUR_PPI_MAX = 510;

  /// A record behind the Type-2, waiting for its IDC.
  private sealed interface Image {
    record Four(int fgp, int imp, Picture picture) implements Image {}

    record Tagged(int type, SortedMap<Integer, String> fields, Optional<byte[]> data)
        implements Image {}
  }

  private final SortedMap<Integer, String> header = new TreeMap<>();
  private final SortedMap<Integer, String> two = new TreeMap<>();
  private final List<Image> images = new ArrayList<>();

  private TransactionBuilder() {}

  /// A transaction of a type (1.004 TOT).
  public static TransactionBuilder of(String tot) {
    return new TransactionBuilder().header(2, "0500").header(4, tot);
  }

  /// Sets a Type-1 field. `value` may hold US and RS; LEN, CNT, NSR and NTR are computed.
  public TransactionBuilder header(int field, String value) {
    limit("1.field", field, 2, 999);
    if (field == 3 || field == 11 || field == 12) {
      throw new IllegalArgumentException(ItlRecord.tag(1, field) + " is computed");
    }
    header.put(field, checked(value));
    return this;
  }

  /// Sets a Type-2 field from subfields of information items.
  public TransactionBuilder field2(int field, List<List<String>> subfields) {
    limit("2.field", field, 3, 9_999);
    List<String> joined = new ArrayList<>();
    for (List<String> items : subfields) {
      items.forEach(TransactionBuilder::plain);
      joined.add(String.join(String.valueOf((char) US), items));
    }
    two.put(field, String.join(String.valueOf((char) RS), joined));
    return this;
  }

  /// Sets a Type-2 field: each value a subfield of one information item.
  public TransactionBuilder field2(int field, String... values) {
    return field2(field, Arrays.stream(values).map(List::of).toList());
  }

  /// Adds a Type-4: a finger image of 500 ppi, as NSR says of all of them.
  public TransactionBuilder type4(int fgp, int imp, Picture picture) {
    limit("4.004 FGP", fgp, 0, 254);
    limit("4.003 IMP", imp, 0, 255);
    limit("4.006 HLL", picture.hll(), 1, 65_535);
    limit("4.007 VLL", picture.vll(), 1, 65_535);
    limit("Type-4 ppi", picture.ppi(), TYPE_FOUR_PPI_MIN, TYPE_FOUR_PPI_MAX);
    images.add(new Image.Four(fgp, imp, picture));
    return this;
  }

  /// Adds a Type-14: a finger image of any resolution. `extra` holds further fields, or others in
  /// place of those made here: SRC 14.004 is 1.008 and FCD 14.005 is 1.005 unless given.
  public TransactionBuilder type14(int fgp, int imp, Picture picture, Map<Integer, String> extra) {
    limit("14.009 THPS", picture.ppi(), 1, 99_999);
    limit("14.006 HLL", picture.hll(), 1, 99_999);
    limit("14.007 VLL", picture.vll(), 1, 99_999);
    SortedMap<Integer, String> fields = new TreeMap<>();
    fields.put(3, String.valueOf(imp));
    fields.put(6, String.valueOf(picture.hll()));
    fields.put(7, String.valueOf(picture.vll()));
    fields.put(8, "1");
    fields.put(9, String.valueOf(picture.ppi()));
    fields.put(10, String.valueOf(picture.ppi()));
    fields.put(11, picture.cga().label());
    fields.put(12, "8");
    fields.put(13, String.valueOf(fgp));
    extra.forEach((field, value) -> {
      limit("14.field", field, 3, 998);
      fields.put(field, checked(value));
    });
    fields.putIfAbsent(4, "");
    fields.putIfAbsent(5, "");
    byte[] data = picture.data();
    return record(14, fields, data.length == 0 ? Optional.empty() : Optional.of(data));
  }

  /// Adds a finger image as a Type-4 where its resolution is one that a Type-4 has, else as a
  /// Type-14.
  public TransactionBuilder finger(int fgp, int imp, Picture picture) {
    boolean isOfTypeFour = picture.ppi() >= TYPE_FOUR_PPI_MIN && picture.ppi() <= TYPE_FOUR_PPI_MAX;
    return isOfTypeFour ? type4(fgp, imp, picture) : type14(fgp, imp, picture, Map.of());
  }

  /// Adds any other tagged record, by its fields from 3 on (values may hold RS and US), and its
  /// field 999 if it has one. LEN and IDC are computed; an empty SRC (field 4) or date (field 5) of
  /// a Type-14 is that of the transaction.
  public TransactionBuilder record(int type, Map<Integer, String> fields, Optional<byte[]> data) {
    limit("record type", type, 9, 99);
    SortedMap<Integer, String> checked = new TreeMap<>();
    fields.forEach((field, value) -> {
      limit(type + ".field", field, 3, 998);
      checked.put(field, checked(value));
    });
    images.add(new Image.Tagged(type, checked, data.map(byte[]::clone)));
    return this;
  }

  /// The transaction. Its Type-1 must have 1.005 DAT, 1.007 DAI, 1.008 ORI and 1.009 TCN.
  public Transaction build() {
    for (int field : List.of(5, 7, 8, 9)) {
      if (!header.containsKey(field)) {
        throw new IllegalStateException(ItlRecord.tag(1, field) + " is missing");
      }
    }
    if (images.size() > Limits.IDC_MAX) {
      throw new IllegalStateException("images=" + images.size() + " limit=0.." + Limits.IDC_MAX);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(RecordBytes.tagged(1, typeOne(), Optional.empty()));
    SortedMap<Integer, String> typeTwo = new TreeMap<>(two);
    typeTwo.put(2, "00");
    out.writeBytes(RecordBytes.tagged(2, typeTwo, Optional.empty()));
    for (int i = 0; i < images.size(); i++) {
      out.writeBytes(image(images.get(i), i + 1));
    }
    return switch (ItlReader.read(out.toByteArray())) {
      case Decoded.Accepted accepted -> accepted.transaction();
      case Decoded.Refused refused -> throw new IllegalStateException("" + refused.findings());
    };
  }

  private SortedMap<Integer, String> typeOne() {
    SortedMap<Integer, String> fields = new TreeMap<>(header);
    StringBuilder cnt = new StringBuilder("1" + (char) US + (images.size() + 1));
    cnt.append((char) RS).append('2').append((char) US).append("00");
    boolean four = false;
    for (int i = 0; i < images.size(); i++) {
      int type = images.get(i) instanceof Image.Tagged tagged ? tagged.type() : 4;
      four |= type == 4;
      cnt.append((char) RS).append(type);
      cnt.append((char) US).append(String.format("%02d", i + 1));
    }
    fields.put(3, cnt.toString());
    fields.put(11, four ? NSR_500_PPI : NSR_NONE);
    fields.put(12, four ? NSR_500_PPI : NSR_NONE);
    if (!isAscii(header) || !isAscii(two)) {
      fields.putIfAbsent(15, "3" + (char) US + "UTF-8");
    }
    return fields;
  }

  private byte[] image(Image image, int idc) {
    return switch (image) {
      case Image.Four four -> {
        Picture picture = four.picture();
        byte[] data = picture.data();
        int len = TYPE_FOUR_HEADER_BYTES + data.length;
        ByteBuffer out = ByteBuffer.allocate(len);
        out.putInt(len).put((byte) idc).put((byte) four.imp()).put((byte) four.fgp());
        out.put(new byte[] {-1, -1, -1, -1, -1}).put((byte) 0);
        out.putShort((short) picture.hll()).putShort((short) picture.vll());
        yield out.put((byte) picture.cga().code()).put(data).array();
      }
      case Image.Tagged tagged -> {
        SortedMap<Integer, String> fields = new TreeMap<>(tagged.fields());
        fields.put(2, String.format("%02d", idc));
        if (tagged.type() == 14) {
          fields.replace(4, "", header.getOrDefault(8, ""));
          fields.replace(5, "", header.getOrDefault(5, ""));
        }
        yield RecordBytes.tagged(tagged.type(), fields, tagged.data());
      }
    };
  }

  private static boolean isAscii(SortedMap<Integer, String> fields) {
    return fields.values().stream().allMatch(value -> value.chars().allMatch(c -> c < 0x80));
  }

  /// No information item holds a separator of any kind.
  private static void plain(String item) {
    checked(item);
    if (item.indexOf(RS) >= 0 || item.indexOf(US) >= 0) {
      throw new IllegalArgumentException("item=" + item + " holds RS or US");
    }
  }

  private static String checked(String value) {
    if (value.indexOf(FS) >= 0 || value.indexOf(GS) >= 0) {
      throw new IllegalArgumentException("value=" + value + " holds FS or GS");
    }
    return value;
  }

  private static void limit(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + "=" + value + " limit=" + min + ".." + max);
    }
  }
}
