package org.ridgeline.exchange.answer;

import static org.ridgeline.exchange.answer.AnswerDraft.ERS;
import static org.ridgeline.exchange.answer.AnswerDraft.FBI;
import static org.ridgeline.exchange.answer.AnswerDraft.MNU;
import static org.ridgeline.exchange.answer.AnswerDraft.MSG;
import static org.ridgeline.exchange.answer.AnswerDraft.NAM;
import static org.ridgeline.exchange.answer.AnswerDraft.NDR;
import static org.ridgeline.exchange.answer.AnswerDraft.SID;
import static org.ridgeline.exchange.answer.AnswerDraft.SRF;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.vocabulary.Finding;

/// Builds the transactions that answer a submission.
///
/// Every answer names the submission's TCN in 1.010 TCR, swaps 1.008 ORI and 1.007 DAI, and echoes
/// ATN, SCO, OCA and CRI unchanged.
/// - **Source** EBTS 10.0 SRE and ERRT; the second answer's TOT `IDR` and its wording follow the
///   IDENT Data Response as public documents describe it
public final class AnswerWriter {
  /// What 2.098 calls the second repository.
  private static final String NDR_SECOND = "9";

  private AnswerWriter() {}

  /// What a repository of records has to say.
  /// - **Shape** `number`: the one the repository gave, of the kind that 2.014 shows; `name`: as on
  ///   record for a hit, else as claimed; `rapSheet` where asked for and there is one
  public record RecordResult(
      Outcome outcome,
      Optional<UUID> personId,
      Map<String, String> identifiers,
      Optional<String> number,
      Optional<String> name,
      Optional<String> rapSheet) {
    /// Nobody.
    public static RecordResult of(Outcome outcome) {
      return new RecordResult(
          outcome,
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    Answer.About about() {
      return new Answer.About(personId, identifiers);
    }
  }

  /// A repository's answer: ident or non-ident, or pending where two persons must look first.
  /// - **Shape** `source`: the criminal or the civil repository
  public static Answer sre(Question question, AnswerSource source, RecordResult result) {
    String srf =
        switch (result.outcome()) {
          case HIT -> "I";
          case NO_HIT -> "N";
          case PENDING -> "P";
          case NOT_ACTIVE, ERROR, REFUSED, DETERMINED, FULFILLED ->
              throw new IllegalArgumentException("outcome=" + result.outcome() + " in an SRE");
        };
    AnswerDraft out = AnswerDraft.of("SRE", question).field(SRF, srf);
    if (source == AnswerSource.CIVIL) {
      out.tcn(question.control() + "-SRE-CIVIL");
    }
    named(out, result);
    List<String> says = new ArrayList<>();
    if (question.isOfApplicant()) {
      says.add("RESULT OF THE " + source.key().toUpperCase(Locale.ROOT) + " REPOSITORY");
    }
    if (result.outcome() == Outcome.PENDING) {
      says.add("POSSIBLE IDENTIFICATION, PENDING VERIFICATION BY EXAMINERS");
    }
    if (!says.isEmpty()) {
      out.field(MSG, says.toArray(String[]::new));
    }
    return out.done(
        new Answer.Says(source, "SRE", Optional.of(srf), result.outcome()), result.about());
  }

  /// Who it is: numbers, name and history, as far as the result has them.
  static void named(AnswerDraft out, RecordResult result) {
    out.field(NAM, result.name().or(() -> out.asked(NAM)))
        .field(FBI, result.number())
        .field(SID, Optional.ofNullable(result.identifiers().get("SID")))
        .field(ERS, result.rapSheet());
  }

  /// The second answer. It never says more of a machine match than that people will look at it.
  public static Answer second(Question question, Outcome outcome) {
    Optional<String> srf = secondSrf(outcome);
    AnswerDraft out = AnswerDraft.of("IDR", question);
    out.field(SRF, srf)
        .field(MSG, secondMessage(outcome))
        .field(NAM, out.asked(NAM))
        .field(NDR, NDR_SECOND);
    return out.done(
        new Answer.Says(AnswerSource.IMMIGRATION, "IDR", srf, outcome), Answer.About.NOBODY);
  }

  /// The second answer after an officer's determination: the only answer that says more than
  /// "pending" of a match.
  public static Answer determined(Question question, Determined says) {
    String number = says.answerId().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    String srf = says.isIdentified() ? "I" : "N";
    AnswerDraft out = AnswerDraft.of("IDR", question).tcn(question.control() + "-IDR-" + number);
    out.field(SRF, srf)
        .field(MSG, says.message())
        .field(NAM, out.asked(NAM))
        .field(NDR, NDR_SECOND);
    return out.done(
        says.answerId(),
        new Answer.Says(AnswerSource.DETERMINATION, "IDR", Optional.of(srf), Outcome.DETERMINED),
        Answer.About.NOBODY);
  }

  private static Optional<String> secondSrf(Outcome outcome) {
    return switch (outcome) {
      case NO_HIT -> Optional.of("N");
      case PENDING -> Optional.of("P");
      case NOT_ACTIVE, ERROR -> Optional.empty();
      case HIT, REFUSED, DETERMINED, FULFILLED ->
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
      case HIT, REFUSED, DETERMINED, FULFILLED ->
          throw new IllegalArgumentException("outcome=" + outcome + " in an IDR");
    };
  }

  /// The refusal: every finding, in as many of the eleven MSG fields as it takes.
  /// - **Shape** an ERRT, or what else refuses the service that was asked for
  public static Answer error(Question question, List<Finding> findings) {
    String tot = question.errorTot();
    AnswerDraft out = AnswerDraft.of(tot, question);
    switch (tot) {
      case "ERRT" -> out.echo(MNU, SID, FBI);
      case "ERRI" -> out.echo(SID, FBI);
      default -> {}
    }
    out.field(MSG, ErrtMessages.of(findings).toArray(String[]::new));
    return out.done(
        new Answer.Says(AnswerSource.EXCHANGE, tot, Optional.empty(), Outcome.REFUSED),
        Answer.About.NOBODY);
  }
}
