package org.ridgeline.codec.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An element: its name with the prefix of [XmlNamespaces], its text, its children in order.
final class XmlNode {
  private final String name;
  private final long offset;
  private final StringBuilder text = new StringBuilder();
  private final List<XmlNode> children = new ArrayList<>(0);

  /// The children by name: a thousand of one name are found as fast as one.
  private final Map<String, List<XmlNode>> byName = new HashMap<>(2);

  XmlNode(String name, long offset) {
    this.name = name;
    this.offset = offset;
  }

  String name() {
    return name;
  }

  long offset() {
    return offset;
  }

  String text() {
    return text.toString().strip();
  }

  void append(String more) {
    text.append(more);
  }

  List<XmlNode> children() {
    return children;
  }

  XmlNode add(XmlNode child) {
    children.add(child);
    byName.computeIfAbsent(child.name(), _ -> new ArrayList<>(1)).add(child);
    return child;
  }

  List<XmlNode> children(String childName) {
    return byName.getOrDefault(childName, List.of());
  }

  /// The child of a name at an index among those of its name; made where it is missing.
  XmlNode child(String childName, int index) {
    while (children(childName).size() <= index) {
      add(new XmlNode(childName, -1));
    }
    return children(childName).get(index);
  }
}
