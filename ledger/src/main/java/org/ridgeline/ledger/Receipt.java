package org.ridgeline.ledger;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ridgeline.vocabulary.Sha256;

/// A signed statement that something was taken out: of what, when, and how much. It is what remains
/// in the place of what is gone, and names nobody.
/// - **Shape** `keyId` as [SigningKey#id]
/// - **Source** docs/ledger-format.md
public record Receipt(Statement statement, String keyId, byte[] signature) {
  private static final String TAG = "RIDGELINE-RECEIPT-1";
  private static final String SIGNED = "signature: ";
  private static final Pattern KEY = Pattern.compile("[a-z0-9_.-]{1,60}");

  public Receipt {
    signature = signature.clone();
  }

  /// What a receipt says.
  /// - **Shape** `says`: keys `[a-z0-9_.-]`, values of one line each
  /// - **Limit** [Limits#RECEIPT_LINES_MAX], [Limits#TEXT_CHARS_MAX]
  /// - **Error** too many, or ill-formed: IllegalArgumentException
  public record Statement(Subject subject, Instant at, Map<String, String> says) {
    public Statement {
      line("subject", subject.text());
      if (says.size() > Limits.RECEIPT_LINES_MAX) {
        throw new IllegalArgumentException(
            "receipt lines=" + says.size() + " limit=" + Limits.RECEIPT_LINES_MAX);
      }
      says.forEach((key, value) -> {
        if (!KEY.matcher(key).matches()) {
          throw new IllegalArgumentException("receipt key=" + key);
        }
        line(key, value);
      });
      says = sorted(says);
    }

    private static SortedMap<String, String> sorted(Map<String, String> says) {
      return Collections.unmodifiableSortedMap(new TreeMap<>(says));
    }

    private static void line(String key, String value) {
      int chars = value.codePointCount(0, value.length());
      boolean isLine = value.equals(value.strip()) && value.chars().noneMatch(c -> c < ' ');
      if (chars == 0 || chars > Limits.TEXT_CHARS_MAX || !isLine) {
        throw new IllegalArgumentException(
            "receipt " + key + " chars=" + chars + " limit=1.." + Limits.TEXT_CHARS_MAX);
      }
    }

    private String text(String keyId) {
      StringBuilder text =
          new StringBuilder(TAG + "\nsubject: " + subject + "\nat: " + at + "\nkey: " + keyId);
      says.forEach((key, value) -> text.append("\n- ").append(key).append(": ").append(value));
      return text.append('\n').toString();
    }
  }

  /// Who signs receipts: the ledger's key, whoever holds it.
  @FunctionalInterface
  public interface Signer {
    /// The receipt of a statement.
    Receipt sign(Statement statement);

    /// The one that signs with a key.
    static Signer of(SigningKey key) {
      return statement -> {
        String keyId = SigningKey.id(key.open());
        return new Receipt(statement, keyId, key.sign(signed(statement.text(keyId))));
      };
    }
  }

  /// What is signed: the tag and the SHA-256 of the text before the signature's line.
  private static String signed(String text) {
    return TAG + " " + Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Whether this key signed it.
  public boolean isSignedBy(PublicKey key) {
    return keyId.equals(SigningKey.id(key))
        && SigningKey.isSigned(key, signed(statement.text(keyId)), signature);
  }

  /// The whole as text, signature last: what is kept and handed out.
  public String text() {
    return statement.text(keyId) + SIGNED + Base64.getEncoder().encodeToString(signature) + "\n";
  }

  /// The receipt of a text; empty where it is none, or one written in another way.
  public static Optional<Receipt> ofText(String text) {
    String[] lines = text.split("\n");
    try {
      Map<String, String> says = new TreeMap<>();
      for (String line : Arrays.copyOfRange(lines, 4, lines.length - 1)) {
        String[] pair = after("- ", line).split(": ", 2);
        says.put(pair[0], pair[1]);
      }
      Receipt read =
          new Receipt(
              new Statement(
                  new Subject(after("subject: ", lines[1])),
                  Instant.parse(after("at: ", lines[2])),
                  says),
              after("key: ", lines[3]),
              Base64.getDecoder().decode(after(SIGNED, lines[lines.length - 1])));
      return Optional.of(read).filter(one -> one.text().equals(text));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String after(String label, String line) {
    if (!line.startsWith(label)) {
      throw new IllegalArgumentException("no " + label);
    }
    return line.substring(label.length());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Receipt that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }
}
