package org.ridgeline.exchange.jurisdiction;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Fips;

/// The register as a file: CSV in UTF-8, a row for each period, and one for who has none.
/// - **Source** RFC 4180
public final class JurisdictionFile {
  /// The first line.
  public static final List<String> HEAD =
      List.of("fips", "name", "state", "active_from", "active_to", "basis");

  /// A row that cannot be read in: where, what stands there, what was expected.
  /// - **Shape** `line` of the file from 1
  public record BadRow(long line, String field, String found, String expected) {
    private static final int FOUND_CHARS_MAX = 60;

    public BadRow {
      found =
          found
              .codePoints()
              .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
              .limit(FOUND_CHARS_MAX)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
    }

    @Override
    public String toString() {
      return "line " + line + ", " + field + ": \"" + found + "\", expected " + expected;
    }
  }

  /// A row with its line.
  record At(long line, JurisdictionRow row) {}

  /// What was read.
  record Contents(List<At> rows, List<BadRow> bad) {}

  private static final int YEAR_MIN = 1900;
  private static final int YEAR_MAX = 2199;

  private final List<At> rows = new ArrayList<>();
  private final List<BadRow> bad = new ArrayList<>();
  private long line = 1;

  private JurisdictionFile() {}

  /// Reads a file; bad rows are beside, all of them.
  static Contents read(byte[] bytes) {
    JurisdictionFile file = new JurisdictionFile();
    if (bytes.length > Limits.JURISDICTION_FILE_BYTES_MAX) {
      throw new IllegalArgumentException(
          "bytes=" + bytes.length + " limit=0.." + Limits.JURISDICTION_FILE_BYTES_MAX);
    }
    file.readAll(bytes);
    return new Contents(List.copyOf(file.rows), List.copyOf(file.bad));
  }

  private void readAll(byte[] bytes) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer left = ByteBuffer.wrap(bytes);
    if (StandardCharsets.UTF_8.newDecoder().decode(left, text, true).isError()) {
      text.flip();
      line = 1 + text.chars().filter(c -> c == '\n').count();
      refuse("text", "bytes of another encoding", "UTF-8");
      return;
    }
    text.flip();
    String plain =
        text.length() > 0 && text.charAt(0) == '\uFEFF'
            ? text.subSequence(1, text.length()).toString()
            : text.toString();
    try {
      boolean isFirst = true;
      for (CsvRecord record :
          CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(plain)) {
        line = record.getStartingLineNumber();
        if (isFirst) {
          head(record);
          isFirst = false;
        } else {
          row(record);
        }
      }
      if (isFirst) {
        refuse("head", "", String.join(",", HEAD));
      }
    } catch (CsvParseException e) {
      refuse("row", String.valueOf(e.getMessage()), "CSV as RFC 4180 has it");
    }
  }

  private void head(CsvRecord record) {
    if (!record.getFields().equals(HEAD)) {
      refuse("head", String.join(",", record.getFields()), String.join(",", HEAD));
    }
  }

  private void refuse(String field, String found, String expected) {
    bad.add(new BadRow(line, field, found, expected));
  }

  private void row(CsvRecord record) {
    if (record.getFieldCount() != HEAD.size()) {
      refuse("row", record.getFieldCount() + " fields", HEAD.size() + " fields");
      return;
    }
    int before = bad.size();
    Optional<Fips> fips = read(record, 0, Fips::of, "two or five digits that begin with a state's");
    String name = record.getField(1);
    if (!Jurisdiction.isName(name)) {
      refuse(HEAD.get(1), name, Jurisdiction.NAME_EXPECTED);
    }
    fips.filter(f -> !f.state().equals(record.getField(2)))
        .ifPresent(
            f -> refuse(HEAD.get(2), record.getField(2), f.state() + ", where " + f + " lies"));
    Optional<LocalDate> from = day(record, 3);
    Optional<LocalDate> to = day(record, 4);
    Optional<BasisKind> basis = basis(record);
    if (to.isPresent() && from.filter(day -> day.isBefore(to.get())).isEmpty()) {
      refuse(HEAD.get(4), record.getField(4), "a day after active_from");
    }
    if (from.isEmpty() && basis.isPresent()) {
      refuse(HEAD.get(5), record.getField(5), "nothing where active_from is empty");
    }
    if (bad.size() == before) {
      rows.add(
          new At(
              line,
              new JurisdictionRow(new Jurisdiction(fips.orElseThrow(), name), from, to, basis)));
    }
  }

  private Optional<LocalDate> day(CsvRecord record, int field) {
    return read(
        record,
        field,
        text -> {
          LocalDate day = LocalDate.parse(text);
          if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
            throw new DateTimeException("year");
          }
          return day;
        },
        "a day like 2010-01-12 from " + YEAR_MIN + " to " + YEAR_MAX + ", or nothing");
  }

  private Optional<BasisKind> basis(CsvRecord record) {
    return read(
        record,
        5,
        text -> {
          if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(text);
          }
          return BasisKind.valueOf(text.toUpperCase(Locale.ROOT));
        },
        "statute, agreement, order, or nothing");
  }

  /// A field's value; empty where it is empty, or bad.
  private <T> Optional<T> read(
      CsvRecord record, int field, Function<String, T> reader, String expected) {
    String text = record.getField(field);
    try {
      return text.isEmpty() && field > 0 ? Optional.empty() : Optional.of(reader.apply(text));
    } catch (IllegalArgumentException | DateTimeException _) {
      refuse(HEAD.get(field), text, expected);
      return Optional.empty();
    }
  }

  /// The file of some rows.
  public static String write(Collection<JurisdictionRow> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(HEAD);
      for (JurisdictionRow row : rows) {
        csv.writeRecord(
            row.jurisdiction().fips().value(),
            row.jurisdiction().name(),
            row.jurisdiction().state(),
            row.from().map(LocalDate::toString).orElse(""),
            row.to().map(LocalDate::toString).orElse(""),
            row.basis().map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse(""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
