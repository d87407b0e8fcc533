package org.ridgeline.counter;

import java.time.Duration;

/// Numbers that bound the public pages; docs/limits.md says why each is what it is.
final class Limits {
  /// Bytes of a form.
  static final int FORM_BYTES_MAX = 64 * 1024;

  /// Items opened from one address within [#WITHIN].
  static final int OPENED_MAX = 20;

  /// Receipts looked up from one address within [#WITHIN].
  static final int LOOKED_UP_MAX = 60;

  /// What the two above count.
  static final Duration WITHIN = Duration.ofHours(1);

  /// Addresses counted at one time.
  static final int ADDRESSES_MAX = 10_000;

  /// How old the public inventory may be.
  static final Duration INVENTORY_AGE_MAX = Duration.ofMinutes(1);

  private Limits() {}
}
