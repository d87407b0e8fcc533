package org.ridgeline.ledger;

import java.util.Locale;

/// Who is told what: a recipient's id is of this kind. In the ledger and in notices its key stands,
/// so that a kind of another version is read as it was written.
public enum RecipientKind {
  /// A booking agency, by ORI.
  AGENCY,
  /// A state's identification bureau, by state.
  BUREAU,
  /// A reviewing office, by name.
  OFFICE;

  /// The kind in the ledger, like `agency`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
