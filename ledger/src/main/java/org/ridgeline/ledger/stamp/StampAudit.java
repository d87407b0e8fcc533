package org.ridgeline.ledger.stamp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ridgeline.ledger.AuditFinding;
import org.ridgeline.ledger.AuditFinding.Code;
import org.ridgeline.ledger.Checkpoint;
import org.ridgeline.vocabulary.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks every kept time stamp against the checkpoint it is of.
/// - **Shape** `trusted` who may sign; where it is empty, anybody whose signature holds
public record StampAudit(DataSource dataSource, Path ledger, Optional<TrustedSigners> trusted) {
  private static final Pattern NAME = Pattern.compile("([0-9]{1,9})-([0-9]{1,18})\\.tsr");

  /// What was kept, by the table and by the folder.
  public static final class Kept {
    private final StampFolder folder;
    private final List<StampRows.Row> rows;
    private final List<String> files;

    private Kept(StampFolder folder, List<StampRows.Row> rows, List<String> files) {
      this.folder = folder;
      this.rows = rows;
      this.files = files;
    }
  }

  /// What was found.
  /// - **Shape** `stamps` good ones; `upTo` last entry under the newest of them, 0 where there is
  ///   none; `at` its time
  public record Report(int stamps, long upTo, Optional<Instant> at, List<AuditFinding> findings) {}

  private record Good(long number, Instant at) {}

  /// What there is now; to be read before the checkpoints are, of which there may soon be more.
  public Kept kept() throws IOException {
    // A file is there before its row.
    List<StampRows.Row> rows = new StampRows(JdbcClient.create(dataSource)).all();
    StampFolder folder = StampFolder.in(ledger);
    return new Kept(folder, rows, folder.names());
  }

  /// Checks them.
  /// - **Shape** `known` checkpoints of database and files
  public Report check(Kept kept, Collection<Checkpoint> known) {
    Map<String, List<Checkpoint>> byName =
        known.stream().collect(Collectors.groupingBy(StampFolder::name));
    Map<String, List<StampRows.Row>> rowsByName =
        kept.rows.stream().collect(Collectors.groupingBy(StampRows.Row::name));
    List<AuditFinding> findings = new ArrayList<>();
    Optional<Good> newest = Optional.empty();
    int count = 0;
    for (String name : kept.files) {
      try {
        byte[] bytes = kept.folder.read(name);
        Good one = good(bytes, byName.getOrDefault(name, List.of()));
        unaltered(bytes, rowsByName.getOrDefault(name, List.of()));
        count++;
        if (newest.filter(n -> n.at().isAfter(one.at())).isEmpty()) {
          newest = Optional.of(one);
        }
      } catch (BadStamp e) {
        findings.add(
            new AuditFinding(number(name), e.code(), "time stamp " + name + ": " + e.what()));
      }
    }
    Set<String> files = new HashSet<>(kept.files);
    for (StampRows.Row row : kept.rows) {
      if (!files.contains(row.name())) {
        findings.add(
            new AuditFinding(
                row.number(),
                Code.STAMP_MISSING,
                "time stamp " + row.name() + " of " + row.stampedAt() + " is not there"));
      }
    }
    return new Report(
        count, newest.map(Good::number).orElse(0L), newest.map(Good::at), List.copyOf(findings));
  }

  private Good good(byte[] bytes, List<Checkpoint> named) throws BadStamp {
    Stamp stamp = Stamp.read(bytes);
    stamp.check(trusted);
    if (named.isEmpty()) {
      throw new BadStamp(
          Code.CHECKPOINT_MISSING, "the checkpoint it stamped at " + stamp.at() + " is gone");
    }
    Checkpoint of =
        named.stream()
            .filter(one -> one.digest().equals(stamp.of()))
            .findFirst()
            .orElse(named.getFirst());
    stamp.isOver(of);
    return new Good(of.number(), stamp.at());
  }

  private static void unaltered(byte[] bytes, List<StampRows.Row> rows) throws BadStamp {
    if (!rows.isEmpty() && rows.stream().noneMatch(r -> r.answer().equals(Sha256.hex(bytes)))) {
      throw new BadStamp(Code.STAMP_ALTERED, "it is not the answer that was kept");
    }
  }

  private static long number(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches() ? Long.parseLong(parts.group(2)) : 0;
  }
}
