package org.ridgeline.exchange.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.Limits;
import org.ridgeline.vocabulary.Finding;

/// Builds the transactions that answer a submission.
///
/// Every answer names the submission's TCN in 1.010 TCR, swaps 1.008 ORI and 1.007 DAI, and echoes
/// ATN, SCO, OCA and CRI unchanged.
/// - **Source** EBTS 10.0 SRE and ERRT; the second answer's TOT `IDR` and its wording follow the
///   IDENT Data Response as public documents describe it
public final class AnswerWriter {
  static final int SCO = 7;
  static final int ATN = 6;
  static final int OCA = 9;
  static final int FBI = 14;
  static final int SID = 15;
  static final int NAM = 18;
  static final int SRF = 59;
  static final int MSG = 60;
  static final int CRI = 73;
  static final int ERS = 75;
  static final int NDR = 98;

  private static final DateTimeFormatter DAT = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter GMT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

  /// What 2.098 calls the second repository.
  private static final String NDR_SECOND = "9";

  private AnswerWriter() {}

  /// What all answers to one submission share.
  /// - **Shape** `header` and `two`: the submission's Type-1 and Type-2, empty where unreadable
  public record Question(
      String control, Optional<TaggedRecord> header, Optional<TaggedRecord> two, Instant now) {}

  /// What the criminal repository has to say.
  /// - **Shape** `name`: as on record for a hit, else as claimed; `rapSheet` where asked for and
  ///   there is one
  public record CriminalResult(
      Outcome outcome,
      Optional<UUID> personId,
      Map<String, String> identifiers,
      Optional<String> name,
      Optional<String> rapSheet) {}

  /// The first answer: ident or non-ident, or pending where two persons must look first.
  public static Answer sre(Question question, CriminalResult result) {
    String srf =
        switch (result.outcome()) {
          case HIT -> "I";
          case NO_HIT -> "N";
          case PENDING -> "P";
          case NOT_ACTIVE, ERROR, REFUSED, DETERMINED ->
              throw new IllegalArgumentException("outcome=" + result.outcome() + " in an SRE");
        };
    TransactionBuilder out = start("SRE", question);
    echo(out, question);
    field(out, SRF, srf);
    result.name().or(() -> value(question, NAM)).ifPresent(name -> field(out, NAM, name));
    id(out, FBI, result, "FBI");
    id(out, SID, result, "SID");
    result.rapSheet().ifPresent(text -> field(out, ERS, text));
    if (result.outcome() == Outcome.PENDING) {
      field(out, MSG, "POSSIBLE IDENTIFICATION, PENDING VERIFICATION BY EXAMINERS");
    }
    return answer(
        UUID.randomUUID(),
        question,
        new Answer.Says(AnswerSource.CRIMINAL, "SRE", Optional.of(srf), result.outcome()),
        new Answer.About(result.personId(), result.identifiers()),
        out);
  }

  /// The second answer. It never says more of a machine match than that people will look at it.
  public static Answer second(Question question, Outcome outcome) {
    TransactionBuilder out = start("IDR", question);
    echo(out, question);
    Optional<String> srf = secondSrf(outcome);
    srf.ifPresent(value -> field(out, SRF, value));
    field(out, MSG, secondMessage(outcome));
    value(question, NAM).ifPresent(name -> field(out, NAM, name));
    field(out, NDR, NDR_SECOND);
    return answer(
        UUID.randomUUID(),
        question,
        new Answer.Says(AnswerSource.IMMIGRATION, "IDR", srf, outcome),
        Answer.About.NOBODY,
        out);
  }

  /// The second answer after an officer's determination: the only answer that says more than
  /// "pending" of a match.
  public static Answer determined(Question question, Determined says) {
    TransactionBuilder out = start("IDR", question);
    String number = says.answerId().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    out.header(9, question.control() + "-IDR-" + number);
    echo(out, question);
    String srf = says.isIdentified() ? "I" : "N";
    field(out, SRF, srf);
    field(out, MSG, says.message());
    value(question, NAM).ifPresent(name -> field(out, NAM, name));
    field(out, NDR, NDR_SECOND);
    return answer(
        says.answerId(),
        question,
        new Answer.Says(AnswerSource.DETERMINATION, "IDR", Optional.of(srf), Outcome.DETERMINED),
        Answer.About.NOBODY,
        out);
  }

  private static Answer answer(
      UUID answerId,
      Question question,
      Answer.Says says,
      Answer.About about,
      TransactionBuilder out) {
    byte[] bytes = ItlWriter.write(out.build());
    return new Answer(answerId, question.control(), says, about, bytes, question.now());
  }

  private static Optional<String> secondSrf(Outcome outcome) {
    return switch (outcome) {
      case NO_HIT -> Optional.of("N");
      case PENDING -> Optional.of("P");
      case NOT_ACTIVE, ERROR -> Optional.empty();
      case HIT, REFUSED, DETERMINED ->
          throw new IllegalArgumentException("outcome=" + outcome + " in an IDR");
    };
  }

  private static String secondMessage(Outcome outcome) {
    return switch (outcome) {
      case NO_HIT -> "IDENT DATA RESPONSE: NO MATCH. PRINTS NOT RETAINED BY SECOND REPOSITORY";
      case PENDING ->
          "IDENT DATA RESPONSE: PENDING, UNDER REVIEW BY THE REVIEWING AGENCY."
              + " THIS IS NOT A DETERMINATION AND NOT A REQUEST TO HOLD";
      case NOT_ACTIVE -> "SECOND REPOSITORY NOT SEARCHED: AGENCY NOT ACTIVE ON DATE OF SUBMISSION";
      case ERROR -> "IDENT DATA RESPONSE: ERROR. SECOND REPOSITORY COULD NOT BE SEARCHED";
      case HIT, REFUSED, DETERMINED ->
          throw new IllegalArgumentException("outcome=" + outcome + " in an IDR");
    };
  }

  /// The refusal: every finding, in as many of the eleven MSG fields as it takes.
  public static Answer errt(Question question, List<Finding> findings) {
    TransactionBuilder out = start("ERRT", question);
    echo(out, question);
    for (int field : List.of(17, SID, FBI)) {
      echo(out, question, field);
    }
    out.field2(MSG, ErrtMessages.of(findings).toArray(String[]::new));
    return answer(
        UUID.randomUUID(),
        question,
        new Answer.Says(AnswerSource.EXCHANGE, "ERRT", Optional.empty(), Outcome.REFUSED),
        Answer.About.NOBODY,
        out);
  }

  private static TransactionBuilder start(String tot, Question question) {
    var now = question.now().atOffset(ZoneOffset.UTC);
    TransactionBuilder out =
        TransactionBuilder.of(tot)
            .header(5, DAT.format(now.toLocalDate()))
            .header(7, header(question, 8).orElse("UNKNOWN00"))
            .header(8, header(question, 7).orElse("RIDGELINE"))
            .header(9, question.control() + "-" + tot)
            .header(13, header(question, 13).orElse("NORAM"))
            .header(14, GMT.format(now));
    header(question, 6).ifPresent(pry -> out.header(6, pry));
    header(question, 9).ifPresent(tcn -> out.header(10, tcn));
    return out;
  }

  private static Optional<String> header(Question question, int field) {
    return question
        .header()
        .flatMap(header -> header.value(field))
        .map(ErrtMessages::ascii)
        .filter(value -> !value.isBlank());
  }

  private static Optional<String> value(Question question, int field) {
    return question
        .two()
        .flatMap(two -> two.value(field))
        .map(AnswerWriter::shown)
        .filter(value -> !value.isBlank());
  }

  private static void echo(TransactionBuilder out, Question question) {
    for (int field : List.of(ATN, SCO, OCA, CRI)) {
      echo(out, question, field);
    }
  }

  private static void echo(TransactionBuilder out, Question question, int field) {
    question
        .two()
        .map(two -> two.subfields(field))
        .filter(subfields -> !subfields.isEmpty())
        .ifPresent(subfields -> out.field2(field, shown(subfields)));
  }

  /// At most [Limits#ECHOED_MAX] subfields of as many items, so that an answer has room for what a
  /// card may hold. Unchanged but for control characters, which a sender may have put in and no
  /// answer can carry.
  private static List<List<String>> shown(List<List<String>> subfields) {
    return subfields.stream()
        .limit(Limits.ECHOED_MAX)
        .map(items -> items.stream().limit(Limits.ECHOED_MAX).map(AnswerWriter::shown).toList())
        .toList();
  }

  private static String shown(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static void id(TransactionBuilder out, int field, CriminalResult result, String kind) {
    Optional.ofNullable(result.identifiers().get(kind)).ifPresent(id -> field(out, field, id));
  }

  private static void field(TransactionBuilder out, int field, String value) {
    out.field2(field, value);
  }
}
