package org.ridgeline.console.page;

import java.util.List;
import org.ridgeline.exchange.operator.Role;

/// A page of the navigation; the first of a role's is where its people start.
/// - **Shape** `place`: the name by which a template says where it stands
record Place(String path, String place, String label) {
  private static final Place SUBMISSIONS = new Place("/submissions", "submissions", "Submissions");
  private static final Place LEADS = new Place("/leads", "leads", "Leads");
  private static final Place ACTIVATION = new Place("/activation", "activation", "Activation");
  private static final Place FACILITIES =
      new Place("/activation/facilities", "facilities", "Facilities");

  private static final Place DASHBOARD =
      new Place("/cases/dashboard", "dashboard", "Queues and clocks");
  private static final Place POLICY = new Place("/cases/policy", "policy", "Policy");

  /// What a role's people find in the navigation.
  static List<Place> of(Role role) {
    return switch (role) {
      case ADMINISTRATOR ->
          List.of(
              SUBMISSIONS,
              LEADS,
              ACTIVATION,
              FACILITIES,
              new Place("/agencies", "agencies", "Agencies"),
              new Place("/offices", "offices", "Offices"),
              new Place("/operators", "operators", "Operators"));
      case OPERATOR -> List.of(SUBMISSIONS, LEADS, ACTIVATION);
      case BOOKING_AGENCY ->
          List.of(
              new Place("/agency", "agency", "Bookings"),
              new Place("/agency/custody", "agency-custody", "Custody"),
              new Place("/agency/counts", "agency-counts", "Counts"),
              new Place("/agency/corrections", "agency-corrections", "Corrections"));
      case STATE_BUREAU ->
          List.of(
              new Place("/bureau", "bureau", "Answers"),
              new Place("/bureau/returns", "bureau-returns", "Returns"),
              new Place("/bureau/option", "bureau-option", "State option"),
              new Place("/bureau/corrections", "bureau-corrections", "Corrections"));
      case EXAMINER -> List.of(new Place("/examine", "examine", "Comparisons"));
      case SUPERVISOR ->
          List.of(
              new Place("/examine/conflicts", "conflicts", "Conflicts"),
              new Place("/examine/examiners", "examiners", "Examiners"),
              new Place("/cases", "cases", "Cases"),
              DASHBOARD,
              POLICY);
      case OFFICER, APPROVER -> List.of(new Place("/cases", "cases", "Cases"), DASHBOARD, POLICY);
      case REDRESS_OFFICER -> List.of(new Place("/redress", "redress", "Requests"));
      case OVERSIGHT ->
          List.of(
              new Place("/oversight", "oversight", "Oversight"),
              new Place("/oversight/agencies", "oversight-agencies", "Agencies"),
              new Place("/oversight/replay", "oversight-replay", "Replay"),
              new Place("/oversight/disparity", "disparity", "Disparity"));
      case QUALITY -> List.of(new Place("/quality", "quality", "Held cards"));
      case RECORDS_OFFICER ->
          List.of(
              new Place("/records", "records", "Amendments"),
              new Place("/records/exports", "exports", "Exports"));
    };
  }
}
