package org.ridgeline.exchange.identify;

import java.util.List;
import java.util.stream.Collectors;
import org.ridgeline.exchange.submission.CorrectionLine;
import org.ridgeline.exchange.submission.DrawnBox;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// What a sender is told of corrections: of which image, and how it is taken now.
final class CorrectionFindings {
  private CorrectionFindings() {}

  static List<Finding> of(List<CorrectionLine> lines) {
    return lines.stream().map(CorrectionFindings::of).toList();
  }

  private static Finding of(CorrectionLine line) {
    return switch (line.kind()) {
      case POSITION ->
          at(line.subject(), "sent as position " + line.before(), "taken as " + line.after());
      case DROP -> at(line.subject(), "sent as position " + line.before(), "left out");
      case BOXES ->
          at(
              line.subject(),
              "fingers where the sender's marks or segmentation have them",
              "marked by a person: fingers "
                  + CorrectionLine.boxes(line.after()).stream()
                      .map(DrawnBox::finger)
                      .map(finger -> String.valueOf(finger.fgp()))
                      .collect(Collectors.joining(", ")));
      case MARK ->
          at(
              "",
              "finger " + line.subject() + " sent as " + line.before(),
              "taken as " + line.after());
    };
  }

  private static Finding at(String record, String expected, String found) {
    FindingCode code = FindingCode.PRINT_CORRECTED;
    return new Finding(Severity.WARNING, code, record, "", -1, expected, found, "");
  }
}
