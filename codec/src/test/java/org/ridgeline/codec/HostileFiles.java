package org.ridgeline.codec;

import java.nio.charset.StandardCharsets;

/// Files that ask for as much work as their bytes can.
final class HostileFiles {
  private static final int MANY = 1 << 19;
  private static final char FS = 0x1C;
  private static final char GS = 0x1D;
  private static final char RS = 0x1E;
  private static final char US = 0x1F;
  private static final String ITL = "http://biometrics.nist.gov/standard/2011";
  private static final String BIOM = "http://niem.gov/niem/biometrics/1.0";
  private static final String NC = "http://niem.gov/niem/niem-core/2.0";

  private HostileFiles() {}

  /// Nine Type-2 records, each of as many fields as a record may have: nearly all items of a file.
  static byte[] fields() {
    StringBuilder out = new StringBuilder();
    for (int record = 0; record < 9; record++) {
      StringBuilder two = new StringBuilder(GS + "2.2:0");
      for (int field = 3; field < 9_999; field++) {
        two.append(GS).append("2.").append(field).append(':');
      }
      out.append(record("2.001:", two.append(FS).toString()));
    }
    return file("2", 9, out.toString());
  }

  /// A Type-2 with a field of that value.
  static byte[] value(String value) {
    return file("2", 1, record("2.001:", GS + "2.002:00" + GS + "2.018:" + value + FS));
  }

  /// A Type-2 with five fields of that value.
  static byte[] values(String value) {
    StringBuilder two = new StringBuilder(GS + "2.002:00");
    for (int field = 40; field < 45; field++) {
      two.append(GS).append("2.0").append(field).append(':').append(value);
    }
    return file("2", 1, record("2.001:", two.append(FS).toString()));
  }

  /// A Type-9 of short minutiae of the INCITS block, and a field 9.012 as long.
  static byte[] minutiae() {
    String minutia = "1" + US + US + US + US + US + RS;
    String many = minutia.repeat(8_000);
    String rest = GS + "9.002:0" + GS + "9.012:" + many + GS + "9.137:" + many + "1" + FS;
    return file("9", 1, record("9.001:", rest));
  }

  /// A record whose fields have thousands of subfields, each of nine items.
  static byte[] subfields(int type) {
    String subfield = "1" + (US + "1").repeat(8) + RS;
    String value = subfield.repeat(MANY / 130 / subfield.length()) + "1";
    StringBuilder rest = new StringBuilder(GS + "" + type + ".002:1");
    for (int field = 3; field <= 50; field++) {
      rest.append(GS).append(type).append('.').append(field).append(':').append(value);
    }
    rest.append(GS).append(type).append(".999:x").append(FS);
    return file(String.valueOf(type), 1, record(type + ".001:", rest.toString()));
  }

  /// A CNT that names more records than there may be.
  static byte[] contents() {
    return text(header("2", MANY / 5));
  }

  static byte[] wrongTags() {
    String wrong = (GS + "x").repeat(MANY / 2);
    return file("2", 1, record("2.001:", GS + "2.002:00" + wrong + FS));
  }

  /// As many binary records as there may be, none longer than its header.
  static byte[] records() {
    String four = "\0\0\0\u0012" + "\1\1\2\u00FF\u00FF\u00FF\u00FF\u00FF" + "\0\0\2\0\2\0";
    return file("4", 999, four.repeat(999));
  }

  static byte[] xml(String content) {
    return text(
        "<itl:NISTBiometricInformationExchangePackage xmlns:itl='"
            + ITL
            + "' xmlns:biom='"
            + BIOM
            + "' xmlns:nc='"
            + NC
            + "'>"
            + content
            + "</itl:NISTBiometricInformationExchangePackage>");
  }

  /// Records of nothing, each of the type with most rows.
  static byte[] xmlRecords() {
    String record = "<itl:PackageMinutiaeRecord/>";
    return xml(record.repeat(MANY / record.length()));
  }

  /// One record with a repeating field, again and again.
  static byte[] xmlFields() {
    return xmlMinutiae(annotation("x").repeat(MANY / annotation("x").length()));
  }

  /// One record with one field of that text.
  static byte[] xmlField(String text) {
    return xmlMinutiae(annotation(text));
  }

  private static String annotation(String text) {
    String element = "biom:MinutiaeUniversalLatentWorkstationAnnotationText";
    return "<" + element + ">" + text + "</" + element + ">";
  }

  private static byte[] xmlMinutiae(String content) {
    return xml("<itl:PackageMinutiaeRecord>" + content + "</itl:PackageMinutiaeRecord>");
  }

  private static byte[] file(String type, int records, String rest) {
    return text(header(type, records) + rest);
  }

  private static String header(String type, int records) {
    String cnt = "1" + US + records + (RS + type + US + "0").repeat(records);
    return record("1.001:", GS + "1.002:0500" + GS + "1.003:" + cnt + FS);
  }

  /// A record with the LEN it needs.
  private static String record(String tag, String rest) {
    int length = tag.length() + rest.length();
    int len = length + 1;
    while (length + String.valueOf(len).length() != len) {
      len = length + String.valueOf(len).length();
    }
    return tag + len + rest;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
