package org.ridgeline.codec.ebts;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ResolutionReader;
import org.ridgeline.codec.image.ResolutionRule;
import org.ridgeline.codec.image.StatedResolution;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Findings;
import org.ridgeline.codec.itl.ImageView;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Place;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Whether an image record's data are what the record says of them: there at all, of the named
/// compression, of the named size, at the named resolution. Nothing is decoded.
/// - **Source** ANSI/NIST-ITL 1-2011, 7.7.8 and 7.7.9, 8.4, 8.7, 8.8, 8.10, 8.13 to 8.17, 8.19
final class DataRelations {
  private static final String ITL = "ANSI/NIST-ITL 1-2011 ";
  private static final int DATA = 999;
  private static final int SHOWN_BYTES = 4;

  /// Where a record's description of its image stands: compression, width, scale.
  private record Fields(int cga, int hll, int scale) {}

  private static final Fields BINARY = new Fields(8, 6, 5);
  private static final Fields TAGGED = new Fields(11, 6, 9);

  /// Signatures, photographs, images of their users' own: files that are to pass have another size.
  private static final List<Integer> SIZES_LOOSE = List.of(8, 10, 16);

  private static final List<Integer> TAGGED_TYPES = List.of(10, 13, 14, 15, 16, 17, 19);

  /// A little above 500 ppi, for scanners that are: 20.47 pixels a millimetre.
  private static final int WSQ_PPI_MAX = 520;

  private final ItlRecord record;
  private final Findings findings;
  private final Fields fields;
  private final byte[] data;
  private final int hll;
  private final int vll;

  private DataRelations(ItlRecord record, Fields fields, byte[] data, Findings findings) {
    this.record = record;
    this.fields = fields;
    this.findings = findings;
    this.data = data;
    this.hll = number(6);
    this.vll = number(7);
  }

  static void check(Transaction transaction, ItlRecord record, Findings findings) {
    int type = record.type();
    Optional<byte[]> data = record.data();
    if (data.isEmpty()) {
      if (type >= 10 && record.has(DATA)) {
        Place place = Place.of(record, DATA);
        String expected = "data behind " + ItlRecord.tag(type, DATA) + ":, or no such field";
        findings.add(place.error(FindingCode.FIELD_MISSING, expected, "no bytes", ITL + "7.2.1"));
      }
    } else if (type >= 3 && type <= 6 || TAGGED_TYPES.contains(type)) {
      Fields fields = type < 10 ? BINARY : TAGGED;
      DataRelations relations = new DataRelations(record, fields, data.get(), findings);
      relations.compression();
      ImageView.of(transaction, record).ifPresent(relations::resolution);
    } else if (type == 8) {
      new DataRelations(record, BINARY, data.get(), findings).signature();
    }
  }

  /// The data begin as the compression does, and have its header's size, or that of raw pixels.
  private void compression() {
    Optional<Cga> cga = record.value(fields.cga()).flatMap(this::compressionOf);
    if (cga.isEmpty()) {
      return;
    }
    Optional<ImageHeader> header = ImageHeader.of(data);
    if (cga.get() == Cga.NONE) {
      uncompressed(header);
    } else if (header.isEmpty()) {
      String start = HexFormat.ofDelimiter(" ").formatHex(data, 0, shown());
      relation("data that begin as " + cga.get().label() + " does", start);
    } else if (!header.get().kind().fits(cga.get())) {
      relation("a compression that fits the data, " + header.get().kind(), cga.get().label());
    } else {
      loss(header.get(), cga.get());
      size(header.get());
    }
  }

  /// With or without loss. A warning: conformance files that are to pass confuse them.
  private void loss(ImageHeader header, Cga cga) {
    Optional<ImageFormat> format = ImageFormat.detect(data);
    boolean lossless = format.equals(Optional.of(ImageFormat.JPEG_LOSSLESS));
    if (header.kind() == ImageHeader.Kind.JPEG && lossless != (cga == Cga.JPEGL)) {
      String expected = "a compression that fits the data, " + format.orElseThrow();
      add(warning(FindingCode.FIELD_RELATION, fields.cga(), expected, cga.label(), "7.7.9.1"));
    }
  }

  private Optional<Cga> compressionOf(String value) {
    return fields == BINARY ? Cga.ofCode(WholeNumbers.of(value)) : Cga.ofLabel(value);
  }

  private int shown() {
    return Math.min(SHOWN_BYTES, data.length);
  }

  private void relation(String expected, String found) {
    Place place = Place.of(record, fields.cga());
    findings.add(place.error(FindingCode.FIELD_RELATION, expected, found, ITL + "7.7.9.1"));
  }

  private void size(ImageHeader header) {
    int width = header.widthPx();
    int height = header.heightPx();
    if (width > 0 && hll > 0 && (width != hll || height != vll)) {
      mismatch("HLL x VLL as in the image's own header, " + width + "x" + height, hll + "x" + vll);
    }
  }

  private void mismatch(String expected, String found) {
    Severity severity = SIZES_LOOSE.contains(record.type()) ? Severity.WARNING : Severity.ERROR;
    Place place = Place.of(record, fields.hll());
    FindingCode code = FindingCode.IMAGE_SIZE_MISMATCH;
    findings.add(place.finding(severity, code, expected, found, ITL + "7.7.8.1"));
  }

  /// Raw pixels are counted; data of some format's header and another length are no raw pixels.
  private void uncompressed(Optional<ImageHeader> header) {
    List<Long> sizes = rawSizes();
    long found = data.length;
    if (sizes.isEmpty() || sizes.contains(found)) {
      return;
    }
    if (header.isPresent()) {
      relation("a compression that fits the data, " + header.get().kind(), Cga.NONE.label());
      return;
    }
    mismatch(
        hll + "x" + vll + " at " + bits() + " bits = " + sizes.getFirst() + " bytes",
        found + " bytes");
  }

  /// How many bytes raw pixels may take; depths that fill no byte may be packed or not.
  private List<Long> rawSizes() {
    long pixels = (long) hll * vll;
    int bits = bits();
    if (pixels == 0 || bits == 0) {
      return List.of();
    }
    return List.of((pixels * bits + 7) / 8, pixels * ((bits + 7) / 8));
  }

  /// Bits of a pixel; 0 where nobody can tell.
  private int bits() {
    return switch (record.type()) {
      case 3, 4 -> 8;
      case 10 -> bitsOf(record.value(12).orElse(""));
      case 13, 14, 15, 16, 17, 19 -> number(12);
      default -> 0;
    };
  }

  /// Of a photograph, by its colour space; one that is unknown may be anything.
  private static int bitsOf(String csp) {
    return switch (csp) {
      case "GRAY" -> 8;
      case "RGB", "SRGB", "YCC", "SYCC" -> 24;
      default -> 0;
    };
  }

  /// A signature's pixels are single bits; rows may fill up their last byte.
  private void signature() {
    boolean scanned = record.value(4).filter("0"::equals).isPresent();
    if (!scanned || hll == 0 || vll == 0) {
      return;
    }
    long packed = ((long) hll * vll + 7) / 8;
    long padded = (hll + 7L) / 8 * vll;
    long found = data.length;
    if (found != packed && found != padded) {
      mismatch(hll + "x" + vll + " at 1 bit = " + packed + " bytes", found + " bytes");
    }
  }

  private void resolution(ImageView view) {
    int ppi = view.resolutionPpi();
    if (record.type() == 4 && number(5) == 1 && ppi == 0) {
      String expected = "NSR (1.011) of the native scan that ISR says";
      add(warning(FindingCode.FIELD_RELATION, 5, expected, "none", "8.4.5"));
    }
    if (ppi == 0) {
      return;
    }
    List<StatedResolution> stated =
        ImageFormat.detect(data)
            .map(format -> ResolutionReader.read(format, data))
            .orElse(List.of());
    for (StatedResolution own : stated) {
      if (ResolutionRule.disagrees(ppi, own)) {
        String expected = ppi + " ppi, as the record says";
        FindingCode code = FindingCode.RESOLUTION_DISAGREES;
        add(warning(code, fields.scale(), expected, own.words(), "7.7.8.3"));
      }
    }
    boolean ridges = record.type() != 10 && record.type() != 17;
    if (ridges && view.cga().equals(Optional.of(Cga.WSQ20)) && ppi > WSQ_PPI_MAX) {
      String expected = "another compression than WSQ above 500 ppi";
      String found = "WSQ20 at " + ppi + " ppi";
      add(warning(FindingCode.FIELD_RELATION, fields.cga(), expected, found, "7.7.9.1"));
    }
  }

  private Finding warning(
      FindingCode code, int field, String expected, String found, String clause) {
    return Place.of(record, field).finding(Severity.WARNING, code, expected, found, ITL + clause);
  }

  private void add(Finding finding) {
    findings.add(finding);
  }

  private int number(int field) {
    return WholeNumbers.in(record, field).orElse(0);
  }
}
