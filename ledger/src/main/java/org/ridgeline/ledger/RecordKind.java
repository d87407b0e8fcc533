package org.ridgeline.ledger;

import java.util.List;
import java.util.regex.Pattern;

/// A kind of row whose digest stands in the ledger: which table, what names a row, which columns
/// are digested. The package that owns the table holds the one such rule for it; by it the row is
/// recorded when it is written, and looked at again by every audit.
/// - **Shape** `name` like `casework.determination`, room first, kept for good: a kind that digests
///   other columns has another name; `from` table or join, `key` its column that names a row;
///   `owner` SQL of the subject whose purge may take it out, like `case:UUID`; `where` SQL of the
///   rows that are meant; `lasting` columns that no purge takes out, `content` those it may blank;
///   columns as in SQL, `EXPRESSION as NAME` where they are none; `fate` what becomes of rows once
///   they are written
public record RecordKind(
    String name,
    String from,
    String key,
    String owner,
    String where,
    List<String> lasting,
    List<String> content,
    Fate fate) {
  private static final Pattern NAME = Pattern.compile("[a-z]+(\\.[a-z-]+)+");

  /// What becomes of rows: what a purge leaves of them, and which record of one counts.
  public enum Fate {
    /// A purge blanks their content; every later record says the same as the first.
    STAYS,
    /// The last record of one counts.
    CHANGES,
    /// A purge deletes them.
    GOES
  }

  public RecordKind {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name=" + name + " expected words with dots");
    }
    lasting = List.copyOf(lasting);
    content = List.copyOf(content);
  }

  /// All rows of a table, named by one column, nothing digested yet.
  public static RecordKind of(String name, String from, String key) {
    return new RecordKind(name, from, key, "''", "true", List.of(), List.of(), Fate.STAYS);
  }

  /// With the subject whose purge may take rows out: a kind, and SQL of its id.
  public RecordKind ownedBy(Subject.Kind kind, String id) {
    String sql = "'" + kind.key() + ":' || " + id;
    return new RecordKind(name, from, key, sql, where, lasting, content, fate);
  }

  /// With columns that stay what they are for good.
  public RecordKind lasting(String... columns) {
    return new RecordKind(name, from, key, owner, where, List.of(columns), content, fate);
  }

  /// With columns that a purge may blank.
  public RecordKind content(String... columns) {
    return new RecordKind(name, from, key, owner, where, lasting, List.of(columns), fate);
  }

  /// Only the rows of a condition.
  public RecordKind where(String condition) {
    return new RecordKind(name, from, key, owner, condition, lasting, content, fate);
  }

  /// Rows that may be recorded anew with other values.
  public RecordKind changing() {
    return new RecordKind(name, from, key, owner, where, lasting, content, Fate.CHANGES);
  }

  /// Rows that a purge deletes.
  public RecordKind going() {
    return new RecordKind(name, from, key, owner, where, lasting, content, Fate.GOES);
  }

  boolean changes() {
    return fate == Fate.CHANGES;
  }

  boolean goes() {
    return fate == Fate.GOES;
  }

  /// How the ledger calls a row.
  public Subject subject(String id) {
    return Subject.Kind.RECORD.of(name + "/" + id);
  }

  /// The room whose database holds the rows.
  public String room() {
    return name.substring(0, name.indexOf('.'));
  }

  /// Reads rows for [RecordRow#of].
  String select(String condition) {
    StringBuilder sql =
        new StringBuilder("select (" + key + ")::text, coalesce(" + owner + ", '')");
    lasting.forEach(column -> sql.append(", ").append(column));
    content.forEach(column -> sql.append(", ").append(column));
    sql.append(" from ").append(from).append(" where (").append(where).append(")");
    return sql.append(condition).toString();
  }
}
