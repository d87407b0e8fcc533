package org.ridgeline.codec.ebts;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ridgeline.codec.itl.Findings;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Place;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Sha256;

/// What an image record's fields demand of each other and of the image data.
/// - **Source** ANSI/NIST-ITL 1-2011, 7.5.2, 7.7.8, 8.10, 8.13 to 8.17
final class ImageRelations {
  private static final String ITL = "ANSI/NIST-ITL 1-2011 ";
  private static final int PPI_MIN = 490;
  private static final double CM_PER_INCH = 2.54;
  private static final int HAS = 996;
  private static final int GEO = 998;

  /// Where coordinates of a polygon stand: field, and how many items come before their number.
  private record Outline(int type, int field, int before) {}

  private static final List<Outline> OUTLINES =
      List.of(
          new Outline(14, 25, 1),
          new Outline(10, 15, 1),
          new Outline(10, 33, 1),
          new Outline(10, 45, 2),
          new Outline(17, 33, 1),
          new Outline(17, 34, 1),
          new Outline(17, 35, 1),
          new Outline(17, 36, 1),
          new Outline(17, 37, 2));

  private final ItlRecord record;
  private final int version;
  private final Findings findings;
  private final int hll;
  private final int vll;

  private ImageRelations(ItlRecord record, int version, Findings findings) {
    this.record = record;
    this.version = version;
    this.findings = findings;
    this.hll = WholeNumbers.in(record, 6).orElse(0);
    this.vll = WholeNumbers.in(record, 7).orElse(0);
  }

  static void check(ItlRecord record, int version, Findings findings) {
    ImageRelations relations = new ImageRelations(record, version, findings);
    int type = record.type();
    boolean tagged = List.of(10, 13, 14, 15, 17, 19).contains(type);
    if (tagged && version >= Relations.EDITION_2011) {
      relations.scale();
      relations.hash();
      relations.boxes();
      OUTLINES.stream().filter(o -> o.type() == type).forEach(relations::outline);
      relations.spectrum();
      relations.position();
    }
    if (type == 14 && version >= Relations.EDITION_2011) {
      relations.segmentQuality();
    }
  }

  /// Both directions have one scale, and friction ridges at least 490 ppi.
  private void scale() {
    OptionalInt slc = WholeNumbers.in(record, 8);
    OptionalInt thps = WholeNumbers.in(record, 9);
    OptionalInt tvps = WholeNumbers.in(record, 10);
    if (slc.isEmpty() || slc.getAsInt() == 0 || thps.isEmpty() || tvps.isEmpty()) {
      return;
    }
    if (thps.getAsInt() != tvps.getAsInt()) {
      String expected = "TVPS equal to THPS where SLC gives a scale, " + thps.getAsInt();
      String found = String.valueOf(tvps.getAsInt());
      add(FindingCode.FIELD_RELATION, 10, expected, found, "7.7.8.5");
    }
    double ppi = slc.getAsInt() == 1 ? thps.getAsInt() : thps.getAsInt() * CM_PER_INCH;
    boolean ridges = record.type() >= 13 && record.type() <= 15;
    if (ridges && ppi < PPI_MIN) {
      String expected = "THPS of at least " + PPI_MIN + " ppi (193 per cm)";
      add(FindingCode.FIELD_RANGE, 9, expected, Math.round(ppi) + " ppi", "7.7.6.1");
    }
    OptionalInt shps = WholeNumbers.in(record, 16);
    OptionalInt svps = WholeNumbers.in(record, 17);
    if (ridges && shps.isPresent() && svps.isPresent() && shps.getAsInt() != svps.getAsInt()) {
      String expected = "SVPS equal to SHPS, " + shps.getAsInt();
      String found = String.valueOf(svps.getAsInt());
      add(FindingCode.FIELD_RELATION, 17, expected, found, "7.7.8.8");
    }
  }

  /// HAS is the SHA-256 of the data.
  private void hash() {
    Optional<String> has = record.value(HAS);
    Optional<byte[]> data = record.data();
    if (has.isEmpty() || data.isEmpty() || !has.get().matches("[0-9A-Fa-f]{64}")) {
      return;
    }
    String hex = HexFormat.of().withUpperCase().formatHex(Sha256.of(data.get()));
    if (!hex.equalsIgnoreCase(has.get())) {
      add(FindingCode.FIELD_RELATION, HAS, "the SHA-256 of the data, " + hex, has.get(), "7.5.2");
    }
  }

  /// Segment boxes lie in the image: left, right, top, bottom.
  private void boxes() {
    int field = record.type() == 14 ? 21 : record.type() == 10 ? 14 : -1;
    int first = record.type() == 14 ? 1 : 0;
    for (List<String> box : field < 0 ? List.<List<String>>of() : record.subfields(field)) {
      if (box.size() < first + 4 || hll == 0) {
        continue;
      }
      int left = WholeNumbers.of(box.get(first));
      int right = WholeNumbers.of(box.get(first + 1));
      int top = WholeNumbers.of(box.get(first + 2));
      int bottom = WholeNumbers.of(box.get(first + 3));
      if (left >= right || top >= bottom || right > hll || bottom > vll) {
        String expected = "left < right <= " + hll + ", top < bottom <= " + vll;
        String found = String.join(" ", box.subList(first, first + 4));
        add(FindingCode.FIELD_RELATION, field, expected, found, "8." + record.type() + "." + field);
      }
    }
    if (record.type() == 13 || record.type() == 14) {
      for (List<String> part : record.subfields(15)) {
        boolean outside =
            part.size() == 6
                && hll > 0
                && (WholeNumbers.of(part.get(3)) > hll
                    || WholeNumbers.of(part.get(5)) > vll
                    || WholeNumbers.of(part.get(2)) > WholeNumbers.of(part.get(3))
                    || WholeNumbers.of(part.get(4)) > WholeNumbers.of(part.get(5)));
        if (outside) {
          String expected = "left <= right <= " + hll + ", top <= bottom <= " + vll;
          String found = String.join(" ", part.subList(2, 6));
          add(FindingCode.FIELD_RELATION, 15, expected, found, "8." + record.type() + ".15");
        }
      }
    }
  }

  /// The right number of points, each in the image, none twice.
  private void outline(Outline outline) {
    for (List<String> items : record.subfields(outline.field())) {
      int nop = items.size() > outline.before() ? WholeNumbers.of(items.get(outline.before())) : -1;
      int first = outline.before() + 1;
      String clause = "8." + outline.type() + "." + outline.field();
      if (nop < 0) {
        continue;
      }
      int pairs = (items.size() - first) / 2;
      boolean circle = items.getFirst().equals("C") && outline.before() == 1;
      if (pairs != nop || items.size() - first != 2 * nop || circle && nop != 2) {
        String expected = (circle ? 2 : nop) + " points, x and y each";
        String found = (items.size() - first) + " coordinates for NOP " + nop;
        add(FindingCode.FIELD_RELATION, outline.field(), expected, found, clause);
        continue;
      }
      Set<List<String>> seen = new HashSet<>();
      for (int i = first; i < items.size(); i += 2) {
        int x = WholeNumbers.of(items.get(i));
        int y = WholeNumbers.of(items.get(i + 1));
        boolean inside = hll == 0 || x >= 0 && x <= hll && y >= 0 && y <= vll;
        if (!inside || !seen.add(items.subList(i, i + 2))) {
          String expected = inside ? "points that differ" : "points within " + hll + "x" + vll;
          add(FindingCode.FIELD_RELATION, outline.field(), expected, x + " " + y, clause);
          break;
        }
      }
    }
  }

  /// 17.027: the low end of a spectrum is not above the high end.
  private void spectrum() {
    for (List<String> range :
        record.type() == 17 ? record.subfields(27) : List.<List<String>>of()) {
      if (range.size() == 2 && WholeNumbers.of(range.get(0)) > WholeNumbers.of(range.get(1))) {
        String found = String.join(" ", range);
        add(FindingCode.FIELD_RELATION, 27, "low <= high", found, "8.17.27");
      }
    }
  }

  /// GEO: degrees come in pairs, minutes only with whole degrees, seconds only with whole minutes.
  private void position() {
    for (List<String> geo : record.subfields(GEO)) {
      if (geo.size() < 7) {
        continue;
      }
      boolean paired = geo.get(1).isEmpty() == geo.get(4).isEmpty();
      boolean fine = fine(geo.subList(1, 4)) && fine(geo.subList(4, 7));
      if (!paired || !fine) {
        String expected =
            paired
                ? "minutes with whole degrees, seconds with whole minutes"
                : "LTD and LGD, or none";
        String found = String.join(" ", geo.subList(1, 7));
        add(FindingCode.FIELD_RELATION, GEO, expected, found, "7.7.3");
      }
    }
  }

  private static boolean fine(List<String> angle) {
    boolean minutes = !angle.get(1).isEmpty();
    boolean seconds = !angle.get(2).isEmpty();
    return (!minutes || !angle.get(0).isEmpty() && !angle.get(0).contains("."))
        && (!seconds || minutes && !angle.get(1).contains("."));
  }

  /// SQM speaks of segments that SEG or ASEG names.
  private void segmentQuality() {
    Set<String> named = new HashSet<>(record.values(21));
    named.addAll(record.values(25));
    for (String finger : record.values(23)) {
      if (!named.contains(finger)) {
        String expected = "fingers that SEG (14.021) or ASEG (14.025) name";
        add(FindingCode.FIELD_RELATION, 23, expected, finger, "8.14.23");
      }
    }
  }

  private void add(FindingCode code, int field, String expected, String found, String clause) {
    findings.add(Place.of(record, field).error(code, expected, found, ITL + clause));
  }
}
