package org.ridgeline.console.workbench;

import java.security.Principal;
import java.util.Optional;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Who;

/// Whoever compares prints, as casework knows them.
final class Examiner {
  private static final String PURPOSE = "blind verification";

  private Examiner() {}

  static Actor of(Principal principal) {
    return Who.of(Optional.of(principal))
        .map(who -> new Actor(who.name(), who.duty(), PURPOSE))
        .orElseThrow(() -> new RefusedStep(ConsoleRefusal.NOBODY_LOGGED_IN));
  }
}
