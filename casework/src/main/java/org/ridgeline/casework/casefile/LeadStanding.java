package org.ridgeline.casework.casefile;

import java.util.Optional;
import org.ridgeline.casework.verification.Settlement;

/// What became of a machine match: what people who see a lead are told of it, and nothing of its
/// case besides.
/// - **Shape** `words` as pages say it
public enum LeadStanding {
  /// Examiners have not settled it.
  UNVERIFIED("machine match, unverified"),
  /// Two examiners have identified the person.
  VERIFIED("machine match, verified by examiners"),
  /// It is not this person.
  EXCLUDED("not the person, examiners found"),
  /// Examiners cannot tell.
  INCONCLUSIVE("examiners cannot tell"),
  /// Its case ended before examiners had settled it.
  ENDED("ended before examiners settled it"),
  /// What was known of the person has been taken out.
  PURGED("purged: what it said of a person is taken out");

  private final String words;

  LeadStanding(String words) {
    this.words = words;
  }

  /// The standing as people read it.
  public String words() {
    return words;
  }

  /// How the lead of a booking stands.
  /// - **Shape** `joined` empty for the booking that the case stands on; of a later one, what
  ///   examiners found of it, empty inside while they have not
  static LeadStanding of(
      CaseState state,
      boolean isVerified,
      boolean isPurged,
      Optional<Optional<Settlement>> joined) {
    if (isPurged) {
      return PURGED;
    }
    if (joined.isPresent()) {
      return joined.get().map(LeadStanding::of).orElse(state.isClosed() ? ENDED : UNVERIFIED);
    }
    return switch (state) {
      case EXCLUDED -> EXCLUDED;
      case INCONCLUSIVE -> INCONCLUSIVE;
      case RECEIVED, VERIFYING -> UNVERIFIED;
      case CITIZENSHIP_REVIEW,
          FACTS,
          READY,
          COUNTERSIGN,
          DETERMINED,
          NOTIFIED,
          IN_CUSTODY_WATCH,
          REFERRED,
          CLOSED ->
          isVerified ? VERIFIED : state.isClosed() ? ENDED : UNVERIFIED;
    };
  }

  private static LeadStanding of(Settlement found) {
    return switch (found) {
      case IDENTIFIED -> VERIFIED;
      case EXCLUDED -> EXCLUDED;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }
}
