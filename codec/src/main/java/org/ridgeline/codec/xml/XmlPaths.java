package org.ridgeline.codec.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The table of `xml.paths`: where each field stands.
final class XmlPaths {
  private static final String TYPE_TWO =
      "itl:UserDefinedDescriptiveDetail/ebts:DomainDefinedDescriptiveFields";

  /// One row. `star` and `plus` are indexes into `steps`, -1 for none; `stride` is how many items
  /// the element at `plus` holds.
  record Row(
      int field, int item, List<String> steps, int star, int plus, int stride, XmlKind kind) {
    Row {
      steps = List.copyOf(steps);
    }

    Row withStride(int items) {
      return new Row(field, item, steps, star, plus, items, kind);
    }
  }

  static final XmlPaths TABLE = load();

  private final Map<Integer, String> elements = new TreeMap<>();
  private final Map<Integer, List<Row>> rows = new HashMap<>();

  private XmlPaths() {}

  /// The record types that have rows, with their elements.
  Map<Integer, String> elements() {
    return elements;
  }

  /// The rows of a record. A Type-10 is one of two elements, by its kind of image.
  List<Row> rows(int type, boolean face) {
    String other = face ? "biom:PhysicalFeatureImage" : "itl:FaceImage";
    return rows.getOrDefault(type, List.of()).stream()
        .filter(row -> type != 10 || !row.steps().getFirst().equals(other))
        .toList();
  }

  private static XmlPaths load() {
    XmlPaths paths = new XmlPaths();
    try (InputStream in = XmlPaths.class.getResourceAsStream("xml.paths")) {
      if (in == null) {
        throw new IllegalStateException("no xml.paths");
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        paths.line(line.strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    paths.rows.replaceAll((_, list) -> strided(list));
    return paths;
  }

  private void line(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    String[] words = line.split("\\s+");
    if (words[0].equals("record")) {
      elements.put(Integer.parseInt(words[1]), words[2]);
      return;
    }
    String[] tag = words[0].split("\\.");
    List<String> steps = new ArrayList<>();
    int star = -1;
    int plus = -1;
    for (String step : words[1].replaceFirst("^@", TYPE_TWO).split("/")) {
      star = step.endsWith("*") ? steps.size() : star;
      plus = step.endsWith("+") ? steps.size() : plus;
      steps.add(step.replaceAll("[*+]$", ""));
    }
    int field = Integer.parseInt(tag[1]);
    int item = Integer.parseInt(tag[2]);
    Row row = new Row(field, item, steps, star, plus, 1, XmlKind.parse(words[2]));
    rows.computeIfAbsent(Integer.parseInt(tag[0]), _ -> new ArrayList<>()).add(row);
  }

  /// Rows of one field below one repeating element take its items in turn.
  private static List<Row> strided(List<Row> rows) {
    return rows.stream()
        .map(row -> {
          if (row.plus() < 0) {
            return row;
          }
          List<String> upTo = row.steps().subList(0, row.plus() + 1);
          long items =
              rows.stream()
                  .filter(other -> other.field() == row.field() && other.plus() == row.plus())
                  .filter(other -> other.steps().subList(0, row.plus() + 1).equals(upTo))
                  .count();
          return row.withStride((int) items);
        })
        .toList();
  }
}
