package org.ridgeline.repository.amend;

import java.util.Optional;
import java.util.UUID;

/// What is to be changed.
/// - **Shape** `target`: the person to become, of [Kind#MERGE] always, of [Kind#MOVE] where it is
///   nobody new; of no other
/// - **Error** a target too many or missing: IllegalArgumentException
public record Change(Kind kind, UUID subject, Optional<UUID> target) {
  public Change {
    if (target.isPresent() && kind != Kind.MERGE && kind != Kind.MOVE) {
      throw new IllegalArgumentException(kind + " names one record, not two: leave the other out");
    }
    if (target.isEmpty() && kind == Kind.MERGE) {
      throw new IllegalArgumentException(kind + " expects the person to become as well");
    }
  }

  /// One that names one record.
  public static Change of(Kind kind, UUID subject) {
    return new Change(kind, subject, Optional.empty());
  }

  /// The changes there are.
  public enum Kind {
    /// An encounter is deleted; with the last one its person, too.
    REMOVE_ENCOUNTER(false, true, "remove encounter"),
    /// A person is deleted with all encounters.
    REMOVE_PERSON(true, true, "remove person"),
    /// As [#REMOVE_ENCOUNTER], since a court ordered it: the same file is never enrolled again.
    EXPUNGE_ENCOUNTER(false, true, "expunge encounter"),
    /// As [#REMOVE_PERSON], since a court ordered it.
    EXPUNGE_PERSON(true, true, "expunge person"),
    /// Two persons are one: the first becomes the second.
    MERGE(true, false, "merge"),
    /// An encounter is another person's.
    MOVE(false, false, "move encounter"),
    /// An encounter is nobody's known: a new person's.
    UNLINK(false, false, "unlink encounter"),
    /// An encounter is found and read by nobody.
    SEAL_ENCOUNTER(false, false, "seal encounter"),
    /// A person is found and read by nobody.
    SEAL_PERSON(true, false, "seal person"),
    UNSEAL_ENCOUNTER(false, false, "unseal encounter"),
    UNSEAL_PERSON(true, false, "unseal person");

    private final boolean isOfPerson;
    private final boolean isErasure;
    private final String words;

    Kind(boolean isOfPerson, boolean isErasure, String words) {
      this.isOfPerson = isOfPerson;
      this.isErasure = isErasure;
      this.words = words;
    }

    /// Whether the subject is a person; else it is an encounter.
    public boolean isOfPerson() {
      return isOfPerson;
    }

    /// Whether something is deleted.
    public boolean isErasure() {
      return isErasure;
    }

    /// Whether what is deleted must not be enrolled from the same file again.
    public boolean isExpungement() {
      return this == EXPUNGE_ENCOUNTER || this == EXPUNGE_PERSON;
    }

    /// As people say it.
    public String words() {
      return words;
    }
  }
}
