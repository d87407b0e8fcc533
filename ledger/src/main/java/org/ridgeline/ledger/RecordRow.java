package org.ridgeline.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.vocabulary.Sha256;

/// A row as it is in its table, and its digests: the only place where they are made.
/// - **Shape** `digest` of the columns that last; `content` of each one that a purge may blank, in
///   their order; SHA-256 in hex; `blank` for each of these whether nothing is in it any more
/// - **Source** docs/ledger-format.md, "The digest of a row"
record RecordRow(
    String id, String owner, String digest, List<String> content, List<Boolean> blank) {
  RecordRow {
    content = List.copyOf(content);
    blank = List.copyOf(blank);
  }

  /// Key of an entry's detail under which the digest of lasting columns stands.
  static final String DIGEST = "digest";

  /// Key of an entry's detail under which the digests of the content stand, with a space between.
  static final String CONTENT = "content";

  /// Key of an entry's detail under which the owner stands, a space in the place of the colon: a
  /// digest is not an entry about its owner.
  static final String OWNER = "of";

  private static final byte[] TAG = "RIDGELINE-RECORD-1".getBytes(StandardCharsets.US_ASCII);
  private static final int FIRST_COLUMN = 3;

  /// What a purge leaves in a column: nothing, or a sign that there was something.
  private static final Set<String> BLANK = Set.of("", "-", "[]", "{}", Sha256.hex(new byte[0]));

  private static final byte[] NO_ELEMENTS = new byte[4];

  /// The row that a result set of [RecordKind#select] stands at.
  static RecordRow of(RecordKind kind, ResultSet row) throws SQLException {
    String id = row.getString(1);
    int content = FIRST_COLUMN + kind.lasting().size();
    List<String> digests = new ArrayList<>();
    List<Boolean> blank = new ArrayList<>();
    for (int i = content; i < content + kind.content().size(); i++) {
      Optional<byte[]> value = value(row, i);
      digests.add(digest(kind.name() + "/content", id, names(row, i, i + 1), List.of(value)));
      blank.add(isBlank(value));
    }
    return new RecordRow(
        id,
        row.getString(2),
        digest(kind.name(), id, names(row, FIRST_COLUMN, content), values(row, kind)),
        digests,
        blank);
  }

  private static List<Optional<byte[]>> values(ResultSet row, RecordKind kind) throws SQLException {
    List<Optional<byte[]>> values = new ArrayList<>();
    for (int i = FIRST_COLUMN; i < FIRST_COLUMN + kind.lasting().size(); i++) {
      values.add(value(row, i));
    }
    return values;
  }

  private static List<String> names(ResultSet row, int from, int to) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = from; i < to; i++) {
      names.add(row.getMetaData().getColumnLabel(i));
    }
    return names;
  }

  private static boolean isBlank(Optional<byte[]> value) {
    return value.map(v -> BLANK.contains(new String(v, StandardCharsets.UTF_8))).orElse(true)
        || Arrays.equals(value.get(), NO_ELEMENTS);
  }

  /// SHA-256 in hex of tag, name, id and columns.
  static String digest(
      String name, String id, List<String> columns, List<Optional<byte[]>> values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(TAG);
      sized(out, name.getBytes(StandardCharsets.UTF_8));
      sized(out, id.getBytes(StandardCharsets.UTF_8));
      out.writeInt(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        sized(out, columns.get(i).getBytes(StandardCharsets.UTF_8));
        out.writeByte(values.get(i).isPresent() ? 1 : 0);
        if (values.get(i).isPresent()) {
          sized(out, values.get(i).get());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return Sha256.hex(bytes.toByteArray());
  }

  /// A column's bytes, whatever session settings the database was asked under.
  private static Optional<byte[]> value(ResultSet row, int column) throws SQLException {
    ResultSetMetaData about = row.getMetaData();
    if (row.getObject(column) == null) {
      return Optional.empty();
    }
    String type = about.getColumnTypeName(column);
    return Optional.of(
        switch (type) {
          case "timestamptz" -> utf8(String.valueOf(micros(row.getTimestamp(column))));
          case "date" -> utf8(row.getObject(column, LocalDate.class).toString());
          case "bool" -> utf8(String.valueOf(row.getBoolean(column)));
          case "bytea" -> utf8(HexFormat.of().formatHex(row.getBytes(column)));
          default -> type.startsWith("_") ? array(row.getArray(column)) : utf8(text(row, column));
        });
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static long micros(Timestamp at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant());
  }

  /// How many there are, then each as a text.
  private static byte[] array(Array array) throws SQLException {
    Object[] all = (Object[]) array.getArray();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(all.length);
      for (Object one : all) {
        sized(out, utf8(String.valueOf(one)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void sized(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
