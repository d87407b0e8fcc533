package org.ridgeline.codec.xml;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.itl.Limits;

/// Shapes that are one value in the traditional encoding and elements in XML.
///
/// A polygon is `x,y-x,y-x,y`; its numbers are taken as they are written. A signature's vector has
/// five bytes: x and y of two, pressure of one.
/// - **Source** vectors ANSI/NIST-ITL 1-2011 B.2.4; polygons as in fields 9.300 and 9.302 of NIST's
///   files; elements as in the schemas `xml.paths` names
final class XmlShapes {
  private static final String VERTEX = "biom:ImageSegmentVertex";
  private static final String X = "biom:ImageLocationHorizontalCoordinateMeasure";
  private static final String Y = "biom:ImageLocationVerticalCoordinateMeasure";
  private static final String VECTOR = "biom:SignatureImageVector";
  private static final List<String> VECTOR_PARTS =
      List.of(
          "biom:VectorPenPressureValue",
          "biom:VectorPositionVerticalCoordinateValue",
          "biom:VectorPositionHorizontalCoordinateValue");
  private static final int VECTOR_BYTES = 5;

  private XmlShapes() {}

  static boolean isPolygon(String value) {
    for (String vertex : value.split("-", -1)) {
      String[] xy = vertex.split(",", -1);
      if (xy.length != 2 || !isNumber(xy[0]) || !isNumber(xy[1])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= Limits.TAG_DIGITS_MAX
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static void writePolygon(XmlNode polygon, String value) {
    for (String vertex : value.split("-")) {
      int comma = vertex.indexOf(',');
      XmlNode node = polygon.add(new XmlNode(VERTEX, -1));
      node.child(X, 0).append(vertex.substring(0, comma));
      node.child(Y, 0).append(vertex.substring(comma + 1));
    }
  }

  static String readPolygon(XmlNode polygon, Set<XmlNode> seen) {
    List<String> vertices = new ArrayList<>();
    for (XmlNode vertex : polygon.children(VERTEX)) {
      vertices.add(text(vertex, X, seen) + "," + text(vertex, Y, seen));
    }
    return String.join("-", vertices);
  }

  /// Whether data are vectors and nothing else.
  static boolean isVectors(byte[] data) {
    return data.length % VECTOR_BYTES == 0;
  }

  static void writeVectors(XmlNode representation, byte[] data) {
    ByteBuffer in = ByteBuffer.wrap(data);
    while (in.hasRemaining()) {
      int x = Short.toUnsignedInt(in.getShort());
      int y = Short.toUnsignedInt(in.getShort());
      int pressure = Byte.toUnsignedInt(in.get());
      XmlNode vector = representation.add(new XmlNode(VECTOR, -1));
      List<Integer> values = List.of(pressure, y, x);
      for (int i = 0; i < values.size(); i++) {
        vector.child(VECTOR_PARTS.get(i), 0).append(values.get(i).toString());
      }
    }
  }

  /// The vectors as data; empty where a number is missing or does not fit its bytes.
  static Optional<byte[]> readVectors(XmlNode representation, Set<XmlNode> seen) {
    List<XmlNode> vectors = representation.children(VECTOR);
    ByteBuffer out = ByteBuffer.allocate(VECTOR_BYTES * vectors.size());
    for (XmlNode vector : vectors) {
      int[] values = new int[VECTOR_PARTS.size()];
      for (int i = 0; i < values.length; i++) {
        String text = text(vector, VECTOR_PARTS.get(i), seen);
        values[i] = isNumber(text) ? Integer.parseInt(text) : -1;
        if (values[i] < 0 || values[i] > (i == 0 ? 0xFF : 0xFFFF)) {
          return Optional.empty();
        }
      }
      out.putShort((short) values[2]).putShort((short) values[1]).put((byte) values[0]);
    }
    return Optional.of(out.array());
  }

  private static String text(XmlNode parent, String name, Set<XmlNode> seen) {
    List<XmlNode> leaves = parent.children(name);
    if (leaves.isEmpty()) {
      return "";
    }
    seen.add(leaves.getFirst());
    return leaves.getFirst().text();
  }
}
