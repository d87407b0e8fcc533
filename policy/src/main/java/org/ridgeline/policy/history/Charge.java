package org.ridgeline.policy.history;

/// One charge of an arrest, what became of it, and who says so.
/// - **Error** a disposition that is known from a repository's line: IllegalArgumentException; only
///   a court's record says what became of a charge
public record Charge(Offence offence, Disposition disposition, Source source) {
  public Charge {
    if (!disposition.isUnknown() && source instanceof Source.RepositoryLine) {
      throw new IllegalArgumentException(
          "disposition=" + disposition.words() + " source=" + source.words() + " expected a court");
    }
  }

  /// A charge as a repository tells of it.
  public static Charge ofLine(Offence offence, String kind) {
    return new Charge(offence, new Disposition.Unknown(), new Source.RepositoryLine(kind));
  }
}
