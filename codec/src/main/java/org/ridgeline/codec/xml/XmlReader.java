package org.ridgeline.codec.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.Findings;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.Limits;
import org.ridgeline.codec.itl.Place;
import org.ridgeline.codec.itl.RecordBytes;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Reads a transaction in the XML encoding, as the transaction it would be in the traditional one.
///
/// CNT and LEN are made from the records that are there. Document types and entities are not read:
/// nothing outside the file is ever asked for.
/// - **Limit** [#DEPTH_MAX] elements deep, [#ELEMENTS_MAX] elements, and those of [ItlReader]
/// - **Error** none: any input gives a [Decoded]; offsets are characters of the XML file
/// - **Source** ANSI/NIST-ITL 1-2011, Annex C
public final class XmlReader {
  /// Deepest nesting of elements; the deepest sample has 12.
  public static final int DEPTH_MAX = 64;

  /// Elements of one file: a thousand records of a thousand elements.
  public static final int ELEMENTS_MAX = 1_000_000;

  private static final String CLAUSE = "ANSI/NIST-ITL 1-2011 Annex C";
  private static final String PACKAGE = "itl:NISTBiometricInformationExchangePackage";
  private static final int HEAD_BYTES = 200;
  private static final Pattern ENCODING =
      Pattern.compile("(?:\u00EF\u00BB\u00BF)?<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)");
  private static final char RS = 0x1E;
  private static final char US = 0x1F;

  private final Findings findings = new Findings();
  private final Set<XmlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private XmlReader() {}

  /// Reads a whole file.
  public static Decoded read(byte[] bytes) {
    XmlReader reader = new XmlReader();
    try {
      if (!Limits.takes(bytes.length)) {
        throw new Refusal(
            "at most " + Limits.FILE_BYTES_MAX + " bytes", bytes.length + " bytes", 0);
      }
      byte[] traditional = reader.packageBytes(tree(bytes));
      Decoded decoded = ItlReader.read(traditional);
      decoded.findings().forEach(reader.findings::add);
      return switch (decoded) {
        case Decoded.Accepted accepted ->
            new Decoded.Accepted(accepted.transaction(), reader.findings.toList());
        case Decoded.Refused refused ->
            new Decoded.Refused(reader.findings.toList(), refused.header());
      };
    } catch (Refusal refusal) {
      FindingCode code = FindingCode.TAG_INVALID;
      reader.findings.add(
          new Place("", "", refusal.at).error(code, refusal.expected, refusal.found, CLAUSE));
      return new Decoded.Refused(reader.findings.toList(), Optional.empty());
    }
  }

  /// Why reading had to stop; never leaves this class.
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final String expected;
    private final String found;
    private final long at;

    Refusal(String expected, String found, long at) {
      super(expected);
      this.expected = expected;
      this.found = found;
      this.at = at;
    }
  }

  private static XmlNode tree(byte[] bytes) throws Refusal {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    try {
      XMLStreamReader in = stream(factory, bytes);
      List<XmlNode> open = new ArrayList<>();
      int elements = 0;
      while (in.hasNext()) {
        int event = in.next();
        long at = in.getLocation().getCharacterOffset();
        if (event == XMLStreamConstants.START_ELEMENT) {
          String namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
          XmlNode node = new XmlNode(XmlNamespaces.name(namespace, in.getLocalName()), at);
          if (open.size() == DEPTH_MAX || ++elements > ELEMENTS_MAX) {
            throw new Refusal(DEPTH_MAX + " deep, " + ELEMENTS_MAX + " elements", "more", at);
          }
          if (!open.isEmpty()) {
            open.getLast().add(node);
          }
          open.add(node);
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
          open.getLast().append(in.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          XmlNode done = open.removeLast();
          if (open.isEmpty()) {
            return done;
          }
        }
      }
      throw new Refusal("a root element", "none", 0);
    } catch (XMLStreamException e) {
      long at = e.getLocation() == null ? 0 : e.getLocation().getCharacterOffset();
      throw new Refusal("well-formed XML", String.valueOf(e.getMessage()), at);
    } catch (RuntimeException e) {
      // The parser's own faults: some errors in a document type make it look for a message it
      // lacks.
      throw new Refusal("well-formed XML", String.valueOf(e.getMessage()), 0);
    }
  }

  /// UTF-8 is decoded here: where it is broken, the parser's own decoder prints to System.err.
  private static XMLStreamReader stream(XMLInputFactory factory, byte[] bytes)
      throws XMLStreamException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), ISO_8859_1);
    Matcher declared = ENCODING.matcher(head);
    boolean other = declared.lookingAt() && !declared.group(1).equalsIgnoreCase("UTF-8");
    if (other || head.indexOf(0) >= 0) {
      return factory.createXMLStreamReader(in);
    }
    in.skip(head.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0);
    return factory.createXMLStreamReader(new InputStreamReader(in, UTF_8.newDecoder()));
  }

  private byte[] packageBytes(XmlNode root) throws Refusal {
    if (!root.name().equals(PACKAGE)) {
      throw new Refusal("<" + PACKAGE + ">", "<" + root.name() + ">", root.offset());
    }
    SortedMap<Integer, String> header = new TreeMap<>();
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    StringBuilder cnt = new StringBuilder();
    int count = 0;
    for (XmlNode element : root.children()) {
      Optional<Integer> type = type(element);
      if (type.isEmpty()) {
        odd(element, "records of the XML table");
        continue;
      }
      if (type.get() != 1 && ++count > Limits.RECORDS_MAX) {
        throw new Refusal("at most " + Limits.RECORDS_MAX + " records", "more", element.offset());
      }
      Record record = new Record(type.get());
      record.read(element);
      unread(element);
      if (record.type == 1) {
        header.putAll(record.fields);
      } else {
        cnt.append(RS).append(record.type).append(US).append(record.idc());
        rest.writeBytes(record.bytes(element));
      }
    }
    header.put(3, "1" + US + count + cnt);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(RecordBytes.tagged(1, header, Optional.empty()));
    out.writeBytes(rest.toByteArray());
    return out.toByteArray();
  }

  private static Optional<Integer> type(XmlNode element) {
    return XmlPaths.TABLE.elements().entrySet().stream()
        .filter(entry -> entry.getValue().equals(element.name()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// One record on its way from elements to fields.
  private final class Record {
    private final int type;
    private final SortedMap<Integer, String> fields = new TreeMap<>();
    private Optional<byte[]> data = Optional.empty();

    Record(int type) {
      this.type = type;
    }

    void read(XmlNode element) {
      boolean face = !element.children("itl:FaceImage").isEmpty();
      Map<Integer, XmlField> read = new TreeMap<>();
      for (XmlPaths.Row row : XmlPaths.TABLE.rows(type, face)) {
        if (row.kind() == XmlKind.Plain.DATA) {
          XmlField.leaves(element, row).forEach(leaf -> data = decode(leaf));
        } else if (row.kind() == XmlKind.Plain.VECTORS) {
          XmlField.leaves(element, row).forEach(this::vectors);
        } else if (row.kind() == XmlKind.Plain.CNT) {
          XmlField.leaves(element, row).forEach(leaf -> see(leaf));
        } else {
          read.computeIfAbsent(row.field(), _ -> new XmlField()).read(element, row, seen);
        }
      }
      read.forEach((field, value) -> {
        String text = value.text();
        if (!text.isEmpty()) {
          fields.put(field, text);
        }
      });
    }

    private void vectors(XmlNode representation) {
      data = XmlShapes.readVectors(representation, seen);
      if (data.isEmpty()) {
        FindingCode code = FindingCode.IMAGE_UNREADABLE;
        Place place = new Place("", type + ".008", representation.offset());
        findings.add(place.error(code, "vectors of two bytes, two and one", "others", CLAUSE));
      }
    }

    private Optional<byte[]> decode(XmlNode leaf) {
      seen.add(leaf);
      try {
        return Optional.of(Base64.getMimeDecoder().decode(leaf.text()));
      } catch (IllegalArgumentException e) {
        String found = String.valueOf(e.getMessage());
        FindingCode code = FindingCode.IMAGE_UNREADABLE;
        Place place = new Place("", type + ".999", leaf.offset());
        findings.add(place.error(code, "base64", found, CLAUSE));
        return Optional.empty();
      }
    }

    String idc() {
      String idc = fields.getOrDefault(2, "00");
      return idc.length() == 1 ? "0" + idc : idc;
    }

    byte[] bytes(XmlNode element) throws Refusal {
      try {
        byte[] binary = data.orElse(new byte[0]);
        return switch (type) {
          case 4, 7 -> RecordBytes.binary(fields, binary);
          case 8 -> RecordBytes.signature(fields, binary);
          default -> RecordBytes.tagged(type, fields, data);
        };
      } catch (IllegalArgumentException e) {
        throw new Refusal(
            "values that fit a Type-" + type, String.valueOf(e.getMessage()), element.offset());
      }
    }
  }

  private void see(XmlNode node) {
    seen.add(node);
    node.children().forEach(this::see);
  }

  /// Every element with text that no row took.
  private void unread(XmlNode node) {
    for (XmlNode child : node.children()) {
      boolean leaf = child.children().isEmpty();
      boolean category = child.name().equals("biom:RecordCategoryCode");
      if (leaf && !child.text().isEmpty() && !seen.contains(child) && !category) {
        odd(child, "elements of the XML table");
      } else if (!leaf) {
        unread(child);
      }
    }
  }

  private void odd(XmlNode element, String expected) {
    String found = "<" + element.name() + ">, left out";
    FindingCode code = FindingCode.FIELD_NOT_ALLOWED;
    Place place = new Place("", "", element.offset());
    findings.add(place.finding(Severity.WARNING, code, expected, found, CLAUSE));
  }
}
