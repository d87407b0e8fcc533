package org.ridgeline.app.system;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/// Makes the requests that try a door: what its own page would send, with one place or all of them
/// put to another use.
/// - **Shape** `known`: a value that leads far, by door and name; empty where any will do
final class DoorRequests {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String JSON = "Content-Type: application/json";
  private static final String BOUNDARY = "----fuzz";

  private final BiFunction<Door, String, Optional<String>> known;

  DoorRequests(BiFunction<Door, String, Optional<String>> known) {
    this.known = known;
  }

  /// What the door's own page would send.
  RawHttp.Sent usual(Door door, DoorVisitor visitor) {
    return request(door, visitor, values(door));
  }

  /// One value in one place after another, then in all at once.
  List<RawHttp.Sent> each(Door door, DoorVisitor visitor, String value) {
    List<RawHttp.Sent> all = new ArrayList<>();
    for (Door.Slot slot : door.slots()) {
      Map<String, String> values = values(door);
      values.put(slot.name(), value);
      all.add(request(door, visitor, values));
    }
    all.add(everywhere(door, visitor, value));
    return all;
  }

  /// One value in every place.
  RawHttp.Sent everywhere(Door door, DoorVisitor visitor, String value) {
    Map<String, String> values = values(door);
    values.replaceAll((_, _) -> value);
    values.put("nobody-asked", value);
    return request(door, visitor, values);
  }

  /// Bodies that are none: nothing, one field twice, broken parts, another type, too much.
  List<RawHttp.Sent> broken(Door door, DoorVisitor visitor) {
    List<RawHttp.Sent> all = new ArrayList<>();
    String target = target(door, values(door));
    String csrf = "_csrf=" + URLEncoder.encode(visitor.csrf(), StandardCharsets.UTF_8);
    for (String body :
        List.of("", "&&==&", "%", "%zz=%", "a=" + "x".repeat(1_100_000), "a=b&".repeat(20_000))) {
      all.add(post(target, visitor, FORM, csrf + "&" + body));
    }
    String twice = csrf;
    for (Door.Slot slot : door.slots()) {
      twice += "&" + slot.name() + "=1&" + slot.name() + "=2&" + slot.name() + "%5B0%5D.x=3";
    }
    all.add(post(target, visitor, FORM, twice));
    String parts = "Content-Type: multipart/form-data; boundary=" + BOUNDARY;
    for (String body :
        List.of(
            "",
            "--" + BOUNDARY,
            "--" + BOUNDARY + "\r\nContent-Disposition: form-data\r\n\r\n",
            "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"\u0000\"\r\n\r\nx",
            "--" + BOUNDARY + "\r\n" + "X: y\r\n".repeat(2000) + "\r\nx\r\n--" + BOUNDARY + "--",
            ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n")
                .repeat(200))) {
      all.add(post(target, visitor, parts, body));
    }
    all.add(post(target, visitor, JSON, "{\"a\":1}"));
    for (String body : Hostile.JSON) {
      all.add(post(target, visitor, JSON, body));
    }
    door.body()
        .ifPresent(type -> {
          for (String value : Hostile.JSON_VALUES) {
            int leaves = Json.leaves(type);
            for (int leaf = 0; leaf < leaves; leaf++) {
              all.add(post(target, visitor, JSON, new Json(leaf, value).of(type)));
            }
          }
        });
    return all;
  }

  private static RawHttp.Sent post(String target, DoorVisitor visitor, String type, String body) {
    return new RawHttp.Sent(
            "POST",
            target,
            List.of(type, "X-CSRF-TOKEN: " + visitor.csrf()),
            body.getBytes(StandardCharsets.ISO_8859_1))
        .with(visitor.headers());
  }

  private RawHttp.Sent request(Door door, DoorVisitor visitor, Map<String, String> values) {
    String target = target(door, values);
    String fields = fields(door, values);
    if (!door.method().equals("POST")) {
      return new RawHttp.Sent(
              door.method(),
              fields.isEmpty() ? target : target + "?" + fields,
              List.of(),
              new byte[0])
          .with(visitor.headers());
    }
    if (door.body().isPresent()) {
      return post(target, visitor, JSON, new Json(-1, "").of(door.body().get()));
    }
    if (door.hasFile()) {
      return post(
          target,
          visitor,
          "Content-Type: multipart/form-data; boundary=" + BOUNDARY,
          parts(door, values));
    }
    String csrf = "_csrf=" + URLEncoder.encode(visitor.csrf(), StandardCharsets.UTF_8);
    return post(target, visitor, FORM, csrf + "&" + fields);
  }

  private static String fields(Door door, Map<String, String> values) {
    List<String> fields = new ArrayList<>();
    values.forEach((name, value) -> {
      if (door.slots().stream()
          .noneMatch(s -> s.name().equals(name) && s.kind() == Door.Kind.PATH)) {
        fields.add(name + "=" + value);
      }
    });
    return String.join("&", fields);
  }

  private static String parts(Door door, Map<String, String> values) {
    StringBuilder body = new StringBuilder();
    for (Door.Slot slot : door.slots()) {
      String value = unquoted(values.getOrDefault(slot.name(), ""));
      body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"");
      body.append(slot.name()).append('"');
      if (slot.kind() == Door.Kind.FILE) {
        body.append("; filename=\"").append(value).append("\"\r\nContent-Type: ").append(value);
      }
      body.append("\r\n\r\n").append(value).append("\r\n");
    }
    return body.append("--").append(BOUNDARY).append("--\r\n").toString();
  }

  /// The bytes that percent signs stand for, each as a character.
  private static String unquoted(String value) {
    return value.contains("%25")
        ? value
        : java.net.URLDecoder.decode(value, StandardCharsets.ISO_8859_1);
  }

  private static String target(Door door, Map<String, String> values) {
    String target = door.pattern();
    for (Door.Slot slot : door.slots()) {
      if (slot.kind() == Door.Kind.PATH) {
        target =
            target.replaceAll(
                "\\{" + slot.name() + "(:[^}]*)?\\}",
                java.util.regex.Matcher.quoteReplacement(values.getOrDefault(slot.name(), "")));
      }
    }
    return target;
  }

  private Map<String, String> values(Door door) {
    Map<String, String> values = new HashMap<>();
    for (Door.Slot slot : door.slots()) {
      values.put(slot.name(), known.apply(door, slot.name()).orElseGet(() -> usual(slot.type())));
    }
    // The tick without which nothing is done for good; no handler asks for it by itself.
    values.putIfAbsent("confirmed", "true");
    return values;
  }

  private static String usual(Class<?> type) {
    if (type.isEnum()) {
      return ((Enum<?>) type.getEnumConstants()[0]).name();
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true";
    }
    if (type == LocalDate.class) {
      return "2026-01-02";
    }
    if (type == LocalDateTime.class) {
      return "2026-01-02T03:04";
    }
    if (type == UUID.class) {
      return new UUID(7, 7).toString();
    }
    return type == String.class ? "some%20text" : "1";
  }

  /// JSON of a record, one of its leaves put to another use.
  private static final class Json {
    private final int leaf;
    private final String value;
    private int seen;

    Json(int leaf, String value) {
      this.leaf = leaf;
      this.value = value;
    }

    static int leaves(Class<?> type) {
      Json counted = new Json(-1, "");
      counted.of(type);
      return counted.seen;
    }

    String of(Type type) {
      if (type instanceof ParameterizedType some) {
        String inner = of(some.getActualTypeArguments()[0]);
        boolean isMany = Collection.class.isAssignableFrom((Class<?>) some.getRawType());
        return isMany ? "[" + inner + "]" : inner;
      }
      Class<?> plain = (Class<?>) type;
      int number = seen++;
      if (number == leaf) {
        return value;
      }
      if (!plain.isRecord()) {
        return leafOf(plain);
      }
      List<String> parts = new ArrayList<>();
      for (RecordComponent part : plain.getRecordComponents()) {
        parts.add("\"" + part.getName() + "\":" + of(part.getGenericType()));
      }
      return "{" + String.join(",", parts) + "}";
    }

    private static String leafOf(Class<?> type) {
      return type == String.class || type.isEnum() ? "\"" + usual(type) + "\"" : usual(type);
    }
  }
}
