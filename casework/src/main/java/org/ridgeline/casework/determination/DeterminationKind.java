package org.ridgeline.casework.determination;

import org.ridgeline.casework.evidence.Limits;

/// A way in which an officer may determine a case.
/// - **Shape** `key` in rows and forms; `words` on pages; `effect` what follows;
///   `needsPriorRemoval`: only with the record of an earlier removal; `says`: what the second
///   answer tells the state's bureau, no more than it must
public record DeterminationKind(
    String key, String words, Effect effect, boolean needsPriorRemoval, String says) {
  /// What follows once the second answer is out.
  public enum Effect {
    /// The case is closed and what it knows of the person is taken out.
    CLOSE_AND_PURGE(
        "The answer goes out, the case is closed, and what it knows of the person is taken out for"
            + " good: names, documents, facts, narratives. Nobody can undo that or reopen the"
            + " case. A second person signs."),
    /// The case is closed.
    CLOSE(
        "The answer goes out and cannot be taken back; it asks nothing of anybody. The case is"
            + " closed; a supervisor may reopen it."),
    /// The custody clock goes on; notice of the release was asked for.
    NOTIFY(
        "The answer goes out and cannot be taken back; it asks for notice before the release. The"
            + " case goes on until the outcome is known."),
    /// A prosecutor has it.
    REFER(
        "The answer goes out and cannot be taken back; it says that a prosecutor decides. The case"
            + " goes on until the outcome is known. A second person signs.");

    private final String follows;

    Effect(String follows) {
      this.follows = follows;
    }

    /// What happens once it is signed, and what of that cannot be undone.
    public String follows() {
      return follows;
    }
  }

  public DeterminationKind {
    if (!key.matches("[a-z][a-z0-9-]{1,39}")) {
      throw new IllegalArgumentException("determination \"" + key + "\" expected a-z, 0-9, hyphen");
    }
    words = Limits.wordsOf(key, words);
  }

  /// Whether the record of the second repository is confirmed to be the person's and to matter.
  public boolean isIdentified() {
    return effect != Effect.CLOSE_AND_PURGE;
  }
}
