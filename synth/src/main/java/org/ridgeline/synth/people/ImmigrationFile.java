package org.ridgeline.synth.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What an immigration repository holds of a person, and what is true today; the two may differ.
///
/// `recorded` is what the file says, last checked on `verifiedOn`; `actual` is the truth that only
/// other sources would show, a naturalisation that never reached the file for one.
public record ImmigrationFile(
    String aNumber,
    String fin,
    Status recorded,
    Status actual,
    LocalDate verifiedOn,
    Optional<LocalDate> naturalisedOn,
    List<Encounter> encounters,
    List<LocalDate> removedOn) {
  /// A person's standing, as files have it.
  public enum Status {
    VISITOR,
    STUDENT,
    WORKER,
    PERMANENT_RESIDENT,
    REFUGEE,
    ASYLEE,
    PAROLEE,
    TEMPORARY_PROTECTED,
    BENEFIT_PENDING,
    STAY_EXPIRED,
    ENTERED_UNINSPECTED,
    REMOVAL_ORDERED,
    REMOVED,
    NATURALISED,
    CITIZEN_BY_PARENT
  }

  /// A meeting with an immigration authority at which fingers were taken.
  public record Encounter(LocalDate date, String kind, String site, PersonName nameUsed) {}

  public ImmigrationFile {
    encounters = List.copyOf(encounters);
    removedOn = List.copyOf(removedOn);
  }

  /// Whether the person is a citizen whose file does not say so.
  public boolean isCitizenUnrecorded() {
    return recorded != actual
        && (actual == Status.NATURALISED || actual == Status.CITIZEN_BY_PARENT);
  }
}
