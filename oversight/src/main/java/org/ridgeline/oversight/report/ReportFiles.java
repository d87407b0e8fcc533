package org.ridgeline.oversight.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.vocabulary.Sha256;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The files of a report, all made from report.json alone.
public final class ReportFiles {
  /// The file that the others are made from.
  public static final String REPORT = "report.json";

  /// The file that lists the others with their hashes.
  public static final String MANIFEST = "manifest.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReportFiles() {}

  /// Every file by its name, the manifest among them.
  public static SortedMap<String, byte[]> of(Report report) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    SortedMap<String, String> charts = Charts.of(report);
    put(files, REPORT, ReportJson.write(report));
    put(files, "statistics.csv", ReportCsv.statistics(report));
    put(files, "rates.csv", ReportCsv.rates(report));
    put(files, "courses.csv", ReportCsv.courses(report));
    put(files, "jurisdictions.csv", ReportCsv.jurisdictions(report));
    put(files, "changes.csv", ReportCsv.changes(report));
    if (!report.answers().isEmpty()) {
      put(files, "answers.csv", ReportCsv.answers(report));
    }
    put(files, "definitions.json", definitions());
    put(files, "report.schema.json", schema());
    put(files, "index.html", Page.of(report, charts));
    charts.forEach((name, chart) -> put(files, name, chart));
    files.put("report.pdf", Pdf.of(report));
    put(files, MANIFEST, manifest(report, files));
    return Collections.unmodifiableSortedMap(files);
  }

  private static void put(SortedMap<String, byte[]> files, String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String definitions() {
    var list = JSON.createArrayNode();
    Definitions.all()
        .forEach(one ->
            list.addObject().put("id", one.id()).put("name", one.words()).put("text", one.text()));
    return list.toPrettyString() + "\n";
  }

  private static String schema() {
    try (var in = ReportFiles.class.getResourceAsStream("report.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("report.schema.json is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String manifest(Report report, SortedMap<String, byte[]> files) {
    ObjectNode node = JSON.createObjectNode();
    node.put("month", report.head().month().toString());
    node.put("version", report.head().version());
    ObjectNode hashes = node.putObject("sha256");
    files.forEach((name, bytes) -> hashes.put(name, Sha256.hex(bytes)));
    return node.toPrettyString() + "\n";
  }
}
