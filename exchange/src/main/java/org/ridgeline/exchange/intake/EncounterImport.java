package org.ridgeline.exchange.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.identify.EncounterRecords;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.repository.Enrolment;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.amend.Amendments;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.Sha256;

/// Adds records of a repository's owner from ITL files: read, extract, search, enrol. A file whose
/// prints are already there becomes a new encounter of that person; the same file again changes
/// nothing, and one that a court had expunged is refused.
public final class EncounterImport {
  private final Repository repository;
  private final RepositoryName name;
  private final ProbeMaker probes;
  private final ImportTrail trail;
  private final Amendments amendments;

  EncounterImport(
      Repository repository,
      RepositoryName name,
      ProbeMaker probes,
      ImportTrail trail,
      Amendments amendments) {
    this.repository = repository;
    this.name = name;
    this.probes = probes;
    this.trail = trail;
    this.amendments = amendments;
  }

  /// What became of one file.
  public sealed interface Imported {
    /// Enrolled now; `findings` says what was odd about the file and its prints.
    record Done(UUID personId, boolean isNewPerson, List<Finding> findings) implements Imported {
      public Done {
        findings = List.copyOf(findings);
      }
    }

    /// Enrolled before, and nothing done now; `isNewPerson` as it was then.
    record Before(UUID personId, boolean isNewPerson) implements Imported {}

    /// Not enrolled.
    record Refused(List<Finding> findings) implements Imported {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }

  /// Imports one file's bytes; the same bytes again change nothing.
  public Imported take(byte[] bytes) throws InterruptedException {
    return take("file:" + Sha256.hex(bytes), bytes);
  }

  /// Imports one file's bytes under a source of its own; the same source again changes nothing.
  public Imported take(String source, byte[] bytes) throws InterruptedException {
    Optional<UUID> expunged = amendments.expunged(Sha256.of(bytes));
    if (expunged.isPresent()) {
      return new Imported.Refused(List.of(expunged(expunged.get())));
    }
    Optional<Enrolment> before = repository.enrolled(source);
    if (before.isPresent()) {
      return before(before.get());
    }
    return switch (ItlReader.read(bytes)) {
      case Decoded.Refused refused -> new Imported.Refused(refused.findings());
      case Decoded.Accepted accepted -> enrol(source, accepted, bytes);
    };
  }

  private Imported before(Enrolment then) {
    Imported.Before before =
        switch (then) {
          case Enrolment.NewPerson person -> new Imported.Before(person.personId(), true);
          case Enrolment.KnownPerson person -> new Imported.Before(person.personId(), false);
          case Enrolment.IdentifierTaken taken ->
              throw new IllegalStateException("enrolled under " + taken.kind() + " of another");
        };
    trail.done(name, before.personId(), before.isNewPerson());
    return before;
  }

  private Finding expunged(UUID amendment) {
    return Finding.of(
        Severity.ERROR,
        FindingCode.FIELD_RELATION,
        "a file that was not expunged from the " + name.key() + " repository",
        "expunged by amendment " + amendment);
  }

  private Imported enrol(String source, Decoded.Accepted read, byte[] bytes)
      throws InterruptedException {
    ProbeMaker.Made made = probes.make(name.key(), Card.asSent(read.transaction()));
    List<Finding> findings = new ArrayList<>(read.findings());
    findings.addAll(made.findings());
    if (made.isRefused()) {
      return new Imported.Refused(findings);
    }
    var record = EncounterRecords.of(read.transaction(), name, source, made.fingers(), bytes);
    trail.begins(name, bytes.length);
    return switch (repository.importEncounter(record)) {
      case Enrolment.NewPerson person -> done(person.personId(), true, findings);
      case Enrolment.KnownPerson person -> done(person.personId(), false, findings);
      case Enrolment.IdentifierTaken taken ->
          new Imported.Refused(
              List.of(
                  Finding.of(
                      Severity.ERROR,
                      FindingCode.FIELD_RELATION,
                      "a " + taken.kind() + " number of this person",
                      taken.value() + ", which is another person's by the prints")));
    };
  }

  private Imported done(UUID personId, boolean isNewPerson, List<Finding> findings) {
    trail.done(name, personId, isNewPerson);
    // A file of a few fingers is no odd one here: nobody was to be printed.
    List<Finding> odd =
        findings.stream().filter(f -> f.code() != FindingCode.FINGER_MISSING).toList();
    return new Imported.Done(personId, isNewPerson, odd);
  }
}
