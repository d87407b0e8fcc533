package org.ridgeline.casework.custody;

import java.util.List;
import org.ridgeline.ledger.RecordKind;
import org.ridgeline.ledger.Subject;

/// Which columns of what was reported of custodies, referrals and outcomes the ledger holds.
public final class CustodyRecords {
  static final RecordKind EVENT =
      ofCase("casework.custody-event", "custody_event", "event_id")
          .lasting(
              "case_id",
              "milestone",
              "at",
              "facility_id",
              "corrects",
              "withdrawn",
              "by_whom",
              "role",
              "recorded_at")
          .content("source");
  static final RecordKind HAND_OVER =
      ofCase("casework.hand-over", "hand_over", "hand_over_id")
          .lasting("case_id", "at", "to_facility", "by_whom", "role", "recorded_at")
          .content("from_whom", "to_whom", "handed_by");
  static final RecordKind RECEIPT =
      ofCase(
              "casework.hand-over-receipt",
              "hand_over_receipt r join hand_over h using (hand_over_id)",
              "hand_over_id")
          .lasting("r.by_whom", "r.recorded_at")
          .content("r.receipt");
  static final RecordKind REFERRAL =
      ofCase("casework.referral", "referral", "referral_id")
          .lasting("case_id", "removed_on", "referred_at", "by_whom")
          .content("prior_removal", "referred_to");
  static final RecordKind STEP =
      ofCase(
              "casework.referral-step",
              "referral_step s join referral r using (referral_id)",
              "step_id")
          .lasting(
              "referral_id", "s.step", "s.on_day", "s.sentence_end", "s.by_whom", "s.recorded_at")
          .content("s.sentence", "s.source");
  static final RecordKind OUTCOME =
      ofCase("casework.outcome", "outcome", "outcome_id")
          .lasting("case_id", "kind", "on_day", "programme", "by_whom", "recorded_at")
          .content("source", "reason");

  /// What the ledger holds digests of.
  public static final List<RecordKind> ALL =
      List.of(EVENT, HAND_OVER, RECEIPT, REFERRAL, STEP, OUTCOME);

  private CustodyRecords() {}

  private static RecordKind ofCase(String name, String from, String key) {
    return RecordKind.of(name, from, key).ownedBy(Subject.Kind.CASE, "case_id");
  }
}
