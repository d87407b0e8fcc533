package org.ridgeline.exchange.completeness;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Ori;

/// Counts of many agencies as a file: CSV in UTF-8 with the head `ori,week,bookings`.
/// - **Source** RFC 4180
public final class BookingCountFile {
  /// The first line.
  public static final List<String> HEAD = List.of("ori", "week", "bookings");

  private BookingCountFile() {}

  /// Reads a file.
  /// - **Limit** [Limits#BOOKING_COUNT_FILE_BYTES_MAX]
  /// - **Error** anything else: IllegalArgumentException that names line, field, found and expected
  public static List<BookingCount> read(byte[] bytes) {
    if (bytes.length > Limits.BOOKING_COUNT_FILE_BYTES_MAX) {
      throw new IllegalArgumentException(
          "bytes=" + bytes.length + " limit=0.." + Limits.BOOKING_COUNT_FILE_BYTES_MAX);
    }
    List<BookingCount> counts = new ArrayList<>();
    boolean isFirst = true;
    try {
      for (CsvRecord record :
          CsvReader.builder()
              .allowExtraFields(true)
              .allowMissingFields(true)
              .ofCsvRecord(text(bytes))) {
        if (isFirst && !record.getFields().equals(HEAD)) {
          throw bad(record, "head", String.join(",", record.getFields()), String.join(",", HEAD));
        }
        if (!isFirst) {
          counts.add(row(record));
        }
        isFirst = false;
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException("expected CSV as RFC 4180 has it: " + e.getMessage(), e);
    }
    if (isFirst) {
      throw new IllegalArgumentException("line 1, head: \"\", expected " + String.join(",", HEAD));
    }
    return List.copyOf(counts);
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("bytes of another encoding, expected UTF-8", e);
    }
  }

  private static BookingCount row(CsvRecord record) {
    if (record.getFieldCount() != HEAD.size()) {
      throw bad(record, "row", record.getFieldCount() + " fields", HEAD.size() + " fields");
    }
    String bookings = record.getField(2);
    if (!bookings.matches("[0-9]{1,6}") || Integer.parseInt(bookings) > Limits.WEEK_BOOKINGS_MAX) {
      throw bad(record, HEAD.get(2), bookings, "a number of 0 to " + Limits.WEEK_BOOKINGS_MAX);
    }
    return new BookingCount(ori(record), week(record), Integer.parseInt(bookings));
  }

  private static Ori ori(CsvRecord record) {
    try {
      return new Ori(record.getField(0));
    } catch (IllegalArgumentException _) {
      throw bad(record, HEAD.get(0), record.getField(0), "an ORI of nine letters and digits");
    }
  }

  private static BookingWeek week(CsvRecord record) {
    try {
      return BookingWeek.parse(record.getField(1));
    } catch (IllegalArgumentException _) {
      throw bad(record, HEAD.get(1), record.getField(1), "a Monday like 2026-11-30");
    }
  }

  private static IllegalArgumentException bad(
      CsvRecord record, String field, String found, String expected) {
    return new IllegalArgumentException(
        "line "
            + record.getStartingLineNumber()
            + ", "
            + field
            + ": \""
            + found
            + "\", expected "
            + expected);
  }
}
