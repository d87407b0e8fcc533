package org.ridgeline.oversight.disparity;

import org.ridgeline.estimate.disparity.Disparity;
import org.ridgeline.estimate.disparity.Step;
import org.ridgeline.oversight.sealed.Group;

/// One question asked of all units.
/// - **Shape** `against` what shares are held against. Where the step is BOOKED a unit's share is
///   the group's share of its bookings; at later steps it is how many of the group went on from the
///   step before, held against how many of all others of the same unit did, so that a gap shows at
///   the step that made it
record Family(Group group, Step step, String against, Disparity found) {
  /// What a share is of, in words.
  String shareOf() {
    return step == Step.BOOKED
        ? "the group's share of bookings"
        : "the share of the group that went on from " + words(Step.values()[step.ordinal() - 1]);
  }

  /// A step as people read it.
  static String words(Step step) {
    return step.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /// The question in words.
  String title() {
    return group + ", " + words(step) + ", against " + against;
  }
}
