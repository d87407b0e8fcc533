package org.ridgeline.exchange.intake;

import java.util.Map;
import java.util.UUID;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Subject;

/// What the ledger keeps of an import: that somebody is about to add a file, since the repository
/// may be on another server than the ledger, and whose encounter it became.
///
/// Nothing of the file is in it, no digest either: the ledger is never erased, and a digest would
/// say for ever that the person of this card was here.
record ImportTrail(Trail trail, Trail.Person who) {
  void begins(RepositoryName name, int bytes) {
    trail.person(
        who,
        Action.Known.REPOSITORY_IMPORT,
        Subject.Kind.REPOSITORY.of(name.key()),
        Map.of("bytes", String.valueOf(bytes)));
  }

  void done(RepositoryName name, UUID personId, boolean isNewPerson) {
    trail.person(
        who,
        Action.Known.REPOSITORY_IMPORT,
        Subject.Kind.PERSON.of(personId),
        Map.of("repository", name.key(), "new-person", String.valueOf(isNewPerson)));
  }
}
