package org.ridgeline.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.desk.StatedPurpose;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Purposes;
import org.ridgeline.console.page.Who;

/// Why somebody opens a case: asked once per case and session, and kept in the ledger with every
/// read and step.
public final class CasePurposes {
  /// Usual purposes; others are typed.
  static final List<String> USUAL =
      List.of(
          "building the case",
          "second signature",
          "supervisor's review",
          "answering a complaint or correction",
          "following custody");

  private CasePurposes() {}

  private static String key(UUID caseId) {
    return "purpose of " + caseId;
  }

  /// The purpose stated in this session.
  public static Optional<StatedPurpose> of(HttpServletRequest request, UUID caseId) {
    return Optional.ofNullable((StatedPurpose) request.getSession().getAttribute(key(caseId)));
  }

  /// States it.
  static void state(HttpServletRequest request, UUID caseId, String purpose) {
    StatedPurpose stated = Purposes.checked(purpose, ConsoleRefusal.CASE_PURPOSE_LENGTH);
    request.getSession().setAttribute(key(caseId), stated);
  }

  /// Who acts on a case now, and why.
  public static Actor actor(HttpServletRequest request, UUID caseId) {
    Who who = who(request);
    StatedPurpose purpose =
        of(request, caseId)
            .orElseThrow(() -> new RefusedStep(ConsoleRefusal.CASE_PURPOSE_UNSTATED));
    return new Actor(who.name(), who.duty(), purpose);
  }

  /// Who looks at the list, which is nobody's record.
  public static Actor lister(HttpServletRequest request) {
    Who who = who(request);
    return new Actor(who.name(), who.duty(), "work queue");
  }

  private static Who who(HttpServletRequest request) {
    return Who.of(Optional.ofNullable(request.getUserPrincipal())).orElseThrow();
  }
}
