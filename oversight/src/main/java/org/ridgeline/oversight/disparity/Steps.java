package org.ridgeline.oversight.disparity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.estimate.disparity.Step;
import org.ridgeline.oversight.project.ProjectionStore;
import org.ridgeline.oversight.track.BookingTrack;
import org.ridgeline.oversight.track.CaseTrack;
import org.ridgeline.oversight.track.Measure;

/// How far each booking came that went beyond being booked. Steps are nested: who counts as handed
/// over was verified by examiners and determined before.
final class Steps {
  private Steps() {}

  /// By booking number; one that is not there was booked and no more. A matched booking is let go
  /// of once nothing more comes, but its case is kept, and says that it was matched.
  static Map<String, Step> of(ProjectionStore store) {
    Map<String, Step> farthest = new HashMap<>();
    store.eachBooking((control, track) -> {
      if (isMatched(track)) {
        farthest.put(control, Step.MATCHED);
      }
    });
    store.eachCase(one ->
        one.bookings()
            .forEach(
                booking -> farthest.merge(booking.control(), step(one, booking), Steps::later)));
    return farthest;
  }

  private static boolean isMatched(BookingTrack track) {
    return track.counted().stream().anyMatch(one -> one.measure() == Measure.MATCHED);
  }

  static Step step(CaseTrack one, CaseTrack.BookingOf booking) {
    if (!booking.settlement().equals(Optional.of(Measure.VERIFIED))) {
      return Step.MATCHED;
    }
    if (one.signing().standing().isEmpty()) {
      return Step.VERIFIED;
    }
    return one.handedOverAt().isEmpty() ? Step.DETERMINED : Step.HANDED_OVER;
  }

  private static Step later(Step one, Step other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
