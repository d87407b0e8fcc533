package org.ridgeline.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One step to be recorded: who, in which role, why, did what, to what. Never a person's name, an
/// image or a template: ids and hashes only.
/// - **Shape** `actor` a log-in's name, an agency's ORI, an office, or the room for its own steps;
///   `detail` keys `[a-z0-9_-]`, values of any text, those like `case:UUID` are found as subjects
/// - **Limit** [Limits#TEXT_CHARS_MAX], [Limits#DETAIL_PAIRS_MAX], [Limits#DETAIL_BYTES_MAX]
/// - **Error** blank, too long or ill-formed: IllegalArgumentException
public record LedgerEntry(
    String actor,
    String role,
    String purpose,
    Action action,
    Subject subject,
    Map<String, String> detail) {
  private static final Pattern KEY = Pattern.compile("[a-z0-9_-]{1,40}");
  private static final int ROLE_CHARS_MAX = 40;

  public LedgerEntry {
    check("actor", actor, Limits.TEXT_CHARS_MAX);
    check("role", role, ROLE_CHARS_MAX);
    check("purpose", purpose, Limits.TEXT_CHARS_MAX);
    check("subject", subject.text(), Limits.TEXT_CHARS_MAX);
    if (detail.size() > Limits.DETAIL_PAIRS_MAX) {
      throw new IllegalArgumentException(
          "detail pairs=" + detail.size() + " limit=" + Limits.DETAIL_PAIRS_MAX);
    }
    detail = sorted(detail);
  }

  /// An entry without detail.
  public static LedgerEntry of(
      String actor, String role, String purpose, Action action, Subject subject) {
    return new LedgerEntry(actor, role, purpose, action, subject, Map.of());
  }

  private static void check(String field, String value, int charsMax) {
    int chars = value.codePointCount(0, value.length());
    if (value.isBlank() || chars > charsMax || value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(field + " chars=" + chars + " limit=1.." + charsMax);
    }
  }

  private static SortedMap<String, String> sorted(Map<String, String> detail) {
    int bytes = 0;
    for (var pair : detail.entrySet()) {
      if (!KEY.matcher(pair.getKey()).matches() || pair.getValue().indexOf('\0') >= 0) {
        throw new IllegalArgumentException("detail key=" + pair.getKey() + " or its value");
      }
      bytes += pair.getKey().length() + pair.getValue().getBytes(StandardCharsets.UTF_8).length;
    }
    if (bytes > Limits.DETAIL_BYTES_MAX) {
      throw new IllegalArgumentException(
          "detail bytes=" + bytes + " limit=" + Limits.DETAIL_BYTES_MAX);
    }
    return Collections.unmodifiableSortedMap(new TreeMap<>(detail));
  }

  /// Whether the list of actions has it so: one that another version wrote is not judged.
  boolean isListed() {
    return !(action instanceof Action.Listed listed)
        || listed.writers().stream().anyMatch(writer -> writer.name().equals(role))
            && subject.kind().filter(listed.subjects()::contains).isPresent();
  }

  /// Keys and values in turn, keys ascending: the order that is hashed.
  String[] pairs() {
    String[] pairs = new String[2 * detail.size()];
    int at = 0;
    for (var pair : detail.entrySet()) {
      pairs[at++] = pair.getKey();
      pairs[at++] = pair.getValue();
    }
    return pairs;
  }
}
