package org.ridgeline.estimate.disparity;

import org.ridgeline.estimate.share.ExactTest;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.estimate.share.ShareDifference;

/// From one step to a later one: how many of a group go on, and how many of all others. A gap that
/// comes from here shows here; one that an earlier step made does not.
/// - **Shape** `ofGroup`, `ofOthers`: who went on, out of those who had come so far
public record Passage(Step from, Step to, Share ofGroup, Share ofOthers) {
  /// Of the group's share at both steps.
  /// - **Error** a later step that is none, or has more people than the one before:
  ///   IllegalArgumentException
  public static Passage of(Step from, Share before, Step to, Share after) {
    if (to.compareTo(from) <= 0) {
      throw new IllegalArgumentException("to=" + to + " limit=after " + from);
    }
    return new Passage(
        from,
        to,
        new Share(after.count(), before.count()),
        new Share(after.of() - after.count(), before.of() - before.count()));
  }

  /// The group's passing rate less that of all others, with Newcombe's interval.
  public ShareDifference difference() {
    return new ShareDifference(ofGroup, ofOthers);
  }

  /// The exact two-sided p of no difference.
  public double p() {
    return ExactTest.ofTwo(ofGroup, ofOthers);
  }
}
