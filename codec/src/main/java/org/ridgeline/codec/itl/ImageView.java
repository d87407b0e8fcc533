package org.ridgeline.codec.itl;

import java.util.List;
import java.util.Optional;

/// An image record of types 4, 8, 10, 13, 14, 15, 17 and 19 as what it says of its image.
/// - **Shape** `positions` FGP of friction ridges, ELR of an iris; empty for others. `kind` the
///   image type of a Type-10 ("FACE"), else "". `data` empty where the record has none
/// - **Unit** pixels; pixels per inch, 0 where the record does not say; `bpx` bits, 0 likewise
/// - **Source** ANSI/NIST-ITL 1-2011, 7.7.8 and 8.4 to 8.19
public record ImageView(
    String record,
    int type,
    int idc,
    String src,
    String date,
    String kind,
    List<Integer> positions,
    int imp,
    int hll,
    int vll,
    int resolutionPpi,
    Optional<Cga> cga,
    int bpx,
    String csp,
    Optional<byte[]> data) {
  private static final List<Integer> TAGGED = List.of(10, 13, 14, 15, 17, 19);
  private static final int GREY_BITS = 8;

  public ImageView {
    positions = List.copyOf(positions);
    data = data.map(byte[]::clone);
  }

  /// A copy of the image data.
  @Override
  public Optional<byte[]> data() {
    return data.map(byte[]::clone);
  }

  /// The view of one record of a transaction; empty for records of other types.
  public static Optional<ImageView> of(Transaction transaction, ItlRecord record) {
    if (TAGGED.contains(record.type())) {
      return Optional.of(ofTagged(record));
    }
    return switch (record.type()) {
      case 4 -> Optional.of(ofTypeFour(transaction.header(), record));
      case 8 -> Optional.of(ofSignature(transaction.header(), record));
      default -> Optional.empty();
    };
  }

  private static ImageView ofTagged(ItlRecord record) {
    int type = record.type();
    boolean photo = type == 10;
    boolean iris = type == 17;
    return new ImageView(
        record.name(),
        type,
        record.idc(),
        Values.text(record, 4),
        Values.text(record, 5),
        photo ? Values.text(record, 3) : "",
        photo ? List.of() : Values.numbers(record, iris ? 3 : 13),
        photo || iris ? -1 : Values.numberOr(record, 3, -1),
        Values.numberOr(record, 6, 0),
        Values.numberOr(record, 7, 0),
        Values.resolutionPpi(record),
        Values.cga(record, 11),
        photo ? 0 : Values.numberOr(record, 12, 0),
        photo ? Values.text(record, 12) : iris ? Values.text(record, 13) : "",
        record.data());
  }

  private static ImageView ofTypeFour(TaggedRecord header, ItlRecord record) {
    int nsr = Values.ofPixelsPerMm(header.value(11));
    boolean nativeScan = Values.numberOr(record, 5, 0) == 1;
    return new ImageView(
        record.name(),
        4,
        record.idc(),
        Values.text(header, 8),
        Values.text(header, 5),
        "",
        Values.numbers(record, 4),
        Values.numberOr(record, 3, -1),
        Values.numberOr(record, 6, 0),
        Values.numberOr(record, 7, 0),
        nativeScan ? nsr : FingerImage.PPI_MIN,
        Values.cga(record, 8),
        GREY_BITS,
        "GRAY",
        record.data());
  }

  /// A Type-8 has no resolution of its own below that of 1.011; its pixels are black or white, and
  /// SRT 1 is facsimile coding, 2 vectors: neither is a compression of this table.
  private static ImageView ofSignature(TaggedRecord header, ItlRecord record) {
    boolean raw = Values.numberOr(record, 4, -1) == 0;
    return new ImageView(
        record.name(),
        8,
        record.idc(),
        Values.text(header, 8),
        Values.text(header, 5),
        Values.numberOr(record, 3, -1) == 0 ? "SUBJECT" : "OFFICIAL",
        List.of(),
        -1,
        Values.numberOr(record, 6, 0),
        Values.numberOr(record, 7, 0),
        Values.numberOr(record, 5, 0) == 1 ? Values.ofPixelsPerMm(header.value(11)) : 0,
        raw ? Optional.of(Cga.NONE) : Optional.empty(),
        1,
        "",
        record.data());
  }

  @Override
  public String toString() {
    return "ImageView["
        + record
        + " "
        + hll
        + "x"
        + vll
        + " "
        + cga.map(Cga::label).orElse("?")
        + "]";
  }
}
