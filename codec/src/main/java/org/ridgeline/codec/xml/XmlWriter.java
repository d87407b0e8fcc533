package org.ridgeline.codec.xml;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ridgeline.codec.itl.Findings;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Writes a transaction in the XML encoding.
/// - **Error** none: a record or field that has no place there is a warning, and left out
/// - **Source** ANSI/NIST-ITL 1-2011, Annex C
public final class XmlWriter {
  private static final String CLAUSE = "ANSI/NIST-ITL 1-2011 Annex C";
  private static final String RCC = "biom:RecordCategoryCode";
  private static final String VECTORS = "2";
  private static final Set<Integer> NEVER_WRITTEN = Set.of(1);

  private final Transaction transaction;
  private final Findings findings = new Findings();

  private XmlWriter(Transaction transaction) {
    this.transaction = transaction;
  }

  /// The XML file, in UTF-8, and what had no place in it.
  /// - **Source** ANSI/NIST-ITL 1-2011, Annex C
  public record Encoded(byte[] bytes, List<Finding> findings) {
    public Encoded {
      bytes = bytes.clone();
      findings = List.copyOf(findings);
    }

    /// A copy of the file's bytes.
    @Override
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /// Writes one transaction.
  public static Encoded write(Transaction transaction) {
    XmlWriter writer = new XmlWriter(transaction);
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<itl:NISTBiometricInformationExchangePackage");
    for (Map.Entry<String, String> entry : XmlNamespaces.BY_PREFIX.entrySet()) {
      out.append(" xmlns:").append(entry.getKey()).append("=\"").append(entry.getValue());
      out.append('"');
    }
    out.append(">\n");
    for (ItlRecord record : transaction.records()) {
      writer.record(record).ifPresent(node -> print(out, node, 1));
    }
    out.append("</itl:NISTBiometricInformationExchangePackage>\n");
    byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    return new Encoded(bytes, writer.findings.toList());
  }

  private Optional<XmlNode> record(ItlRecord record) {
    String element = XmlPaths.TABLE.elements().get(record.type());
    ItlRecord source = record.type() == 7 ? asTypeFour(record) : record;
    if (element == null || record.type() == 7 && source == record) {
      warn(record, "", record.offset(), "record types of the XML table", "a Type-" + record.type());
      return Optional.empty();
    }
    XmlNode node = new XmlNode(element, -1);
    node.child(RCC, 0).append(String.format(Locale.ROOT, "%02d", record.type()));
    boolean face = source.value(3).orElse("").equals("FACE");
    Set<Integer> written = new HashSet<>(NEVER_WRITTEN);
    List<XmlPaths.Row> rows = XmlPaths.TABLE.rows(record.type(), face);
    for (XmlPaths.Row row : rows) {
      written.add(row.field());
      write(node, source, row);
    }
    for (int field : source.fields()) {
      String tag = ItlRecord.tag(record.type(), field);
      if (!written.contains(field)) {
        warn(record, tag, source.offsetOf(field), "fields of the XML table", tag);
      } else if (!NEVER_WRITTEN.contains(field) && isCut(source, rows, field)) {
        String expected = "items and values that the XML table can hold";
        warn(record, tag, source.offsetOf(field), expected, "others in " + tag);
      }
    }
    if (isVectors(source) && vectors(source).isEmpty()) {
      String expected = "vectors of five bytes";
      warn(record, "8.008", source.offsetOf(8), expected, "a length of others");
    }
    return Optional.of(node);
  }

  /// Whether an information item of a field has a value that no row takes as it is.
  private static boolean isCut(ItlRecord source, List<XmlPaths.Row> rows, int field) {
    List<XmlPaths.Row> own = rows.stream().filter(row -> row.field() == field).toList();
    if (own.stream().anyMatch(row -> isWhole(row.kind()))) {
      return false;
    }
    for (List<String> items : source.subfields(field)) {
      for (int i = 0; i < items.size(); i++) {
        int item = i + 1;
        String value = items.get(i);
        if (!value.isEmpty() && own.stream().noneMatch(row -> takes(row, item, value))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean takes(XmlPaths.Row row, int item, String value) {
    boolean stands = row.plus() < 0 ? row.item() == item : row.item() <= item;
    return stands && (!(row.kind() instanceof XmlKind.Plain plain) || plain.keeps(value));
  }

  /// The data of a signature in vectors, where they are whole.
  private static Optional<byte[]> vectors(ItlRecord record) {
    return record.data().filter(_ -> isVectors(record)).filter(XmlShapes::isVectors);
  }

  private static boolean isVectors(ItlRecord record) {
    return record.type() == 8 && record.value(4).orElse("").equals(VECTORS);
  }

  private static boolean isWhole(XmlKind kind) {
    return kind == XmlKind.Plain.DATA || kind == XmlKind.Plain.VECTORS || kind == XmlKind.Plain.CNT;
  }

  /// The FBI lays a Type-7 out like a Type-4: read as such, it shows its fields.
  private ItlRecord asTypeFour(ItlRecord record) {
    byte[] bytes = record.bytes();
    return ItlReader.typeFour(bytes).map(ItlRecord.class::cast).orElse(record);
  }

  private void write(XmlNode root, ItlRecord source, XmlPaths.Row row) {
    if (row.kind() == XmlKind.Plain.CNT) {
      content(root, row);
    } else if (row.kind() == XmlKind.Plain.VECTORS) {
      vectors(source).ifPresent(data -> XmlShapes.writeVectors(node(root, row, 0, 0), data));
    } else if (row.kind() == XmlKind.Plain.DATA) {
      source
          .data()
          .filter(_ -> !isVectors(source))
          .ifPresent(
              data -> node(root, row, 0, 0).append(Base64.getEncoder().encodeToString(data)));
    } else {
      List<List<String>> subfields = source.subfields(row.field());
      for (int s = 0; s < subfields.size(); s++) {
        List<String> items = subfields.get(s);
        int last = row.plus() < 0 ? row.item() : items.size();
        for (int i = row.item(), nth = 0; i <= last && i <= items.size(); i += row.stride()) {
          String text = items.get(i - 1).isEmpty() ? "" : row.kind().write(items.get(i - 1));
          if (!text.isEmpty()) {
            write(node(root, row, s, nth), row.kind(), text);
          }
          nth++;
        }
      }
    }
  }

  private static void write(XmlNode node, XmlKind kind, String text) {
    if (kind == XmlKind.Plain.POLYGON) {
      XmlShapes.writePolygon(node, text);
    } else {
      node.append(text);
    }
  }

  private static XmlNode node(XmlNode root, XmlPaths.Row row, int subfield, int nth) {
    XmlNode at = root;
    for (int i = 0; i < row.steps().size(); i++) {
      int index = i == row.star() ? subfield : i == row.plus() ? nth : 0;
      at = at.child(row.steps().get(i), index);
    }
    return at;
  }

  /// 1.003 CNT: the first record, how many follow, and each of them.
  private void content(XmlNode root, XmlPaths.Row row) {
    XmlNode summary = node(root, row, 0, 0);
    List<ItlRecord> carried =
        transaction.records().stream()
            .skip(1)
            .filter(record -> XmlPaths.TABLE.elements().containsKey(record.type()))
            .toList();
    summary.child("biom:ContentFirstRecordCategoryCode", 0).append("01");
    summary.child("biom:ContentRecordQuantity", 0).append(String.valueOf(carried.size()));
    IntStream.range(0, carried.size())
        .forEach(i -> {
          ItlRecord record = carried.get(i);
          XmlNode entry = summary.child("biom:ContentRecordSummary", i);
          entry
              .child("biom:ImageReferenceIdentification", 0)
              .child("nc:IdentificationID", 0)
              .append(String.format(Locale.ROOT, "%02d", record.idc()));
          entry.child(RCC, 0).append(String.format(Locale.ROOT, "%02d", record.type()));
        });
  }

  private static void print(StringBuilder out, XmlNode node, int depth) {
    out.repeat("  ", depth).append('<').append(node.name()).append('>');
    if (node.children().isEmpty()) {
      escape(out, node.text());
    } else {
      out.append('\n');
      node.children().forEach(child -> print(out, child, depth + 1));
      out.repeat("  ", depth);
    }
    out.append("</").append(node.name()).append(">\n");
  }

  /// XML 1.0 has no way to say control characters: a space stands for them.
  private static void escape(StringBuilder out, String text) {
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            default -> {
              boolean allowed =
                  c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF);
              out.appendCodePoint(allowed || c == '\t' || c == '\n' ? c : ' ');
            }
          }
        });
  }

  private void warn(ItlRecord record, String field, long offset, String expected, String found) {
    findings.add(
        new Finding(
            Severity.WARNING,
            FindingCode.FIELD_NOT_ALLOWED,
            record.name(),
            field,
            offset,
            expected,
            found + ", left out",
            CLAUSE));
  }
}
