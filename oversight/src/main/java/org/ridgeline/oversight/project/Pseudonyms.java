package org.ridgeline.oversight.project;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ridgeline.outbox.EventCodec;
import org.ridgeline.oversight.Limits;
import org.ridgeline.oversight.track.Fact;
import org.ridgeline.vocabulary.event.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Facts as auditors get them: every number and id of a submission, a case or anything in it is
/// replaced by one that nobody without the key can lead back, the same for the same. Places, codes,
/// kinds and times to the second stay, since they are what is counted.
///
/// - **Shape** a line is a JSON object with `at`, `kind`, `version` and `body`
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Members that name one booking or case, or a thing in it, as texts.
  private static final Set<String> NUMBERS = Set.of("control");

  private static final Set<String> IDS =
      Set.of(
          "leadId",
          "answerId",
          "caseId",
          "determinationId",
          "reportId",
          "handOverId",
          "corrects",
          "wave");

  private static final int NUMBER_HEX_DIGITS = 24;

  /// A guess at a line's length.
  private static final int LINE_CHARS = 256;

  private final Mac mac;
  private final Map<String, byte[]> macs = new HashMap<>();

  /// - **Shape** `key` any text, kept with the other secrets
  public Pseudonyms(String key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM, e);
    }
  }

  /// A fact's line, without its end.
  public synchronized String line(Fact fact) {
    Event.Kind kind = fact.event().kind();
    StringWriter line = new StringWriter(LINE_CHARS);
    try (JsonGenerator to = JSON.createGenerator(line)) {
      to.writeStartObject();
      to.writeStringProperty("at", second(fact.at()).toString());
      to.writeStringProperty("kind", kind.key());
      to.writeNumberProperty("version", kind.version());
      to.writeName("body");
      EventCodec.write(fact.event(), new PseudonymWriter(to, this::other));
      to.writeEndObject();
    }
    return line.toString();
  }

  private UnaryOperator<String> other(String member) {
    return NUMBERS.contains(member)
        ? this::number
        : IDS.contains(member) ? this::id : UnaryOperator.identity();
  }

  private String number(String value) {
    return "P" + HexFormat.of().formatHex(mac(value), 0, NUMBER_HEX_DIGITS / 2);
  }

  private String id(String value) {
    ByteBuffer bytes = ByteBuffer.wrap(mac(value));
    return new UUID(bytes.getLong(), bytes.getLong()).toString();
  }

  /// A thing has several facts, mostly close together.
  private byte[] mac(String value) {
    byte[] known = macs.get(value);
    if (known == null) {
      if (macs.size() >= Limits.PSEUDONYMS_KEPT_MAX) {
        macs.clear();
      }
      known = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
      macs.put(value, known);
    }
    return known;
  }

  /// Nothing that is counted is finer than a second.
  static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  /// The fact of a line.
  /// - **Error** another form: IllegalArgumentException
  public static Fact read(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      String kind = node.path("kind").asString("");
      int version = node.path("version").asInt(0);
      Instant at = Instant.parse(node.path("at").asString(""));
      return new Fact(at, EventCodec.read(kind, version, node.path("body").toString()));
    } catch (JacksonException | DateTimeParseException e) {
      throw new IllegalArgumentException("no fact: " + e.getMessage(), e);
    }
  }
}
