package org.ridgeline.codec.xml;

import java.util.ArrayList;
import java.util.List;

/// An element: its name with the prefix of [XmlNamespaces], its text, its children in order.
final class XmlNode {
  private final String name;
  private final long offset;
  private final StringBuilder text = new StringBuilder();
  private final List<XmlNode> children = new ArrayList<>();

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
    return child;
  }

  List<XmlNode> children(String childName) {
    return children.stream().filter(child -> child.name().equals(childName)).toList();
  }

  /// The child of a name at an index among those of its name; made where it is missing.
  XmlNode child(String childName, int index) {
    List<XmlNode> same = children(childName);
    for (int i = same.size(); i <= index; i++) {
      add(new XmlNode(childName, -1));
    }
    return index < same.size() ? same.get(index) : children(childName).get(index);
  }
}
