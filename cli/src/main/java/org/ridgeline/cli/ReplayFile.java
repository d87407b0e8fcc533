package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.policy.Evidence;
import org.ridgeline.policy.Factor;
import org.ridgeline.policy.Factors;
import org.ridgeline.policy.ReplayCase;
import org.ridgeline.policy.history.Arrest;
import org.ridgeline.policy.history.Charge;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.Grade;
import org.ridgeline.policy.history.History;
import org.ridgeline.policy.history.LegalFinding;
import org.ridgeline.policy.history.Offence;
import org.ridgeline.policy.history.Sentence;
import org.ridgeline.policy.history.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads cases to replay: `{"cases":[{"id","asOf","arrests":[{"date","agency","charges":[{"text",
/// "code","grade","disposition","on","of":{"text","code","grade"},"sentenceDays","aggravated",
/// "court","docket"}]}],"factors":[{"kind","source","recordedBy","recordedOn","expiresOn"}]}]}`.
/// - **Shape** `disposition` a word of [Disposition], `unknown` where left out; `docs/operating.md`
///   has an example
/// - **Error** what cannot be read: IllegalArgumentException that names file and case
final class ReplayFile {
  private static final String FILE = "replay file";

  private ReplayFile() {}

  static List<ReplayCase> read(Path file) throws IOException {
    JsonNode root;
    try {
      root = Output.mapper().readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
    if (!root.path("cases").isArray()) {
      throw new IllegalArgumentException(file + ": expected {\"cases\":[...]}");
    }
    List<ReplayCase> cases = new ArrayList<>();
    for (JsonNode one : root.path("cases")) {
      String id = one.path("id").asString("");
      try {
        cases.add(
            new ReplayCase(
                id, history(one.path("arrests")), factors(one.path("factors")), day(one, "asOf")));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new IllegalArgumentException(
            file + ", case " + (cases.size() + 1) + " \"" + id + "\": " + e.getMessage(), e);
      }
    }
    return cases;
  }

  private static History history(JsonNode arrests) {
    List<Arrest> all = new ArrayList<>();
    for (JsonNode arrest : arrests) {
      List<Charge> charges = new ArrayList<>();
      for (JsonNode charge : arrest.path("charges")) {
        charges.add(charge(charge));
      }
      all.add(
          new Arrest(
              text(arrest, "date").map(LocalDate::parse),
              text(arrest, "agency").orElse("agency not stated"),
              charges));
    }
    return new History(all);
  }

  private static Charge charge(JsonNode charge) {
    Offence offence = offence(charge);
    Disposition disposition = disposition(charge, offence);
    if (disposition.isUnknown()) {
      return Charge.ofLine(offence, FILE);
    }
    Source court =
        new Source.Court(
            text(charge, "court").orElse("court not stated"),
            text(charge, "docket").orElse("not stated"),
            text(charge, "recordedBy").orElse(FILE),
            text(charge, "recordedOn").map(LocalDate::parse).orElse(LocalDate.EPOCH));
    return new Charge(offence, disposition, court);
  }

  private static Offence offence(JsonNode node) {
    Grade grade =
        text(node, "grade")
            .map(word -> Grade.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Grade.UNKNOWN);
    return new Offence(text(node, "code"), text(node, "text").orElse("offence not stated"), grade);
  }

  private static Disposition disposition(JsonNode charge, Offence offence) {
    String word = text(charge, "disposition").orElse("unknown");
    return switch (word) {
      case "unknown" -> new Disposition.Unknown();
      case "arrested" -> new Disposition.Arrested();
      case "charged" -> new Disposition.Charged(day(charge, "on"));
      case "pending" -> new Disposition.Pending();
      case "not-filed" -> new Disposition.NotFiled(day(charge, "on"));
      case "dismissed" -> new Disposition.Dismissed(day(charge, "on"));
      case "acquitted" -> new Disposition.Acquitted(day(charge, "on"));
      case "diverted" -> new Disposition.Diverted(day(charge, "on"));
      case "convicted" -> convicted(charge, offence, day(charge, "on"));
      case "vacated" ->
          new Disposition.Vacated(
              convicted(charge, offence, day(charge, "convictedOn")), day(charge, "on"));
      case "expunged" -> new Disposition.Expunged(day(charge, "on"));
      default -> throw new IllegalArgumentException("disposition \"" + word + "\" is not known");
    };
  }

  private static Disposition.Convicted convicted(JsonNode charge, Offence offence, LocalDate on) {
    Optional<Sentence> sentence =
        charge.has("sentenceDays")
            ? Optional.of(new Sentence(charge.path("sentenceDays").asInt(-1)))
            : Optional.empty();
    JsonNode found = charge.path("aggravated");
    Optional<LegalFinding> finding =
        found.isObject()
            ? Optional.of(
                new LegalFinding(
                    text(found, "paragraph").orElse(""),
                    text(found, "foundBy").orElse(""),
                    day(found, "foundOn")))
            : Optional.empty();
    return new Disposition.Convicted(
        charge.has("of") ? offence(charge.path("of")) : offence, sentence, on, finding);
  }

  private static Factors factors(JsonNode factors) {
    List<Factor> all = new ArrayList<>();
    for (JsonNode node : factors) {
      all.add(factor(node));
    }
    return new Factors(all);
  }

  private static Factor factor(JsonNode node) {
    Evidence evidence =
        new Evidence(
            text(node, "source").orElse(""),
            text(node, "recordedBy").orElse(""),
            day(node, "recordedOn"),
            day(node, "expiresOn"));
    String kind = text(node, "kind").orElse("");
    return switch (kind) {
      case "drunk-driving" ->
          new Factor.DrunkDriving(evidence, node.path("convicted").asBoolean(false));
      case "fugitive" -> new Factor.Fugitive(evidence);
      case "repeat-violation" -> new Factor.RepeatViolation(evidence);
      case "gang-claim" ->
          new Factor.GangClaim(
              evidence,
              text(node, "reviewedBy").orElse(""),
              day(node, "reviewedOn"),
              text(node, "contestPath").orElse(""),
              node.path("contested").asBoolean(false));
      default -> throw new IllegalArgumentException("factor \"" + kind + "\" is not known");
    };
  }

  private static Optional<String> text(JsonNode node, String key) {
    return node.has(key) ? Optional.of(node.path(key).asString("")) : Optional.empty();
  }

  private static LocalDate day(JsonNode node, String key) {
    return LocalDate.parse(
        text(node, key)
            .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" is missing")));
  }
}
