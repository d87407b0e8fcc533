package org.ridgeline.outbox;

import org.ridgeline.vocabulary.event.Event;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// Facts as JSON: one object, a member per component in the record's order, nothing else.
///
/// Ids and dates are text (ISO 8601), what is absent is null. The form of a version never changes:
/// golden files hold it.
public final class EventCodec {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private EventCodec() {}

  /// A fact's body.
  public static String write(Event event) {
    return JSON.writeValueAsString(event);
  }

  /// The same as a value of a larger text.
  public static void write(Event event, JsonGenerator to) {
    JSON.writeValue(to, event);
  }

  /// The fact of a body.
  /// - **Error** a kind or version that this program does not know: IllegalArgumentException; a
  ///   body of another form: Jackson's JacksonException
  public static Event read(String kind, int version, String body) {
    return JSON.readValue(body, Event.Kind.of(kind, version).type());
  }
}
