package org.ridgeline.oversight.disparity;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.estimate.change.ArrestMix;
import org.ridgeline.estimate.share.ShareDifference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A study's files.
final class DisparityFiles {
  static final String JSON = "disparity.json";
  static final String CSV = "disparity.csv";
  static final String PAGE = "index.html";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private DisparityFiles() {}

  /// All of them, by name.
  static SortedMap<String, byte[]> of(Analysis analysis) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(JSON, bytes(MAPPER.writeValueAsString(json(analysis)) + "\n"));
    files.put(CSV, bytes(csv(analysis)));
    files.put(PAGE, bytes(DisparityPage.of(analysis)));
    return files;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> json(Analysis analysis) {
    Analysis.Head head = analysis.head();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", "ridgeline-disparity 1");
    all.put("for", Words.FOR);
    all.put("outlier", Words.OUTLIER);
    all.put("from", head.ask().from().toString());
    all.put("to", head.ask().to().toString());
    all.put("by", head.ask().by().name());
    all.put("made_at", head.madeAt().toString());
    all.put("key", head.keyId());
    all.put("bookings", head.bookings());
    all.put("unopened", head.unopened());
    all.put("purged", head.forgotten());
    all.put("cannot_be_concluded", Words.caveats());
    all.put("cannot_be_concluded_around_activation", Words.changeCaveats());
    all.put("notes", analysis.notes());
    all.put("questions", analysis.families().stream().map(DisparityFiles::question).toList());
    all.put("units", analysis.findings().stream().map(one -> Rows.of(analysis, one)).toList());
    all.put("around_activation", analysis.changes().stream().map(DisparityFiles::change).toList());
    return all;
  }

  private static Map<String, Object> question(Family family) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("group", family.group().toString());
    one.put("step", family.step().name());
    one.put("against", family.against());
    one.put("share_of", family.shareOf());
    one.put("units", family.found().units().size());
    one.put("outliers", family.found().outliers().size());
    one.put("q", family.found().question().q());
    one.put("spread_rule", family.found().dispersion().rule().name());
    one.put("phi", family.found().dispersion().phi());
    one.put("tau_squared", family.found().dispersion().tauSquared());
    one.put("prior_mean", family.found().between().mean());
    one.put("prior_precision", family.found().between().precision());
    return one;
  }

  private static Map<String, Object> change(Analysis.Change change) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("field", change.field().name());
    one.put("groups", change.mix().classes().stream().map(DisparityFiles::group).toList());
    return one;
  }

  private static Map<String, Object> group(ArrestMix.ClassChange group) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("group", group.chargeClass());
    group
        .pooled()
        .ifPresent(pooled -> {
          one.put("difference", pooled.mantelHaenszel().difference());
          one.put("low", pooled.mantelHaenszel().bounds().low());
          one.put("high", pooled.mantelHaenszel().bounds().high());
          one.put("p", pooled.p());
          one.put("i_squared", pooled.spread().iSquared());
        });
    List<Map<String, Object>> units = new ArrayList<>();
    group.units().forEach(unit -> units.add(unit(unit)));
    one.put("units", units);
    return one;
  }

  private static Map<String, Object> unit(ArrestMix.UnitChange unit) {
    ShareDifference both = unit.afterLessBefore();
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("unit", unit.unit());
    one.put("activated", unit.activated().toString());
    one.put("before_count", both.other().count());
    one.put("before_of", both.other().of());
    one.put("after_count", both.one().count());
    one.put("after_of", both.one().of());
    one.put("low", both.bounds().low());
    one.put("high", both.bounds().high());
    return one;
  }

  /// Every line says whom it is for, since a table is soon alone.
  private static String csv(Analysis analysis) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      boolean first = true;
      for (Analysis.Finding finding : analysis.findings()) {
        Map<String, Object> row = Rows.of(analysis, finding);
        if (first) {
          csv.writeRecord(withWords("for", row.keySet()));
          first = false;
        }
        csv.writeRecord(
            withWords(
                "oversight only; no cause, no intent, no finding about anybody", row.values()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /// A name that begins like a formula is none to a spreadsheet with an apostrophe before it.
  private static List<String> withWords(String words, Iterable<?> values) {
    List<String> all = new ArrayList<>();
    for (Object value : values) {
      String text = String.valueOf(value);
      boolean formula = value instanceof String && text.matches("(?s)[=+@\\t\\r-].*");
      all.add(formula ? "'" + text : text);
    }
    all.add(words);
    return all;
  }
}
