package org.ridgeline.exchange.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ridgeline.repository.ExportRows;
import org.ridgeline.repository.ExportedEncounter;
import org.ridgeline.vocabulary.Sha256;

/// The lists of an export as they are written: a row of the manifest an encounter, its history, its
/// digest; and the folder tidied behind it, so that what the lists do not name is not there.
///
/// Encounters come in the order of persons, and so of folders.
final class Closing implements AutoCloseable {
  static final String MANIFEST = "manifest.csv";
  static final String HISTORY = "history.jsonl";
  static final String MERGED = "merged.csv";
  static final String SUMS = "SHA256SUMS";

  private static final UUID NOBODY = new UUID(0, 0);

  private final ExportFolder folder;
  private final ExportFiles files;
  private final CsvWriter manifest;
  private final CsvWriter merged;
  private final Writer history;
  private final Writer sums;
  private final List<Writer> begun = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> here = new HashSet<>();
  private String prefix = "";
  private UUID person = NOBODY;

  Closing(ExportFolder folder, ExportFiles files) throws IOException {
    this.folder = folder;
    this.files = files;
    manifest = csv(MANIFEST);
    merged = csv(MERGED);
    history = writer(HISTORY);
    sums = writer(SUMS);
    manifest.writeRecord(
        "person_id",
        "encounter_id",
        "path",
        "made_of",
        "sha256",
        "bytes",
        "sealed",
        "source",
        "occurred_on",
        "enrolled_at",
        "new_person",
        "names",
        "identifiers");
    merged.writeRecord("person_id", "merged_into");
  }

  private Writer writer(String name) throws IOException {
    Writer made =
        new BufferedWriter(new OutputStreamWriter(folder.begin(name), StandardCharsets.UTF_8));
    begun.add(made);
    return made;
  }

  private CsvWriter csv(String name) throws IOException {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer(name));
  }

  /// A line of history.
  record HistoryJson(
      UUID personId, UUID encounterId, String kind, String occurredOn, String description) {
    static HistoryJson of(ExportRows.Line line) {
      return new HistoryJson(
          line.personId(),
          line.encounterId(),
          line.record().kind(),
          line.record().occurredOn().map(LocalDate::toString).orElse(""),
          line.record().description());
    }
  }

  /// Writes the next encounter's row; its file where a run before, or this one, did not: the person
  /// became another, or was unsealed.
  void add(ExportedEncounter one) throws IOException {
    if (!ExportFolder.prefix(one.personId()).equals(prefix)) {
      tidy();
      prefix = ExportFolder.prefix(one.personId());
    }
    if (!one.personId().equals(person)) {
      person = one.personId();
      count("persons", 1);
    }
    String path = ExportFiles.path(one);
    boolean isThere =
        one.file().isPresent() ? folder.has(path, one.file().get().bytes()) : folder.has(path);
    isThere = isThere || files.ensure(one);
    String of = isThere ? of(one) : "nothing";
    String sha256 = isThere ? digest(one, path, of) : "";
    long bytes = isThere ? folder.bytes(path) : 0;
    if (isThere) {
      here.add(path);
      sums.write(sha256 + "  " + path + "\n");
    }
    count(of, 1);
    count("encounters", 1);
    count("sealed", one.isSealed() ? 1 : 0);
    count("bytes", bytes);
    manifest.writeRecord(
        one.personId().toString(),
        one.encounterId().toString(),
        isThere ? path : "",
        of,
        sha256,
        String.valueOf(bytes),
        String.valueOf(one.isSealed()),
        one.enrolled().source(),
        one.enrolled().occurredOn().map(LocalDate::toString).orElse(""),
        one.enrolled().at().toString(),
        String.valueOf(one.enrolled().isNewPerson()),
        several(one.names()),
        several(one.identifiers()));
  }

  private String of(ExportedEncounter one) {
    if (one.file().isEmpty()) {
      return "templates";
    }
    return files.isDamaged(one.encounterId()) ? "damaged" : "original";
  }

  /// Of a file as it came, the digest that was compared when it was written.
  private String digest(ExportedEncounter one, String path, String of) throws IOException {
    return of.equals("original") ? one.file().orElseThrow().sha256() : folder.sha256(path);
  }

  /// Several values in one cell, with a bar between; bars and backslashes in them after a
  /// backslash.
  static String several(List<String> values) {
    return values.stream()
        .map(value -> value.replace("\\", "\\\\").replace("|", "\\|"))
        .collect(Collectors.joining("|"));
  }

  void add(ExportRows.Line line) throws IOException {
    history.write(ExportFolder.JSON.writeValueAsString(HistoryJson.of(line)) + "\n");
  }

  /// Of persons that became others'.
  void add(Map<UUID, UUID> becameOthers) {
    becameOthers.forEach((from, into) -> merged.writeRecord(from.toString(), into.toString()));
  }

  private void count(String what, long more) {
    counts.merge(what, more, Long::sum);
  }

  private long count(String what) {
    return counts.getOrDefault(what, 0L);
  }

  Exported.Counts counts() {
    return new Exported.Counts(
        count("persons"),
        count("encounters"),
        count("sealed"),
        count("original") + count("damaged"),
        count("damaged"),
        count("templates"),
        count("nothing"),
        count("bytes"));
  }

  private void tidy() throws IOException {
    if (!prefix.isEmpty()) {
      folder.keepOnly(prefix, here);
      seen.add(prefix);
      here.clear();
    }
  }

  /// Ends the lists but the digests', and takes out of the folder what they do not name; gives the
  /// SHA-256 of the manifest.
  String end() throws IOException {
    tidy();
    for (String other : folder.prefixes()) {
      if (!seen.contains(other)) {
        folder.keepOnly(other, Set.of());
      }
    }
    manifest.close();
    merged.close();
    history.close();
    return folder.begun(MANIFEST);
  }

  /// Writes the digests of the lists themselves, and ends them.
  void sums(List<String> lists) throws IOException {
    for (String name : lists) {
      sums.write(folder.begun(name) + "  " + name + "\n");
    }
    sums.write(folder.sha256(ExportFolder.MARK) + "  " + ExportFolder.MARK + "\n");
    // An empty file, which reading would unlock.
    sums.write(Sha256.hex(new byte[0]) + "  " + ExportFolder.LOCK + "\n");
    sums.close();
  }

  @Override
  public void close() throws IOException {
    for (Writer one : begun) {
      one.close();
    }
  }
}
