package org.ridgeline.oversight.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.ridgeline.oversight.report.Report.Change;
import org.ridgeline.oversight.report.Report.Course;
import org.ridgeline.oversight.report.Report.Head;
import org.ridgeline.oversight.report.Report.Listing;
import org.ridgeline.oversight.report.Report.Published;
import org.ridgeline.oversight.track.Band;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A report as JSON: all that its other files are made of. One row a line.
/// - **Source** report.schema.json beside this class says the form
public final class ReportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReportJson() {}

  /// A report's text.
  public static String write(Report report) {
    StringBuilder text = new StringBuilder(1024);
    Head head = report.head();
    ObjectNode top = JSON.createObjectNode();
    top.put("format", "ridgeline-report/1");
    top.put("month", head.month().toString());
    top.put("version", head.version());
    top.put("made_at", head.madeAt().toString());
    top.put("k", head.k());
    top.put("facts_not_read", head.unread());
    var unsealed = top.putArray("not_sealed");
    head.unsealed().forEach(unsealed::add);
    head.why().ifPresent(why -> top.put("why", why));
    String begun = top.toString();
    text.append(begun, 0, begun.length() - 1);
    list(text, "rows", report.rows(), ReportJson::row);
    list(text, "jurisdictions", report.listings(), ReportJson::listing);
    list(text, "courses", report.courses(), ReportJson::course);
    list(text, "changes", report.changes(), ReportJson::change);
    // Reports made before times were told have none, and stay as they are byte for byte.
    if (!report.answers().isEmpty()) {
      list(text, "answers", report.answers(), ReportJson::answer);
    }
    return text.append("\n}\n").toString();
  }

  private static <T> void list(
      StringBuilder text, String name, List<T> all, Function<T, ObjectNode> object) {
    text.append(",\n\"").append(name).append("\": [");
    String separator = "\n";
    for (T one : all) {
      text.append(separator).append(object.apply(one));
      separator = ",\n";
    }
    text.append(']');
  }

  private static ObjectNode row(Published row) {
    ObjectNode node = key(row.key());
    count(node, "month", row.month());
    count(node, "cumulative", row.cumulative());
    return node;
  }

  private static ObjectNode key(Key key) {
    ObjectNode node = area(key.area());
    node.put("line", key.line().key());
    node.put("definition", key.line().definition());
    node.put("split", key.row().by().key());
    node.put("value", key.row().value());
    return node;
  }

  private static ObjectNode area(Area area) {
    ObjectNode node = JSON.createObjectNode();
    node.put("area_kind", area.kind().words());
    node.put("area", area.code());
    node.put("state", area.state());
    return node;
  }

  private static void count(ObjectNode node, String name, Optional<Long> count) {
    count.ifPresentOrElse(n -> node.put(name, n), () -> node.putNull(name));
  }

  private static ObjectNode listing(Listing one) {
    ObjectNode node = JSON.createObjectNode();
    node.put("fips", one.fips());
    node.put("name", one.name());
    node.put("state", one.state());
    day(node, "active_from", one.from());
    day(node, "active_to", one.to());
    return node;
  }

  private static void day(ObjectNode node, String name, Optional<LocalDate> day) {
    day.ifPresentOrElse(d -> node.put(name, d.toString()), () -> node.putNull(name));
  }

  private static ObjectNode course(Course course) {
    ObjectNode node = area(course.area());
    node.put("line", course.line().key());
    node.put("month", course.month().toString());
    count(node, "count", course.count());
    return node;
  }

  private static ObjectNode change(Change change) {
    ObjectNode node = key(change.key());
    node.put("column", change.column());
    count(node, "before", change.before());
    count(node, "now", change.now());
    return node;
  }

  private static ObjectNode answer(AnswerTime time) {
    ObjectNode node = JSON.createObjectNode();
    node.put("answer", time.answer().key());
    node.put("definition", time.answer().definition());
    node.put("within", time.within().key());
    count(node, "month", time.month().map(Integer::longValue));
    count(node, "cumulative", time.cumulative().map(Integer::longValue));
    return node;
  }

  private static AnswerTime answerOf(JsonNode node) {
    return new AnswerTime(
        AnswerTime.Answer.ofKey(text(node, "answer")),
        Band.ofKey(text(node, "within")),
        countOf(node, "month").map(Math::toIntExact),
        countOf(node, "cumulative").map(Math::toIntExact));
  }

  /// The report of a text.
  /// - **Error** another form: IllegalArgumentException that says what was expected
  public static Report read(String text) {
    JsonNode top;
    try {
      top = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("report.json is no JSON: " + e.getOriginalMessage(), e);
    }
    if (!top.path("format").asString("").equals("ridgeline-report/1")) {
      throw new IllegalArgumentException(
          "report.json format=" + top.path("format") + " expected=ridgeline-report/1");
    }
    Optional<String> why =
        top.has("why") ? Optional.of(top.get("why").asString()) : Optional.empty();
    Head head =
        new Head(
            YearMonth.parse(text(top, "month")),
            top.path("version").asInt(),
            Instant.parse(text(top, "made_at")),
            top.path("k").asInt(),
            top.path("facts_not_read").asLong(),
            all(top, "not_sealed", JsonNode::asString),
            why);
    return new Report(
        head,
        all(
            top,
            "rows",
            node ->
                new Published(keyOf(node), countOf(node, "month"), countOf(node, "cumulative"))),
        all(top, "jurisdictions", ReportJson::listingOf),
        all(
            top,
            "courses",
            node ->
                new Course(
                    areaOf(node),
                    Line.ofKey(text(node, "line")),
                    YearMonth.parse(text(node, "month")),
                    countOf(node, "count"))),
        all(
            top,
            "changes",
            node ->
                new Change(
                    keyOf(node),
                    text(node, "column"),
                    countOf(node, "before"),
                    countOf(node, "now"))),
        top.has("answers") ? all(top, "answers", ReportJson::answerOf) : List.of());
  }

  private static <T> List<T> all(JsonNode top, String name, Function<JsonNode, T> one) {
    if (!(top.path(name) instanceof ArrayNode array)) {
      throw new IllegalArgumentException("report.json " + name + " expected=a list");
    }
    return StreamSupport.stream(array.spliterator(), false).map(one).toList();
  }

  private static String text(JsonNode node, String name) {
    JsonNode found = node.path(name);
    if (!found.isString()) {
      throw new IllegalArgumentException("report.json " + name + "=" + found + " expected=text");
    }
    return found.asString();
  }

  private static Key keyOf(JsonNode node) {
    Row row = new Row(Row.By.ofKey(text(node, "split")), text(node, "value"));
    return new Key(areaOf(node), Line.ofKey(text(node, "line")), row);
  }

  private static Area areaOf(JsonNode node) {
    return new Area(
        Area.Kind.ofWords(text(node, "area_kind")), text(node, "area"), text(node, "state"));
  }

  private static Optional<Long> countOf(JsonNode node, String name) {
    JsonNode found = node.path(name);
    return found.isIntegralNumber() ? Optional.of(found.asLong()) : Optional.empty();
  }

  private static Listing listingOf(JsonNode node) {
    return new Listing(
        text(node, "fips"),
        text(node, "name"),
        text(node, "state"),
        dayOf(node, "active_from"),
        dayOf(node, "active_to"));
  }

  private static Optional<LocalDate> dayOf(JsonNode node, String name) {
    JsonNode found = node.path(name);
    return found.isString() ? Optional.of(LocalDate.parse(found.asString())) : Optional.empty();
  }
}
