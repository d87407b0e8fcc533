package org.ridgeline.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ridgeline.vocabulary.Sha256;

/// The bytes of an entry that are hashed, and their hash.
/// - **Source** docs/ledger-format.md; the database makes the same bytes by SQL of its own, and a
///   test holds both equal
public final class CanonicalForm {
  /// What stands for the hash before the first entry.
  private static final byte[] NOTHING = new byte[32];

  private static final int TEXTS = 6;

  private static final byte[] TAG = "RIDGELINE-LEDGER-1".getBytes(StandardCharsets.US_ASCII);

  private CanonicalForm() {}

  /// An entry's fields as they are in the database: an audit reads what is there, well-formed or
  /// not.
  public record Fields(Instant at, List<String> texts, List<String> detail) {
    public Fields {
      texts = List.copyOf(texts);
      detail = List.copyOf(detail);
    }
  }

  /// The hash before the first entry: 32 zero bytes.
  public static byte[] nothing() {
    return NOTHING.clone();
  }

  /// The bytes to hash.
  /// - **Shape** `texts`: room, actor, role, purpose, action, subject
  public static byte[] bytes(byte[] previous, long number, Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(TAG);
      out.write(previous);
      out.writeLong(number);
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, fields.at()));
      for (String text : fields.texts()) {
        text(out, text);
      }
      out.writeInt(fields.detail().size() / 2);
      for (String text : fields.detail()) {
        text(out, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /// SHA-256 of the bytes.
  public static byte[] hash(byte[] previous, long number, Fields fields) {
    return Sha256.of(bytes(previous, number, fields));
  }

  /// An entry as its bytes say it.
  /// - **Shape** `previous` hash of the entry before
  public record Said(byte[] previous, long number, Fields fields) {
    public Said {
      previous = previous.clone();
    }

    @Override
    public byte[] previous() {
      return previous.clone();
    }
  }

  /// Reads the bytes of [#bytes]; empty where they are none, or more.
  public static Optional<Said> read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      byte[] tag = new byte[TAG.length];
      byte[] previous = new byte[NOTHING.length];
      in.get(tag).get(previous);
      long number = in.getLong();
      Instant at = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
      List<String> texts = texts(in, TEXTS);
      List<String> detail = texts(in, Math.multiplyExact(2, in.getInt()));
      boolean isWhole = Arrays.equals(tag, TAG) && !in.hasRemaining();
      Fields fields = new Fields(at, texts, detail);
      return isWhole ? Optional.of(new Said(previous, number, fields)) : Optional.empty();
    } catch (BufferUnderflowException | ArithmeticException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<String> texts(ByteBuffer in, int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = in.getInt();
      if (length < 0 || length > in.remaining()) {
        throw new BufferUnderflowException();
      }
      byte[] utf8 = new byte[length];
      in.get(utf8);
      texts.add(new String(utf8, StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
