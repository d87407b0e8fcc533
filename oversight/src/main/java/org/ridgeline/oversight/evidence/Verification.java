package org.ridgeline.oversight.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ridgeline.ledger.CanonicalForm;
import org.ridgeline.oversight.project.TallyStore;
import org.ridgeline.oversight.report.Listings;
import org.ridgeline.oversight.report.Report;
import org.ridgeline.oversight.report.ReportCheck;
import org.ridgeline.oversight.report.ReportDesk;
import org.ridgeline.oversight.report.ReportFiles;
import org.ridgeline.oversight.report.ReportJson;
import org.ridgeline.oversight.report.ReportMaker;
import org.ridgeline.oversight.track.Fact;
import org.ridgeline.oversight.track.Fold;
import org.ridgeline.oversight.track.JurisdictionTrack;
import org.ridgeline.oversight.track.Subject;
import org.ridgeline.vocabulary.Sha256;

/// Makes a report again from the facts beside it, with nothing but the files.
public final class Verification {
  private final Path folder;
  private final List<String> findings = new ArrayList<>();

  private Verification(Path folder) {
    this.folder = folder;
  }

  /// What was found.
  /// - **Shape** `findings` what does not hold, none where all does; `facts` that were read,
  ///   `numbers` of the report that were counted again
  public record Result(
      YearMonth month, int version, long facts, long numbers, List<String> findings) {
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /// Verifies a folder.
  /// - **Shape** `entry`: what a proven entry of the ledger says, empty where no proof is at hand
  /// - **Error** a file that is missing or of another form: IllegalArgumentException, IOException
  public static Result of(Path folder, Optional<CanonicalForm.Said> entry) throws IOException {
    return new Verification(folder).verify(entry);
  }

  private Result verify(Optional<CanonicalForm.Said> entry) throws IOException {
    String text =
        new String(Files.readAllBytes(folder.resolve(ReportFiles.REPORT)), StandardCharsets.UTF_8);
    Report report = ReportJson.read(text);
    SortedMap<String, byte[]> made = ReportFiles.of(report);
    files(made);
    Facts facts = new Facts();
    Map<String, String> seals = new TreeMap<>();
    for (Path file : eventFiles()) {
      String name = file.getFileName().toString().replaceAll("^events-|\\.jsonl\\.gz$", "");
      seals.put(name, EventFile.read(file, facts::take).toString());
    }
    String manifest = Sha256.hex(made.get(ReportFiles.MANIFEST));
    entry.map(Verification::detail).ifPresent(said -> sealed(said, seals));
    entry.ifPresent(said -> bound(report, manifest, said));
    findings.addAll(ReportCheck.of(report, facts.source(report.head())));
    long numbers =
        report.rows().stream()
            .mapToLong(row -> (row.month().isPresent() ? 1 : 0) + row.cumulative().stream().count())
            .sum();
    return new Result(
        report.head().month(), report.head().version(), facts.count, numbers, findings);
  }

  private List<Path> eventFiles() throws IOException {
    try (var files = Files.list(folder)) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().startsWith("events-"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            folder + " has no events-….jsonl.gz: the facts that the report was made of");
      }
      return found;
    }
  }

  /// Every file is what report.json makes of it.
  private void files(SortedMap<String, byte[]> made) throws IOException {
    for (Map.Entry<String, byte[]> file : made.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.exists(path)) {
        findings.add(file.getKey() + " is missing");
      } else if (!Arrays.equals(Files.readAllBytes(path), file.getValue())) {
        findings.add(file.getKey() + " is not what report.json makes of it");
      }
    }
  }

  private static Map<String, String> detail(CanonicalForm.Said entry) {
    Map<String, String> said = new HashMap<>();
    List<String> detail = entry.fields().detail();
    for (int i = 0; i + 1 < detail.size(); i += 2) {
      said.put(detail.get(i), detail.get(i + 1));
    }
    return said;
  }

  /// The report is the one that the ledger's entry speaks of.
  private void bound(Report report, String manifest, CanonicalForm.Said entry) {
    String subject = ReportDesk.subject(report.head().month()).text();
    if (!entry.fields().texts().contains(subject)) {
      findings.add("the ledger's entry is about something else than " + subject);
    }
    String published = String.valueOf(detail(entry).get("manifest"));
    if (!manifest.equals(published)) {
      findings.add(
          "the report is not the one that was published: manifest="
              + manifest
              + " ledger="
              + published);
    }
  }

  /// The facts are those that it speaks of.
  private void sealed(Map<String, String> said, Map<String, String> seals) {
    TreeSet<String> streams = new TreeSet<>(seals.keySet());
    said.keySet().stream()
        .filter(key -> key.endsWith("-seal"))
        .map(key -> key.substring(0, key.length() - "-seal".length()))
        .forEach(streams::add);
    for (String stream : streams) {
      String sealed = said.get(stream + "-seal");
      if (!String.valueOf(seals.get(stream)).equals(sealed)) {
        findings.add(
            "the facts of "
                + stream
                + " are not those that were sealed: seal="
                + seals.get(stream)
                + " ledger="
                + sealed);
      }
    }
  }

  /// Facts and what they add up to.
  private static final class Facts {
    private final Fold fold = new Fold();
    private long count;

    void take(List<Fact> facts) {
      count += facts.size();
      fold.take(facts, Map.of());
    }

    ReportMaker.Source source(Report.Head head) {
      List<TallyStore.Row> rows =
          fold.changes().entrySet().stream()
              .map(one -> new TallyStore.Row(one.getKey(), one.getValue()))
              .sorted()
              .toList();
      SortedMap<String, JurisdictionTrack> register = new TreeMap<>();
      fold.kept()
          .forEach((subject, track) -> {
            if (subject instanceof Subject.Jurisdiction(var fips)
                && track instanceof JurisdictionTrack one) {
              register.put(fips, one);
            }
          });
      return new ReportMaker.Source(rows, Listings.of(register), head.unread(), head.unsealed());
    }
  }
}
