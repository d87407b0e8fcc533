package org.ridgeline.casework.desk;

import java.util.Arrays;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;

/// Who does something, in which role, and why: every read and every step of casework takes one.
/// - **Shape** `name` as logged in; `stated` what for, kept in the ledger
public record Actor(String name, Duty duty, StatedPurpose stated) {
  public Actor {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name=\"" + name + "\"");
    }
  }

  /// Somebody who acts for a purpose that is always the same.
  public Actor(String name, Duty duty, String purpose) {
    this(name, duty, new StatedPurpose(purpose));
  }

  /// What for, as the ledger keeps it.
  public String purpose() {
    return stated.text();
  }

  /// Whether the actor acts in one of these roles.
  public boolean is(Role... roles) {
    return Arrays.asList(roles).contains(duty.role());
  }
}
