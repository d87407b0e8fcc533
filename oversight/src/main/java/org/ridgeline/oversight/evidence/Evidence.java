package org.ridgeline.oversight.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.outbox.EventSource;
import org.ridgeline.oversight.project.Pseudonyms;
import org.ridgeline.oversight.project.Seal;
import org.ridgeline.oversight.report.ReportDesk;
import org.ridgeline.oversight.report.ReportStore;

/// Writes what an auditor needs: a report's files, every fact it was made of, and by which entry of
/// the ledger both are bound.
public final class Evidence {
  private final ReportStore reports;
  private final LedgerReader ledger;
  private final Map<String, EventSource> sources;
  private final Pseudonyms pseudonyms;

  /// - **Shape** `sources` of facts by the name of their stream
  public Evidence(
      ReportStore reports,
      LedgerReader ledger,
      Map<String, EventSource> sources,
      Pseudonyms pseudonyms) {
    this.reports = reports;
    this.ledger = ledger;
    this.sources = Map.copyOf(sources);
    this.pseudonyms = pseudonyms;
  }

  /// Writes a report's files into a folder, which is made where it is not there.
  public void files(ReportStore.Issue issue, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : reports.files(issue).entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /// Writes the facts of a report beside its files.
  /// - **Error** facts that are not those it was made of: IllegalStateException
  public void events(ReportStore.Issue issue, Path folder) throws IOException {
    SortedMap<String, String> said = detail(entry(issue));
    for (Map.Entry<String, EventSource> source : new TreeMap<>(sources).entrySet()) {
      String stream = source.getKey();
      long place = Long.parseLong(said.getOrDefault(stream + "-place", "0"));
      Path file = EventFile.in(folder, stream);
      Seal seal = EventFile.write(file, source.getValue(), place, pseudonyms);
      String expected = said.getOrDefault(stream + "-seal", Seal.empty().toString());
      if (!seal.toString().equals(expected)) {
        throw new IllegalStateException(
            "facts of "
                + stream
                + " up to "
                + place
                + " are not those that the report of "
                + issue.month()
                + " was made of: seal="
                + seal
                + " expected="
                + expected);
      }
    }
  }

  /// The entry of the ledger that says that an issue was published.
  /// - **Error** none: IllegalStateException
  public ChainedEntry entry(ReportStore.Issue issue) {
    YearMonth month = issue.month();
    return ledger.about(List.of(ReportDesk.subject(month))).stream()
        .filter(one -> issue.manifest().equals(detail(one).get("manifest")))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the ledger has no entry of the report of " + month));
  }

  private static SortedMap<String, String> detail(ChainedEntry entry) {
    return new TreeMap<>(entry.entry().detail());
  }
}
