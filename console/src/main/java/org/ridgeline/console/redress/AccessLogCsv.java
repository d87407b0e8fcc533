package org.ridgeline.console.redress;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.ridgeline.casework.redress.RedressDesk.AccessLog;
import org.ridgeline.ledger.ChainedEntry;

/// A person's access log as a table (RFC 4180, UTF-8) that any spreadsheet opens. What somebody
/// wrote is quoted and never read as a formula; the last line says how much is withheld.
final class AccessLogCsv {
  private static final int WRITTEN_FROM = 2;
  private static final String FORMULA = "=+-@\t\r";

  private AccessLogCsv() {}

  static byte[] of(AccessLog log) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter csv =
        CsvWriter.builder()
            .quoteStrategy(new WhatSomebodyWrote())
            .lineDelimiter(LineDelimiter.CRLF)
            .build(out, StandardCharsets.UTF_8)) {
      csv.writeRecord("number", "time", "who", "role", "purpose", "what", "of", "recipient");
      log.entries().forEach(entry -> write(csv, entry));
      csv.writeComment(" withheld for now by rule: " + log.withheld());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  private static void write(CsvWriter csv, ChainedEntry chained) {
    var entry = chained.entry();
    csv.writeRecord(
        String.valueOf(chained.number()),
        chained.at().toString(),
        noFormula(entry.actor()),
        noFormula(entry.role()),
        noFormula(entry.purpose()),
        noFormula(entry.action().key()),
        noFormula(entry.subject().text()),
        noFormula(entry.detail().getOrDefault("recipient", "")));
  }

  private static String noFormula(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /// Every cell but number and time, and the names of the columns.
  private record WhatSomebodyWrote() implements QuoteStrategy {
    @Override
    public boolean quoteEmpty(int line, int field) {
      return true;
    }

    @Override
    public boolean quoteValue(int line, int field, String value) {
      return line > 1 && field >= WRITTEN_FROM;
    }
  }
}
