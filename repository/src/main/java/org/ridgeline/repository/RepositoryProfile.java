package org.ridgeline.repository;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ridgeline.search.decision.Thresholds;

/// What distinguishes one repository from another: name (also its schema), where it draws its
/// lines, what it may be used for, how its persons are numbered.
public record RepositoryProfile(
    String name, Thresholds thresholds, Set<Purpose> purposes, List<IdKind> idKinds) {
  /// Identifier kinds of the standard repositories.
  public static final String FBI = "FBI";

  /// Universal Control Number: the FBI's name for its number of a person, applicant or arrestee.
  public static final String UCN = "UCN";

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

  /// The kind of number that this repository gives to every new person.
  /// - **Error** it gives none: IllegalStateException
  public IdKind assigned() {
    return idKinds.stream()
        .filter(IdKind::isAssigned)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " assigns no number"));
  }

  /// Where the lines are drawn for a check.
  public Thresholds thresholds(Check check) {
    return check == Check.RAPID ? Thresholds.RAPID : thresholds;
  }

  /// The checks that search here.
  public SortedSet<Check> checks() {
    SortedSet<Check> checks = new TreeSet<>();
    purposes.forEach(purpose -> purpose.check().ifPresent(checks::add));
    return Collections.unmodifiableSortedSet(checks);
  }

  /// The check by whose lines a record that is enrolled is found to be somebody's already: that of
  /// bookings where they are searched here, so that applicants who are, too, change nothing of it.
  /// - **Error** no check searches here: IllegalStateException
  Check enrolledBy() {
    return checks().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is searched by no check"));
  }

  /// Arrests, charges, dispositions. Applicants and people at the roadside are checked against
  /// them.
  public static RepositoryProfile criminal() {
    return new RepositoryProfile(
        "criminal",
        Thresholds.STANDARD,
        Set.of(
            Purpose.CRIMINAL_BOOKING,
            Purpose.RAPID_SEARCH,
            Purpose.APPLICANT,
            Purpose.ENROLMENT,
            Purpose.LEAD_REVIEW,
            Purpose.VERIFICATION,
            Purpose.IMAGE_REQUEST),
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

  /// Applicants whose prints are kept: for a licence, a permit, work. Neither bookings nor
  /// reviewing offices have a purpose here.
  public static RepositoryProfile civil() {
    return new RepositoryProfile(
        "civil",
        Thresholds.STANDARD,
        Set.of(Purpose.APPLICANT, Purpose.ENROLMENT, Purpose.VERIFICATION, Purpose.IMAGE_REQUEST),
        List.of(new IdKind(UCN, "C%08d"), new IdKind(SID, "")));
  }
}
