package org.ridgeline.exchange.answer;

import static org.ridgeline.exchange.answer.AnswerDraft.ERS;
import static org.ridgeline.exchange.answer.AnswerDraft.FBI;
import static org.ridgeline.exchange.answer.AnswerDraft.FIU;
import static org.ridgeline.exchange.answer.AnswerDraft.MSG;
import static org.ridgeline.exchange.answer.AnswerDraft.NAM;
import static org.ridgeline.exchange.answer.AnswerDraft.NOT;
import static org.ridgeline.exchange.answer.AnswerDraft.SRF;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.answer.AnswerWriter.RecordResult;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FingerPosition;

/// Builds the transactions that answer what is no booking: a rapid search, a verification, a
/// request for images, images submitted.
/// - **Source** EBTS 10.0 RPISR, SRE of an FVR, IRR, FISR; what the colours mean is
///   docs/services.md
public final class ServiceAnswers {
  private static final int FGP = 13;
  private static final int SEG = 21;

  private ServiceAnswers() {}

  /// The answer to a rapid search, in a colour. Only red names anybody.
  /// - **Shape** `isDoubtful`: the prints contradict each other, so that green says little
  public static Answer rapid(Question question, RecordResult result, boolean isDoubtful) {
    AnswerDraft out = AnswerDraft.of("RPISR", question);
    String srf =
        switch (result.outcome()) {
          case HIT -> "R";
          case PENDING -> "Y";
          case NO_HIT -> "G";
          case NOT_ACTIVE, ERROR, REFUSED, DETERMINED, FULFILLED ->
              throw new IllegalArgumentException("outcome=" + result.outcome() + " in an RPISR");
        };
    out.field(SRF, srf).field(NOT, note(srf));
    if (isDoubtful) {
      out.field(MSG, "THE PRINTS ARE NOT OF THE FINGERS THEY ARE LABELLED: PRINT AGAIN");
    }
    if (result.outcome() == Outcome.HIT) {
      out.field(NAM, result.name()).field(FBI, result.number()).field(ERS, result.rapSheet());
    }
    return out.done(
        new Answer.Says(AnswerSource.CRIMINAL, "RPISR", Optional.of(srf), result.outcome()),
        result.about());
  }

  private static String note(String srf) {
    return switch (srf) {
      case "R" ->
          "RED: THESE PRINTS ARE LIKE THOSE ON RECORD OF THE PERSON NAMED. NO EXAMINER HAS"
              + " LOOKED. NOT A WARRANT, NOT GROUNDS TO ARREST";
      case "Y" ->
          "YELLOW: SOMEBODY ON RECORD MAY HAVE THESE PRINTS. NOT AN IDENTIFICATION: PRINT ALL"
              + " TEN FINGERS TO KNOW";
      default -> "GREEN: NOBODY ON RECORD WAS FOUND WITH THESE PRINTS";
    };
  }

  /// The answer to a verification: a match, none, or open. Only a match says what is on record.
  public static Answer verified(Question question, AnswerSource source, RecordResult result) {
    AnswerDraft out = AnswerDraft.of("SRE", question);
    String srf =
        switch (result.outcome()) {
          case HIT -> "M";
          case PENDING -> "C";
          case NO_HIT -> "X";
          case NOT_ACTIVE, ERROR, REFUSED, DETERMINED, FULFILLED ->
              throw new IllegalArgumentException("outcome=" + result.outcome() + " of an FVR");
        };
    out.field(SRF, srf);
    AnswerWriter.named(out, result);
    if (result.outcome() == Outcome.PENDING) {
      out.field(MSG, "INCONCLUSIVE: NEITHER A MATCH NOR NONE. AN EXAMINER MUST COMPARE");
    }
    return out.done(
        new Answer.Says(source, "SRE", Optional.of(srf), result.outcome()), result.about());
  }

  /// Images on record, as they came in but for positions that were corrected.
  /// - **Shape** `file`: the transaction they came in; `images`: those to send, at least one, under
  ///   their corrected positions; the first [Limits#IMAGES_SENT_MAX] are sent
  public static Answer images(
      Question question,
      AnswerSource source,
      RecordResult result,
      Transaction file,
      List<FingerImage> images) {
    AnswerDraft out = AnswerDraft.of("IRR", question);
    out.field(NAM, result.name()).field(FBI, result.number());
    images.stream().limit(Limits.IMAGES_SENT_MAX).forEach(image -> add(out, image, file));
    return out.done(
        new Answer.Says(source, "IRR", Optional.empty(), Outcome.FULFILLED), result.about());
  }

  private static void add(AnswerDraft out, FingerImage image, Transaction file) {
    Optional<TaggedRecord> tagged =
        file.records().stream()
            .filter(record -> record.name().equals(image.record()))
            .filter(TaggedRecord.class::isInstance)
            .map(TaggedRecord.class::cast)
            .findFirst();
    if (tagged.isPresent()) {
      out.record(14, fields(tagged.get(), image), tagged.get().data());
      return;
    }
    int ppi = image.resolutionPpi() == 0 ? Picture.PPI_USUAL : image.resolutionPpi();
    Picture picture = new Picture(image.cga(), image.hll(), image.vll(), ppi, image.data());
    out.finger(image.fgp(), image.imp(), picture);
  }

  /// All fields of a Type-14 as they stand but LEN, IDC and the image; of one whose position was
  /// corrected with that, and without marks that name fingers of another.
  private static Map<Integer, String> fields(TaggedRecord record, FingerImage image) {
    Map<Integer, String> fields = new TreeMap<>();
    for (int field : record.fields()) {
      if (field > 2 && field < 999) {
        fields.put(
            field,
            record.subfields(field).stream()
                .map(items -> String.join(String.valueOf((char) TaggedRecord.US), items))
                .collect(Collectors.joining(String.valueOf((char) TaggedRecord.RS))));
      }
    }
    String fgp = String.valueOf(image.fgp());
    if (!record.value(FGP).map(said -> said.replaceFirst("^0", "")).equals(Optional.of(fgp))) {
      fields.put(FGP, fgp);
      fields.remove(SEG);
    }
    return fields;
  }

  /// That images were taken into a person's record.
  public static Answer taken(
      Question question, AnswerSource source, RecordResult result, List<FingerPosition> fingers) {
    AnswerDraft out = AnswerDraft.of("FISR", question);
    out.field(NAM, out.asked(NAM))
        .field(FBI, result.number())
        .field(
            FIU, fingers.stream().map(f -> String.format("%02d", f.fgp())).toArray(String[]::new));
    return out.done(
        new Answer.Says(source, "FISR", Optional.empty(), Outcome.FULFILLED), result.about());
  }

  /// That what was asked for could not be done, and why.
  /// - **Shape** `outcome`: NO_HIT where nobody is known by that number or the prints are another's
  public static Answer not(
      Question question, AnswerSource source, Outcome outcome, List<Finding> findings) {
    return AnswerWriter.error(question, findings).ofSource(source, outcome);
  }
}
