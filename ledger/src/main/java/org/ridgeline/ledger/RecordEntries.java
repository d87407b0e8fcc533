package org.ridgeline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the ledger holds of rows: the SQL of record entries.
final class RecordEntries {
  /// The subject of entries about all kinds.
  static final Subject ALL = Subject.Kind.RECORD.of("all");

  /// Key of an entry's detail under which names of kinds stand, with a space between.
  static final String KINDS = "kinds";

  /// What takes content out. Another action that sounds like one excuses nothing.
  private static final List<Action.Known> PURGES =
      List.of(
          Action.Known.SUBMISSION_PURGE,
          Action.Known.CASE_PURGE,
          Action.Known.KNOWN_PURGE,
          Action.Known.REDRESS_PURGE);

  private static final String SELECT =
      """
      select e.subject, l.number, e.room, e.detail
      from ledger.entry e join ledger.link l using (entry_id)
      where e.action in ('record.keep', 'record.find')
      """;

  private final JdbcClient jdbc;

  RecordEntries(DataSource ledger) {
    jdbc = JdbcClient.create(ledger);
  }

  /// An entry that holds a row's digests.
  record Held(
      String subject, long number, String room, String digest, String content, String owner) {
    boolean says(RecordRow row) {
      return digest.equals(row.digest());
    }

    boolean saysContentOf(RecordRow row) {
      return contents().equals(row.content());
    }

    /// Whether every column of the content is as it was, or blank.
    boolean saysWhatIsLeftOf(RecordRow row) {
      List<String> contents = contents();
      boolean isLeft = contents.size() == row.content().size();
      for (int i = 0; isLeft && i < contents.size(); i++) {
        isLeft = row.blank().get(i) || contents.get(i).equals(row.content().get(i));
      }
      return isLeft;
    }

    private List<String> contents() {
      return content.isEmpty() ? List.of() : List.of(content.split(" "));
    }

    boolean saysSameAs(Held other) {
      return digest.equals(other.digest) && content.equals(other.content);
    }
  }

  /// Names of the kinds that the ledger was begun to hold.
  Set<String> begun() {
    Set<String> begun = new HashSet<>();
    jdbc.sql("select detail from ledger.entry where action = 'record.begin' and subject = ?")
        .param(ALL.text())
        .query((row, _) -> pairs(row).getOrDefault(KINDS, ""))
        .list()
        .forEach(kinds -> begun.addAll(List.of(kinds.split(" "))));
    return begun;
  }

  /// What is held of one row, in the chain's order.
  List<Held> of(Subject subject) {
    return jdbc.sql(SELECT + " and e.subject collate \"C\" = ? order by l.number")
        .param(subject.text())
        .query((row, _) -> held(row))
        .list();
  }

  /// Whether a purge by the room that holds the row, after an entry, names its owner.
  boolean isPurged(Held held) {
    return jdbc.sql(
            """
            select exists (
              select 1 from ledger.entry e join ledger.link l using (entry_id)
              where (e.subject = :owner or ledger.refs(e.detail) && array[:owner]::text[])
                and e.action in (:purges) and e.room = :room and l.number > :after)
            """)
        .param("owner", held.owner())
        .param("purges", PURGES.stream().map(Action.Known::key).toList())
        .param("room", held.room())
        .param("after", held.number())
        .query(Boolean.class)
        .single();
  }

  /// What is held of a kind's rows, by subject in the order of its bytes, then in the chain's.
  static PreparedStatement all(Connection ledger, RecordKind kind) throws SQLException {
    PreparedStatement sql =
        ledger.prepareStatement(
            SELECT
                + " and e.subject collate \"C\" >= ? and e.subject collate \"C\" < ?"
                + " order by e.subject collate \"C\", l.number");
    String prefix = kind.subject("").text();
    sql.setString(1, prefix);
    // The character after the slash.
    sql.setString(2, prefix.substring(0, prefix.length() - 1) + "0");
    return sql;
  }

  static Held held(ResultSet row) throws SQLException {
    Map<String, String> detail = pairs(row);
    return new Held(
        row.getString("subject"),
        row.getLong("number"),
        row.getString("room"),
        detail.getOrDefault(RecordRow.DIGEST, ""),
        detail.getOrDefault(RecordRow.CONTENT, ""),
        Optional.ofNullable(detail.get(RecordRow.OWNER)).orElse("").replaceFirst(" ", ":"));
  }

  /// What the row's own room reads back of it, with neither number nor room; empty for nothing.
  static Optional<Held> kept(String subject, ResultSet row) throws SQLException {
    if (row.getArray("detail") == null) {
      return Optional.empty();
    }
    Map<String, String> detail = pairs(row);
    return Optional.of(
        new Held(
            subject,
            0,
            "",
            detail.getOrDefault(RecordRow.DIGEST, ""),
            detail.getOrDefault(RecordRow.CONTENT, ""),
            ""));
  }

  private static Map<String, String> pairs(ResultSet row) throws SQLException {
    List<String> pairs = Arrays.asList((String[]) row.getArray("detail").getArray());
    Map<String, String> detail = new HashMap<>();
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      detail.put(pairs.get(i), pairs.get(i + 1));
    }
    return detail;
  }
}
