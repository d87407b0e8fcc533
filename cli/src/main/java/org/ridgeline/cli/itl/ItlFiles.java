package org.ridgeline.cli.itl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ridgeline.cli.terminal.Trouble;
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.xml.XmlReader;
import org.ridgeline.vocabulary.Finding;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What the `itl` commands share: reading files, and findings as JSON and as lines.
public final class ItlFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final int UTF8_MARK_BYTES = 3;

  private ItlFiles() {}

  /// The bytes of a file that was named on the command line.
  public static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IOException("cannot read " + file + ": " + Trouble.said(e), e);
    }
  }

  /// Reads either encoding: a file that starts with `<` is XML.
  static Decoded decode(byte[] bytes) {
    return isXml(bytes) ? XmlReader.read(bytes) : ItlReader.read(bytes);
  }

  private static boolean isXml(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && (bytes[at] <= ' ' || at < UTF8_MARK_BYTES && bytes[at] < 0)) {
      at++;
    }
    return at < bytes.length && bytes[at] == '<';
  }

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  /// A finding with the keys that scripts rely on.
  static Map<String, Object> json(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.put("code", finding.code().name());
    json.put("ebts", finding.code().ebts());
    json.put("record", finding.record());
    json.put("field", finding.field());
    json.put("offset", finding.offset());
    json.put("expected", finding.expected());
    json.put("found", finding.found());
    json.put("clause", finding.clause());
    return json;
  }

  /// A finding as a line for people.
  static String line(Finding finding) {
    StringBuilder line = new StringBuilder();
    line.append(String.format("  %-7s ", finding.severity().name().toLowerCase(Locale.ROOT)));
    line.append(finding.field().isEmpty() ? "" : finding.field() + " ");
    line.append(finding.record().isEmpty() ? "" : "in record " + finding.record() + " ");
    line.append(finding.offset() < 0 ? "" : "at byte " + finding.offset() + " ");
    line.append("- expected ").append(finding.expected());
    line.append(", found ").append(finding.found());
    line.append(" [").append(finding.code()).append(' ').append(finding.code().ebts());
    line.append(finding.clause().isEmpty() ? "" : ", " + finding.clause()).append(']');
    return line.toString();
  }

  /// Says on standard error what was found in an image that was named on the command line.
  static void say(Path file, Finding finding) {
    System.err.println(file + ":" + line(finding).replaceFirst("^ *", " "));
  }

  /// The mnemonic of a record's field, "" where nobody gave it one.
  static String mnemonic(ItlRecord record, int field) {
    return Profile.named("ebts").mnemonic(record.type(), field).orElse("");
  }
}
