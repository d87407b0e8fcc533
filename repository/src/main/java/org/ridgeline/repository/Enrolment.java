package org.ridgeline.repository;

import java.util.UUID;

/// What became of an enrolment.
public sealed interface Enrolment {
  /// Nobody here had these prints: a new person.
  record NewPerson(UUID personId, UUID encounterId) implements Enrolment {}

  /// A new encounter of a person already here.
  record KnownPerson(UUID personId, UUID encounterId) implements Enrolment {}

  /// An identifier is another person's; nothing was stored.
  record IdentifierTaken(String kind, String value) implements Enrolment {}
}
