package org.ridgeline.ledger;

import java.util.Locale;
import java.util.Optional;

/// What an entry is about, or names in its detail.
/// - **Shape** `text` like `case:UUID`; one that another version wrote is kept as it is
public record Subject(String text) {
  /// What there is in the ledger. All subjects are made here.
  /// - **Shape** the key is the name in lower case, `-` for `_`
  public enum Kind {
    /// By ORI.
    AGENCY,
    /// A change of who is who in a repository.
    AMENDMENT,
    /// A study of disparity, by the months it covers.
    ANALYSIS,
    /// An answer to a submission.
    ANSWER,
    /// A backup, by its file's name.
    BACKUP,
    /// A case of a person who may be known to the immigration repository.
    CASE,
    /// Two sets of prints before the examiners.
    COMPARISON,
    /// A document in a case.
    DOCUMENT,
    /// A way in: `console`, `api`.
    DOOR,
    /// An encounter of a person in a repository.
    ENCOUNTER,
    /// An examiner, by log-in name.
    EXAMINER,
    /// An export of a whole repository.
    EXPORT,
    /// A prison or jail.
    FACILITY,
    /// A county, state or territory, by FIPS code.
    JURISDICTION,
    /// A planted pair whose truth is known.
    KNOWN_PAIR,
    /// The ledger itself, by era.
    LEDGER,
    /// A lead to an office.
    LEAD,
    /// A notice of a correction.
    NOTICE,
    /// A reviewing office.
    OFFICE,
    /// Somebody with a log-in, by its name.
    OPERATOR,
    /// A person of a repository.
    PERSON,
    /// A table of priorities, by version.
    POLICY,
    /// What found a case, by code.
    PROGRAMME,
    /// A row whose digest the ledger holds, by kind and id.
    RECORD,
    /// A complaint or a request to correct.
    REDRESS,
    /// A file read into a register, by the beginning of its digest.
    REGISTER,
    /// A month's public statistics, like 2011-04.
    REPORT,
    /// A repository, by its name.
    REPOSITORY,
    /// Settings of a server, by the beginning of their digest.
    SETTINGS,
    /// An item for people to look into, that a study of disparity opened.
    REVIEW,
    /// The rules of retention, by the time they were applied.
    RETENTION,
    /// A state, by its two letters.
    STATE,
    /// A submission, by control number.
    SUBMISSION,
    /// An examiner's part of a comparison.
    TASK,
    /// Jurisdictions that begin on one day.
    WAVE;

    /// What stands before the colon.
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The one of an id.
    public Subject of(Object id) {
      return new Subject(text(id));
    }

    /// The one of an id as a value of an entry's detail.
    public String text(Object id) {
      return key() + ":" + id;
    }
  }

  /// The kind; empty where this version knows none of that key.
  public Optional<Kind> kind() {
    int colon = text.indexOf(':');
    if (colon > 0) {
      String key = text.substring(0, colon);
      for (Kind kind : Kind.values()) {
        if (kind.key().equals(key)) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
