package org.ridgeline.codec.xml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One field as it is put together from the elements of its rows.
final class XmlField {
  private static final char RS = 0x1E;
  private static final char US = 0x1F;

  /// The element that stands for a subfield, and the subfield's index.
  private final Map<XmlNode, Integer> subfields = new IdentityHashMap<>();

  private final List<Map<Integer, String>> values = new ArrayList<>();

  /// Takes what one row finds below an element, and marks it as seen.
  void read(XmlNode element, XmlPaths.Row row, Set<XmlNode> seen) {
    walk(element, row, 0, new Place(element, 0), seen);
  }

  /// Where a walk is: the element that repeats per subfield, and how many items came before.
  private record Place(XmlNode subfield, int nth) {}

  private void walk(XmlNode at, XmlPaths.Row row, int step, Place place, Set<XmlNode> seen) {
    if (step == row.steps().size()) {
      seen.add(at);
      boolean polygon = row.kind() == XmlKind.Plain.POLYGON;
      put(row, place, polygon ? XmlShapes.readPolygon(at, seen) : inOneLine(at.text()));
      return;
    }
    List<XmlNode> next = at.children(row.steps().get(step));
    for (int i = 0; i < next.size(); i++) {
      XmlNode subfield = step == row.star() ? next.get(i) : place.subfield();
      int nth = step == row.plus() ? i : place.nth();
      walk(next.get(i), row, step + 1, new Place(subfield, nth), seen);
    }
  }

  /// Lines are broken for their reader, and indented; in the value a blank stands there.
  private static String inOneLine(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /// The separators of the traditional encoding cannot come in: XML has no control characters.
  private void put(XmlPaths.Row row, Place place, String text) {
    Integer index =
        subfields.computeIfAbsent(
            place.subfield(),
            _ -> {
              values.add(new TreeMap<>());
              return values.size() - 1;
            });
    int item = row.item() + place.nth() * row.stride();
    String soFar = values.get(index).getOrDefault(item, "");
    values.get(index).put(item, row.kind().read(soFar, text));
  }

  /// The field's value with its separators.
  String text() {
    List<String> joined = new ArrayList<>();
    for (Map<Integer, String> items : values) {
      StringBuilder subfield = new StringBuilder();
      int last = items.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
      for (int item = 1; item <= last; item++) {
        subfield.append(item == 1 ? "" : US).append(items.getOrDefault(item, ""));
      }
      joined.add(subfield.toString());
    }
    return String.join(String.valueOf(RS), joined);
  }

  /// The elements a row leads to.
  static List<XmlNode> leaves(XmlNode element, XmlPaths.Row row) {
    List<XmlNode> at = List.of(element);
    for (String step : row.steps()) {
      at = at.stream().flatMap(node -> node.children(step).stream()).toList();
    }
    return at;
  }
}
