package org.ridgeline.estimate.disparity;

import org.ridgeline.estimate.Limits;
import org.ridgeline.estimate.share.Share;

/// What a group's share is held against. Which one is right is a question for people: those who
/// live in a place are not those who meet its police.
public sealed interface Benchmark {
  /// Where it comes from: a census, arrests, bookings before activation.
  String source();

  /// The group's share by it, 0..1.
  double rate();

  /// A share taken as known, such as of residents by a census: its own error is left out.
  /// - **Error** a rate outside 0..1 or at its ends, where nothing could be over or under:
  ///   IllegalArgumentException
  record Known(String source, double rate) implements Benchmark {
    public Known {
      Limits.checkName("source", source);
      if (!(rate > 0 && rate < 1)) {
        throw new IllegalArgumentException("rate=" + rate + " limit=0..1, ends left out");
      }
    }
  }

  /// A share that is itself a count of other persons, such as of arrests or of earlier bookings:
  /// its chance counts as much as that of what is held against it.
  /// - **Error** out of 0: IllegalArgumentException
  record Counted(String source, Share share) implements Benchmark {
    public Counted {
      Limits.checkName("source", source);
      if (share.of() == 0) {
        throw new IllegalArgumentException("of=0 limit=1..");
      }
    }

    @Override
    public double rate() {
      return share.rate();
    }
  }
}
