package org.ridgeline.codec.itl;

import java.util.List;
import java.util.Optional;

/// The finger image of a Type-4 or Type-14 record.
/// - **Shape** `record`, `idc`, `offset` as in [ItlRecord]; `fgps` possible positions, most likely
///   first, never empty
/// - **Unit** `hll`, `vll` in pixels; `bpx` bits per pixel; `resolutionPpi` in pixels per inch, 0
///   where the record does not say; `imp` -1 where it is missing
/// - **Source** ANSI/NIST-ITL 1-2011, 8.4 and 8.14
public record FingerImage(
    String record,
    int idc,
    long offset,
    List<Integer> fgps,
    int imp,
    int hll,
    int vll,
    Cga cga,
    int bpx,
    int resolutionPpi,
    byte[] data) {
  /// Pixels per inch of the least scanning resolution, 19.69 per mm.
  public static final int PPI_MIN = 500;

  public FingerImage {
    fgps = List.copyOf(fgps);
    if (fgps.isEmpty()) {
      throw new IllegalArgumentException("fgps=0 limit=1..");
    }
    data = data.clone();
  }

  /// The first, most likely, finger position.
  public int fgp() {
    return fgps.getFirst();
  }

  /// The same image under another position.
  public FingerImage at(int fgp) {
    return new FingerImage(
        record, idc, offset, List.of(fgp), imp, hll, vll, cga, bpx, resolutionPpi, data);
  }

  /// A copy of the image data.
  @Override
  public byte[] data() {
    return data.clone();
  }

  @Override
  public String toString() {
    return "FingerImage[" + record + " fgp=" + fgps + " " + hll + "x" + vll + " " + cga + "]";
  }

  /// The image of a record; empty for other types, for a record without image data, and where
  /// compression, size or position cannot be told.
  static Optional<FingerImage> of(TaggedRecord header, ItlRecord record) {
    return switch (record) {
      case BinaryRecord binary when binary.type() == 4 -> ofTypeFour(header, binary);
      case TaggedRecord tagged when tagged.type() == 14 -> ofTypeFourteen(tagged);
      case BinaryRecord _, TaggedRecord _ -> Optional.empty();
    };
  }

  private static Optional<FingerImage> ofTypeFour(TaggedRecord header, BinaryRecord record) {
    Optional<Cga> cga = record.numbers(8).stream().findFirst().flatMap(Cga::ofCode);
    List<Integer> fgps = record.numbers(4);
    Optional<byte[]> data = record.data();
    if (cga.isEmpty() || fgps.isEmpty() || data.isEmpty()) {
      return Optional.empty();
    }
    int hll = record.numbers(6).getFirst();
    int vll = record.numbers(7).getFirst();
    if (hll == 0 || vll == 0) {
      return Optional.empty();
    }
    int imp = record.numbers(3).getFirst();
    boolean nativeScan = record.numbers(5).getFirst() == 1;
    int nsr = Values.ofPixelsPerMm(header.value(11));
    int ppi = nativeScan ? nsr : PPI_MIN;
    return Optional.of(
        new FingerImage(
            record.name(),
            record.idc(),
            record.offset(),
            fgps,
            imp,
            hll,
            vll,
            cga.get(),
            8,
            ppi,
            data.get()));
  }

  private static Optional<FingerImage> ofTypeFourteen(TaggedRecord record) {
    Optional<Cga> cga = record.value(11).flatMap(Cga::ofLabel);
    List<Integer> fgps = Values.numbers(record, 13);
    int hll = Values.numberOr(record, 6, 0);
    int vll = Values.numberOr(record, 7, 0);
    Optional<byte[]> data = record.data();
    if (cga.isEmpty() || fgps.isEmpty() || hll == 0 || vll == 0 || data.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FingerImage(
            record.name(),
            record.idc(),
            record.offset(),
            fgps,
            Values.numberOr(record, 3, -1),
            hll,
            vll,
            cga.get(),
            Values.numberOr(record, 12, 8),
            Values.resolutionPpi(record),
            data.get()));
  }
}
