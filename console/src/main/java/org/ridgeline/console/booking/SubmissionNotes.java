package org.ridgeline.console.booking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ridgeline.console.page.Moment;
import org.ridgeline.exchange.submission.CorrectionLine;
import org.ridgeline.exchange.submission.CorrectionStore;
import org.ridgeline.exchange.submission.DrawnBox;
import org.ridgeline.exchange.submission.PurgeableSubmissions;
import org.ridgeline.exchange.submission.QualityHolds;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.springframework.stereotype.Component;

/// What else is to be said of a submission: that it was purged, that it is held for quality
/// control, that a person corrected its labels.
@Component
public class SubmissionNotes {
  private static final Map<FindingCode, String> REASONS =
      Map.of(
          FindingCode.L0008, "too few usable fingers",
          FindingCode.FINGER_SEQUENCE, "rolled prints are not of the fingers their labels say",
          FindingCode.SLAP_HAND_DOUBTFUL, "a slap looks like the other hand",
          FindingCode.SLAP_UNSEGMENTED, "the fingers of a slap cannot be told apart");

  private final PurgeableSubmissions purged;
  private final QualityHolds holds;
  private final CorrectionStore corrections;

  SubmissionNotes(PurgeableSubmissions purged, QualityHolds holds, CorrectionStore corrections) {
    this.purged = purged;
    this.holds = holds;
    this.corrections = corrections;
  }

  /// - **Shape** `purged` unknown while it is there; `held` while it waits for a person;
  ///   `corrected` in words, none where it is taken as it was sent
  public record Note(Moment purged, Optional<Held> held, List<String> corrected) {}

  /// Until when, and what for.
  public record Held(Moment until, List<String> reasons) {}

  /// The notes of a submission.
  public Note of(String control) {
    return new Note(
        Moment.of(purged.purgedAt(control)),
        holds
            .of(control)
            .filter(hold -> hold.decided().isEmpty())
            .map(hold -> new Held(Moment.of(hold.dueAt()), words(hold.reasons()))),
        corrections.lines(control).stream().map(SubmissionNotes::words).toList());
  }

  /// Why cards are held, in words.
  public static List<String> words(List<FindingCode> reasons) {
    return reasons.stream()
        .map(code -> REASONS.getOrDefault(code, code.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /// A correction in words.
  public static String words(CorrectionLine line) {
    return switch (line.kind()) {
      case POSITION ->
          "Record "
              + line.subject()
              + ", sent as "
              + position(line.before())
              + ", is taken as "
              + position(line.after())
              + ".";
      case DROP ->
          "Record " + line.subject() + ", sent as " + position(line.before()) + ", is left out.";
      case BOXES ->
          "The fingers on record "
              + line.subject()
              + " were marked by hand: "
              + CorrectionLine.boxes(line.after()).stream()
                  .map(DrawnBox::finger)
                  .map(FingerPosition::label)
                  .collect(Collectors.joining(", "))
              + ".";
      case MARK -> "The " + position(line.subject()) + " is taken as " + mark(line.after()) + ".";
    };
  }

  private static String mark(String code) {
    return switch (code) {
      case "XX" -> "amputated";
      case "UP" -> "unable to print";
      default -> "printed";
    };
  }

  /// A finger position in words, those of slaps among them.
  public static String position(String fgp) {
    return switch (fgp) {
      case "11" -> "plain right thumb";
      case "12" -> "plain left thumb";
      case "13" -> "right four fingers";
      case "14" -> "left four fingers";
      case "15" -> "both thumbs";
      default ->
          FingerPosition.ofFgp(Integer.parseInt(fgp))
              .map(FingerPosition::label)
              .orElse("position " + fgp);
    };
  }
}
