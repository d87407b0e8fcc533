package org.ridgeline.casework.casefile;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.desk.Term;
import org.ridgeline.vocabulary.Sha256;

/// The digest of everything a case shows at one moment: what a signature is made on.
/// - **Shape** SHA-256 of each part in hex, all parts there
/// - **Source** docs/dossier-digest.md
public record DossierDigest(UUID caseId, Map<Part, String> parts) {
  private static final String TAG = "RIDGELINE-DOSSIER-2";
  private static final int SHORT_CHARS = 16;
  private static final String BETWEEN = ".";

  public DossierDigest {
    parts = Collections.unmodifiableMap(new EnumMap<>(parts));
    if (parts.size() != Part.values().length) {
      throw new IllegalArgumentException(
          "parts=" + parts.size() + " expected " + Part.values().length);
    }
  }

  /// A part of what a case shows, in the order in which parts are hashed.
  public enum Part implements Term {
    BOOKINGS("the bookings and what examiners found"),
    CHECKS("the citizenship checks"),
    REVIEWS("the supervisor's reviews"),
    FACTS("the facts"),
    DOCUMENTS("the documents"),
    INTERVIEWS("the interviews"),
    STOPS("the stops"),
    RECORDS("what the repositories know of the person"),
    HISTORY("the criminal history"),
    FACTORS("the factors"),
    PRIORITY("the priority"),
    DETERMINATIONS("what was determined and signed");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    @Override
    public String key() {
      return "dossier." + name();
    }

    @Override
    public String words() {
      return words;
    }
  }

  /// The digest of what stands in each part: lines of texts.
  static DossierDigest of(UUID caseId, Map<Part, List<List<String>>> shown) {
    Map<Part, String> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      parts.put(part, Sha256.hex(bytes(part, shown.getOrDefault(part, List.of()))));
    }
    return new DossierDigest(caseId, parts);
  }

  private static byte[] bytes(Part part, List<List<String>> lines) {
    return written(out -> {
      text(out, part.name());
      out.writeInt(lines.size());
      for (List<String> line : lines) {
        out.writeInt(line.size());
        for (String one : line) {
          text(out, one);
        }
      }
    });
  }

  /// The one hash over all parts, in hex: what is shown, kept and put on record.
  public String whole() {
    return Sha256.hex(
        written(out -> {
          text(out, caseId.toString());
          for (var part : parts.entrySet()) {
            text(out, part.getKey().name());
            out.write(HexFormat.of().parseHex(part.getValue()));
          }
        }));
  }

  /// Its first characters, to be compared by eye.
  public String brief() {
    return whole().substring(0, SHORT_CHARS);
  }

  /// What a form sends back: the parts, so that a refusal can say which has changed.
  public String token() {
    return String.join(BETWEEN, parts.values());
  }

  /// What a form sent back; empty where it is none.
  public static Optional<DossierDigest> ofToken(UUID caseId, String token) {
    List<String> hashes = Arrays.asList(token.split("\\" + BETWEEN, -1));
    Part[] all = Part.values();
    if (hashes.size() != all.length || !hashes.stream().allMatch(h -> h.matches("[0-9a-f]{64}"))) {
      return Optional.empty();
    }
    Map<Part, String> parts = new EnumMap<>(Part.class);
    for (Part part : all) {
      parts.put(part, hashes.get(part.ordinal()));
    }
    return Optional.of(new DossierDigest(caseId, parts));
  }

  /// The parts that are not the same.
  public List<Part> changed(DossierDigest since) {
    List<Part> changed = new ArrayList<>();
    parts.forEach((part, hash) -> {
      if (!hash.equals(since.parts().get(part))) {
        changed.add(part);
      }
    });
    return List.copyOf(changed);
  }

  @FunctionalInterface
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      text(out, TAG);
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
