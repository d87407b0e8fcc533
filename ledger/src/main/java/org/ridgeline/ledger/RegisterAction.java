package org.ridgeline.ledger;

import static org.ridgeline.ledger.Subject.Kind.AGENCY;
import static org.ridgeline.ledger.Subject.Kind.ANALYSIS;
import static org.ridgeline.ledger.Subject.Kind.JURISDICTION;
import static org.ridgeline.ledger.Subject.Kind.REGISTER;
import static org.ridgeline.ledger.Subject.Kind.REPORT;
import static org.ridgeline.ledger.Subject.Kind.REVIEW;
import static org.ridgeline.ledger.Subject.Kind.WAVE;
import static org.ridgeline.ledger.Writer.OVERSIGHT;
import static org.ridgeline.ledger.Writer.SYSTEM;

import java.util.List;
import java.util.Set;
import org.ridgeline.ledger.Subject.Kind;

/// What is written of the registers that are kept apart from agencies and submissions, of published
/// statistics, of what agencies tell of their own books, and of studies of disparity.
public enum RegisterAction implements Action.Listed {
  JURISDICTION_IMPORT("jurisdiction.import", REGISTER, "a file of jurisdictions was read in"),
  JURISDICTION_TICK("jurisdiction.tick", JURISDICTION, "an item of its checklist is done"),
  JURISDICTION_UNTICK("jurisdiction.untick", JURISDICTION, "such an item is open again"),
  JURISDICTION_BASIS("jurisdiction.basis", JURISDICTION, "its legal basis was filed"),
  JURISDICTION_NOTICE("jurisdiction.notice", JURISDICTION, "a public notice was recorded"),
  JURISDICTION_BEGIN("jurisdiction.begin", JURISDICTION, "it is active from a day on"),
  JURISDICTION_END("jurisdiction.end", JURISDICTION, "it ends, and with it all its agencies"),
  WAVE_PLAN("wave.plan", WAVE, "jurisdictions shall begin on one day"),
  WAVE_ACTIVATE("wave.activate", WAVE, "all of them begin on that day"),
  REPORT_PUBLISH("report.publish", REPORT, "a month's statistics were published"),
  REPORT_CORRECT("report.correct", REPORT, "a corrected version of them was published"),
  BOOKINGS_TELL(
      "bookings.tell",
      AGENCY,
      "how many an agency booked in a week, by its own books, was told",
      Writer.BOOKING_AGENCY,
      Writer.ADMINISTRATOR),
  DISPARITY_ANALYSE("disparity.analyse", ANALYSIS, "sealed demographics were counted", SYSTEM),
  REVIEW_OPEN("review.open", REVIEW, "a study of disparity opened an item", SYSTEM),
  REVIEW_TAKE("review.take", REVIEW, "somebody looks into an item", OVERSIGHT),
  REVIEW_CLOSE("review.close", REVIEW, "somebody closed an item with words", OVERSIGHT);

  private final String key;
  private final Kind subject;
  private final String says;
  private final List<Writer> writers;

  RegisterAction(String key, Kind subject, String says) {
    this(key, subject, says, Writer.ADMINISTRATOR);
  }

  RegisterAction(String key, Kind subject, String says, Writer... writers) {
    this.key = key;
    this.subject = subject;
    this.says = says;
    this.writers = List.of(writers);
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public Set<Kind> subjects() {
    return Set.of(subject);
  }

  @Override
  public String says() {
    return says;
  }

  @Override
  public List<Writer> writers() {
    return writers;
  }

  @Override
  public String toString() {
    return key;
  }
}
