package org.ridgeline.exchange;

import java.time.Duration;
import java.time.Period;

/// Numbers that bound the exchange; docs/limits.md says why each is what it is.
public final class Limits {
  /// Largest submission taken: an uncompressed fourteen-image card is about 15 MiB.
  public static final int SUBMISSION_BYTES_MAX = 32 * 1024 * 1024;

  /// Submissions accepted but not yet extracted; beyond, senders are told to come back. One sender
  /// has at most as many as are then still free: half of them where it is alone.
  public static final int BACKLOG_MAX = 500;

  /// Largest submissions that fit into the room for bodies on their way in; smaller ones are more.
  public static final int UPLOADS_MAX = 16;

  /// Bytes of memory taken for each byte of a body: its pieces or what is stored, the copy that is
  /// read, and of that the image at hand.
  public static final int UPLOAD_COPIES = 3;

  /// How long a body may take before its rate counts.
  public static final Duration UPLOAD_PATIENCE = Duration.ofSeconds(30);

  /// Bytes a second that a sender must bring after [#UPLOAD_PATIENCE].
  public static final int UPLOAD_BYTES_PER_SECOND_MIN = 64 * 1024;

  /// How long the drop folders' loop waits for a file to be read before it passes over its agency.
  public static final Duration FOLDER_READ_PATIENCE = Duration.ofSeconds(2);

  /// Fewest usable fingers to search with (EBTS takes two for RPIS).
  public static final int FINGERS_USABLE_MIN = 2;

  /// Images of a person in one answer.
  public static final int IMAGES_SENT_MAX = 34;

  /// Agencies that get copies of an answer (2.007 SCO).
  public static final int COPIES_MAX = 9;

  /// Copies of answers that an agency fetches at one time.
  public static final int COPIES_FETCHED_MAX = 50;

  /// Bytes of those together, but for a single one that is larger.
  public static final int COPIES_FETCHED_BYTES_MAX = 16 * 1024 * 1024;

  /// Findings kept and shown per submission.
  public static final int FINDINGS_MAX = 100;

  /// MSG fields an ERRT may carry.
  public static final int ERRT_MESSAGES_MAX = 11;

  /// Subfields of a card's field that an answer repeats, and items of each.
  public static final int ECHOED_MAX = 50;

  /// Times a search is tried before its answer is "error": about 18 minutes of trying.
  public static final int SEARCH_ATTEMPTS_MAX = 12;

  /// Times an extraction is tried before the submission is refused.
  public static final int EXTRACTION_ATTEMPTS_MAX = 3;

  /// Longest wait for an agency's callback to take an answer.
  public static final Duration CALLBACK_TIMEOUT = Duration.ofSeconds(20);

  /// Encounters whose templates are replaced in one transaction.
  public static final int RENEWAL_BATCH_MAX = 100;

  /// Threads that write an export's files.
  public static final int EXPORT_THREADS_MAX = 64;

  /// Times an export's lists are made, where somebody is erased or amended meanwhile.
  public static final int EXPORT_CLOSINGS_MAX = 5;

  /// Files of an export whose stored bytes are not what their stored digest says.
  public static final int EXPORT_DAMAGED_MAX = 10_000;

  /// Submissions purged between two looks at what is due.
  public static final int PURGES_AT_ONCE_MAX = 50;

  /// Records that one run of a rule of retention takes.
  public static final int RETENTION_RUN_MAX = 10_000;

  /// Wrong passwords of a name at a place within [#LOGIN_FAILURES_WITHIN] after which the next try
  /// waits.
  public static final int LOGIN_FAILURES_MAX = 5;

  /// The same of a name at all places where it never logged in, or of a place with all names.
  public static final int LOGIN_FAILURES_ELSEWHERE_MAX = 20;

  /// How long the first wait is; each further failure doubles it, up to [#LOGIN_FAILURES_WITHIN].
  public static final Duration LOGIN_WAIT_FIRST = Duration.ofSeconds(15);

  /// How long a wrong password counts.
  public static final Duration LOGIN_FAILURES_WITHIN = Duration.ofMinutes(15);

  /// How long a link that makes an operator works.
  public static final Duration SETUP_LINK_LIFE = Duration.ofHours(24);

  /// Characters of the reason why an activation ends, and of other changes of that register.
  public static final int ACTIVATION_REASON_CHARS_MAX = 500;

  /// Characters of a jurisdiction's or a wave's name.
  public static final int JURISDICTION_NAME_CHARS_MAX = 100;

  /// Characters of a basis's title or a public notice in the register of jurisdictions.
  public static final int JURISDICTION_TEXT_CHARS_MAX = 2000;

  /// Bytes of a file of jurisdictions: a nation with three periods each is a third of it.
  public static final int JURISDICTION_FILE_BYTES_MAX = 2 * 1024 * 1024;

  /// Bad rows of such a file that are named.
  public static final int JURISDICTION_BAD_ROWS_MAX = 100;

  /// Jurisdictions of a wave.
  public static final int WAVE_JURISDICTIONS_MAX = 4000;

  /// Changes of the register that a page or a list shows at a time.
  public static final int JURISDICTION_CHANGES_MAX = 1000;

  /// Characters of the reason why somebody's access changes.
  public static final int ACCESS_REASON_CHARS_MAX = 500;

  /// Longest time for which a token goes on beside the one that takes its place.
  public static final Duration TOKEN_OVERLAP_MAX = Duration.ofDays(30);

  /// Farthest end of a token or of an operator's access.
  public static final Duration ACCESS_LIFE_MAX = Duration.ofDays(3653);

  /// How long it is remembered that a token has ended.
  public static final Duration ENDED_TOKEN_KEPT = Duration.ofDays(90);

  /// Certificates registered with one agency, ended ones among them.
  public static final int CERTIFICATES_MAX = 10;

  /// Bytes of a certificate's file.
  public static final int CERTIFICATE_BYTES_MAX = 64 * 1024;

  /// Characters kept of whom a certificate names.
  public static final int CERTIFICATE_SUBJECT_CHARS_MAX = 200;

  /// Strangers, by name tried and address, whose refusals are told apart in the ledger within a
  /// minute; what goes beyond is counted together.
  public static final int REFUSED_PARTIES_MAX = 60;

  /// Pages or calls whose refusals to one caller are told apart within that time.
  public static final int REFUSED_WHATS_MAX = 5;

  /// Time over which refusals of one name and address are one entry.
  public static final Duration REFUSED_WITHIN = Duration.ofMinutes(1);

  /// Bytes of a file's name in the inbound folders.
  public static final int FILE_NAME_BYTES_MAX = 255;

  /// How long a card of one step less urgent waits longer than another of its sender, minutes.
  public static final int PRIORITY_STEP_MINUTES = 10;

  /// Cards held for quality control; one sender has at most as many as are then still free for the
  /// others. What goes beyond is not held.
  public static final int QUALITY_HELD_MAX = 200;

  /// Longest time for which a card may be held.
  public static final Duration QUALITY_HOLD_MAX = Duration.ofHours(72);

  /// The least urgent priority (1.006 PRY) whose cards are held for the shorter time.
  public static final int QUALITY_URGENT_PRIORITY_MAX = 3;

  /// How long a held card is one person's from their last step on.
  public static final Duration QUALITY_CLAIM = Duration.ofMinutes(15);

  /// Characters of the reason of a decision: a finding carries it whole to the sender.
  public static final int QUALITY_REASON_CHARS_MAX = 160;

  /// Held cards shown in the queue, and let go on between two looks at the clock.
  public static final int QUALITY_AT_ONCE_MAX = 50;

  /// Previews of corrected cards made at a time.
  public static final int QUALITY_PREVIEWS_MAX = 2;

  /// The part of the smaller of two fingers' boxes that both may cover.
  public static final double QUALITY_BOXES_SHARED_MAX = 0.25;

  /// Bookings of an agency in a week, by its own books.
  public static final int WEEK_BOOKINGS_MAX = 100_000;

  /// Bytes of a file of such counts.
  public static final int BOOKING_COUNT_FILE_BYTES_MAX = 4 * 1024 * 1024;

  /// Weeks over which an agency's own count is held against what it sent.
  public static final int COMPLETENESS_WEEKS = 12;

  /// A booking that comes on a later day than this after its arrest is late. Dates have no time.
  public static final Period BOOKING_LATE_AFTER = Period.ofDays(1);

  private Limits() {}
}
