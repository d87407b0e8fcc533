package org.ridgeline.casework.history;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.desk.Purgeable;
import org.ridgeline.ledger.Tally;
import org.ridgeline.policy.Evidence;
import org.ridgeline.policy.Factor;
import org.ridgeline.policy.Factors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of other factors. A gang claim that nobody has reviewed is kept and is no factor yet.
public final class FactorStore implements Purgeable {
  private final JdbcClient jdbc;

  public FactorStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Takes out the entries of a case.
  @Override
  public Tally purge(UUID caseId) {
    return Tally.of(
        "factors",
        jdbc.sql("delete from priority_factor where case_id = ?").param(caseId).update());
  }

  /// What kind a row is.
  public enum Kind {
    DRUNK_DRIVING("drunk driving, convicted"),
    FUGITIVE("fugitive from a final order"),
    REPEAT_VIOLATION("repeated immigration violation"),
    GANG_CLAIM("gang claim");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// As pages say it.
    public String words() {
      return words;
    }
  }

  /// A factor as it is kept.
  /// - **Shape** `reviewedBy` and what follows for gang claims only
  public record Row(
      long id,
      Kind kind,
      Evidence evidence,
      Optional<String> reviewedBy,
      Optional<LocalDate> reviewedOn,
      String contestPath,
      Optional<Instant> contestedAt) {
    /// The factor; empty for a claim nobody has reviewed.
    public Optional<Factor> factor() {
      return switch (kind) {
        case DRUNK_DRIVING -> Optional.of(new Factor.DrunkDriving(evidence, true));
        case FUGITIVE -> Optional.of(new Factor.Fugitive(evidence));
        case REPEAT_VIOLATION -> Optional.of(new Factor.RepeatViolation(evidence));
        case GANG_CLAIM ->
            reviewedBy.map(by ->
                new Factor.GangClaim(
                    evidence, by, reviewedOn.orElseThrow(), contestPath, contestedAt.isPresent()));
      };
    }
  }

  /// Rows of a case, first made first.
  public List<Row> rows(UUID caseId) {
    return jdbc.sql("select * from priority_factor where case_id = ? order by factor_id")
        .param(caseId)
        .query(FactorStore::row)
        .list();
  }

  /// The factors of a case.
  public Factors factors(UUID caseId) {
    return new Factors(rows(caseId).stream().flatMap(r -> r.factor().stream()).toList());
  }

  /// Adds a factor that nobody has reviewed.
  public void add(UUID caseId, Kind kind, Evidence evidence, String contestPath) {
    jdbc.sql(
            """
            insert into priority_factor (case_id, kind, source, by_name, recorded_on, expires_on,
              contest_path)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            caseId,
            kind.name(),
            evidence.source(),
            evidence.recordedBy(),
            Date.valueOf(evidence.recordedOn()),
            Date.valueOf(evidence.expiresOn()),
            contestPath)
        .update();
  }

  /// Notes the review of a gang claim.
  public void review(long id, String by, LocalDate on) {
    jdbc.sql("update priority_factor set reviewed_by = ?, reviewed_on = ? where factor_id = ?")
        .params(by, Date.valueOf(on), id)
        .update();
  }

  /// Notes that somebody objects to a gang claim; it no longer counts.
  public void contest(long id, Instant at) {
    jdbc.sql("update priority_factor set contested_at = ? where factor_id = ?")
        .params(Timestamp.from(at), id)
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("factor_id"),
        Kind.valueOf(row.getString("kind")),
        new Evidence(
            row.getString("source"),
            row.getString("by_name"),
            row.getDate("recorded_on").toLocalDate(),
            row.getDate("expires_on").toLocalDate()),
        Optional.ofNullable(row.getString("reviewed_by")),
        Optional.ofNullable(row.getDate("reviewed_on")).map(Date::toLocalDate),
        row.getString("contest_path"),
        Optional.ofNullable(row.getTimestamp("contested_at")).map(Timestamp::toInstant));
  }
}
