package org.ridgeline.oversight.project;

import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.util.JsonGeneratorDelegate;

/// Writes a fact's body as it is, but for the texts of its own members that name something: others
/// stand for those. Bodies are objects of plain values and lists.
final class PseudonymWriter extends JsonGeneratorDelegate {
  /// What stands for a text.
  interface Names {
    /// Of a member; the text itself where it names nothing.
    UnaryOperator<String> of(String member);
  }

  private final Names names;
  private int depth;
  private String member = "";

  PseudonymWriter(JsonGenerator to, Names names) {
    super(to, false);
    this.names = names;
  }

  private String other(String text) {
    return depth == 1 ? names.of(member).apply(text) : text;
  }

  @Override
  public JsonGenerator writeStartObject() {
    depth++;
    return super.writeStartObject();
  }

  @Override
  public JsonGenerator writeStartObject(Object value) {
    depth++;
    return super.writeStartObject(value);
  }

  @Override
  public JsonGenerator writeStartObject(Object value, int size) {
    depth++;
    return super.writeStartObject(value, size);
  }

  @Override
  public JsonGenerator writeEndObject() {
    depth--;
    return super.writeEndObject();
  }

  @Override
  public JsonGenerator writeStartArray() {
    depth++;
    return super.writeStartArray();
  }

  @Override
  public JsonGenerator writeStartArray(Object value) {
    depth++;
    return super.writeStartArray(value);
  }

  @Override
  public JsonGenerator writeStartArray(Object value, int size) {
    depth++;
    return super.writeStartArray(value, size);
  }

  @Override
  public JsonGenerator writeEndArray() {
    depth--;
    return super.writeEndArray();
  }

  @Override
  public JsonGenerator writeName(String name) {
    member = name;
    return super.writeName(name);
  }

  @Override
  public JsonGenerator writeName(SerializableString name) {
    member = name.getValue();
    return super.writeName(name);
  }

  @Override
  public JsonGenerator writeString(String text) {
    return super.writeString(other(text));
  }

  @Override
  public JsonGenerator writeString(char[] text, int from, int count) {
    return super.writeString(other(new String(text, from, count)));
  }

  @Override
  public JsonGenerator writeString(SerializableString text) {
    return super.writeString(other(text.getValue()));
  }
}
