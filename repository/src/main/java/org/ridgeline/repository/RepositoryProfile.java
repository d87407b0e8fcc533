package org.ridgeline.repository;

import java.util.List;
import java.util.Set;
import org.ridgeline.search.decision.Thresholds;

/// What distinguishes one repository from another: name (also its schema), where it draws its
/// lines, what it may be used for, how its persons are numbered.
public record RepositoryProfile(
    String name, Thresholds thresholds, Set<Purpose> purposes, List<IdKind> idKinds) {
  /// Identifier kinds of the two standard repositories.
  public static final String FBI = "FBI";

  public static final String SID = "SID";
  public static final String FIN = "FIN";
  public static final String A_NUMBER = "A-NUMBER";

  public RepositoryProfile {
    if (!name.matches("[a-z]{1,30}")) {
      throw new IllegalArgumentException("name=\"" + name + "\" expected=1..30 of a..z");
    }
    purposes = Set.copyOf(purposes);
    idKinds = List.copyOf(idKinds);
  }

  /// The same, with its lines drawn elsewhere.
  public RepositoryProfile with(Thresholds lines) {
    return new RepositoryProfile(name, lines, purposes, idKinds);
  }

  /// Where the lines are drawn for a purpose.
  public Thresholds thresholds(Purpose purpose) {
    return purpose == Purpose.RAPID_SEARCH ? Thresholds.RAPID : thresholds;
  }

  /// Arrests, charges, dispositions.
  public static RepositoryProfile criminal() {
    return new RepositoryProfile(
        "criminal",
        Thresholds.STANDARD,
        Set.of(
            Purpose.CRIMINAL_BOOKING,
            Purpose.RAPID_SEARCH,
            Purpose.APPLICANT,
            Purpose.VERIFICATION,
            Purpose.IMAGE_REQUEST,
            Purpose.ENROLMENT,
            Purpose.LEAD_REVIEW),
        List.of(new IdKind(FBI, "R%08d"), new IdKind(SID, "")));
  }

  /// Encounters with immigration authorities.
  public static RepositoryProfile immigration() {
    return new RepositoryProfile(
        "immigration",
        Thresholds.STANDARD,
        Set.of(Purpose.INTEROPERABILITY, Purpose.ENROLMENT, Purpose.LEAD_REVIEW),
        List.of(new IdKind(FIN, "1%09d"), new IdKind(A_NUMBER, "")));
  }
}
