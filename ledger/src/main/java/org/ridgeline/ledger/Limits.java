package org.ridgeline.ledger;

import java.time.Duration;

/// Numbers that bound the ledger; docs/limits.md says why each is what it is.
public final class Limits {
  /// Longest actor, purpose or subject of an entry, in characters.
  public static final int TEXT_CHARS_MAX = 200;

  /// Pairs in an entry's detail.
  public static final int DETAIL_PAIRS_MAX = 16;

  /// Keys and values of an entry's detail together, in UTF-8.
  public static final int DETAIL_BYTES_MAX = 4096;

  /// Entries after which a checkpoint is signed.
  public static final int CHECKPOINT_ENTRIES = 1000;

  /// Time after which a checkpoint is signed where there is anything new.
  public static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(5);

  /// Time after which a ledger that is not signed any more is looked at again.
  public static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  /// Longest a witness may take to answer.
  public static final Duration WITNESS_PATIENCE = Duration.ofSeconds(20);

  /// Largest message to a witness.
  public static final int WITNESS_BYTES_MAX = 256 * 1024;

  /// Callers that a witness answers at once.
  public static final int WITNESS_CALLERS_MAX = 4;

  /// Characters of what an anchor answered that are said again.
  public static final int ANSWER_SAID_CHARS_MAX = 300;

  /// Longest a time stamp authority may take to answer.
  public static final Duration STAMP_PATIENCE = Duration.ofSeconds(20);

  /// Largest answer of a time stamp authority.
  public static final int STAMP_BYTES_MAX = 64 * 1024;

  /// Time between two stamps, unless set.
  public static final Duration STAMP_EVERY = Duration.ofMinutes(15);

  /// What an authority's clock may be behind ours.
  public static final Duration STAMP_SKEW = Duration.ofMinutes(5);

  /// Findings of an audit kept in words; the rest are counted.
  public static final int FINDINGS_MAX = 100;

  /// Entries a reader gives at once.
  public static final int ENTRIES_READ_MAX = 10_000;

  /// Lines of a receipt besides its subject, time and key.
  public static final int RECEIPT_LINES_MAX = 64;

  private Limits() {}
}
