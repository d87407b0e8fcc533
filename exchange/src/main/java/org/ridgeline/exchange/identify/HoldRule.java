package org.ridgeline.exchange.identify;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.QualityControl;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.submission.HoldTimes;
import org.ridgeline.exchange.submission.QualityHold;
import org.ridgeline.exchange.submission.QualityHolds;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;

/// Whether a card waits for a person: where its agency asks for it, its prints say that it should,
/// it was not held before, and there is room.
final class HoldRule {
  /// What a person can put right: too few usable fingers, prints of other fingers than their labels
  /// say, a slap that could not be cut.
  private static final Set<FindingCode> REASONS =
      EnumSet.of(
          FindingCode.L0008,
          FindingCode.FINGER_SEQUENCE,
          FindingCode.SLAP_HAND_DOUBTFUL,
          FindingCode.SLAP_UNSEGMENTED);

  /// Whoever stands at the roadside, or names the one person, asks again rather than wait.
  private static final Set<Service> HELD = EnumSet.of(Service.BOOKING, Service.APPLICANT);

  private final QualityControl agencies;
  private final QualityHolds holds;
  private final HoldTimes times;
  private final Trail trail;

  HoldRule(DataSource dataSource, HoldTimes times) {
    agencies = new QualityControl(dataSource);
    holds = new QualityHolds(dataSource);
    trail = new Trail(dataSource);
    this.times = times;
  }

  /// What it is held for; none where it goes on.
  List<FindingCode> reasons(Booking booking, List<Finding> findings) {
    Set<FindingCode> found = EnumSet.noneOf(FindingCode.class);
    findings.stream().map(Finding::code).filter(REASONS::contains).forEach(found::add);
    boolean isHeld =
        !found.isEmpty()
            && HELD.contains(booking.service())
            && agencies.isAsked(booking.agency().ori())
            && holds.of(booking.control()).isEmpty()
            && holds.held(booking.agency().ori().value()).hasRoom(Limits.QUALITY_HELD_MAX);
    return isHeld ? List.copyOf(found) : List.of();
  }

  /// Holds it, in the caller's transaction.
  void hold(String control, List<FindingCode> reasons, int findingsFrom, Instant now) {
    Instant due = holds.add(control, reasons, findingsFrom, times, now);
    trail.step(
        Known.QUALITY_HOLD,
        Trail.submission(control),
        Map.of(
            "reasons",
            String.join(" ", reasons.stream().map(Enum::name).toList()),
            "until",
            due.toString()));
  }

  /// That it was held before.
  Optional<QualityHold> before(String control) {
    return holds.of(control);
  }
}
