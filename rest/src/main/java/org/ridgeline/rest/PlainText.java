package org.ridgeline.rest;

import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// What a text from outside may hold and when a moment from outside may lie, whichever door it
/// comes by: what the database can keep and people can read.
public final class PlainText {
  /// Years that anything here can have to do with.
  public static final int YEAR_MIN = 1800;

  /// Years that anything here can have to do with.
  public static final int YEAR_MAX = 2199;

  private PlainText() {}

  /// Whether it has no control characters but tabs and line ends, and no half of a character.
  public static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c ->
            Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r'
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /// Whether a day or moment lies in [#YEAR_MIN]..[#YEAR_MAX].
  public static boolean isInReach(TemporalAccessor moment) {
    int year = moment.get(ChronoField.YEAR);
    return year >= YEAR_MIN && year <= YEAR_MAX;
  }

  /// The same for texts in JSON: a body with another text cannot be read, 400.
  @Component
  static final class OfJson extends SimpleModule {
    OfJson() {
      super("plain text");
      addDeserializer(String.class, new Checked());
    }
  }

  private static final class Checked extends StringDeserializer {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      String text = super.deserialize(parser, context);
      return text == null || isPlain(text)
          ? text
          : (String) context.handleWeirdStringValue(String.class, "", "has control characters");
    }
  }
}
