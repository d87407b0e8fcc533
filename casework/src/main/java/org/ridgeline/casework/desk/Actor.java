package org.ridgeline.casework.desk;

import java.util.Arrays;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;

/// Who does something, in which role, and why: every read and every step of casework takes one.
/// - **Shape** `name` as logged in; `purpose` never blank, kept in the ledger
public record Actor(String name, Duty duty, String purpose) {
  public Actor {
    if (name.isBlank() || purpose.isBlank()) {
      throw new IllegalArgumentException("name=\"" + name + "\" purpose=\"" + purpose + "\"");
    }
  }

  /// Whether the actor acts in one of these roles.
  public boolean is(Role... roles) {
    return Arrays.asList(roles).contains(duty.role());
  }
}
