package org.ridgeline.vocabulary;

/// One thing wrong with an input, said so that its sender can cure it.
/// - **Shape** `record` names the record ("1", "2", "14#3": the third Type-14), `field` the field's
///   number ("2.018"), both empty where they do not apply
/// - **Unit** `offset` in bytes from the start of the file; -1 where there is no place
/// - **Source** `clause`: the rule that was broken, empty where it is ours
public record Finding(
    Severity severity,
    FindingCode code,
    String record,
    String field,
    long offset,
    String expected,
    String found,
    String clause) {
  private static final int TEXT_CHARS_MAX = 200;

  public Finding {
    expected = printable(expected);
    found = printable(found);
  }

  /// A finding about the whole input, without a place in it.
  public static Finding of(Severity severity, FindingCode code, String expected, String found) {
    return new Finding(severity, code, "", "", -1, expected, found, "");
  }

  /// Hostile bytes end up in pages and terminals: control characters are shown, length is bounded.
  private static String printable(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && out.length() < TEXT_CHARS_MAX; i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0)) {
        out.append(String.format("<%02X>", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
