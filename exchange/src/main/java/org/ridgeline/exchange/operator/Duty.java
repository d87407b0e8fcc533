package org.ridgeline.exchange.operator;

/// What an operator is there for, and for whom.
/// - **Shape** `scope`: an agency's ORI or a state's two letters where the role asks for it, else
///   empty
/// - **Error** a scope that does not fit the role: IllegalArgumentException
public record Duty(Role role, String scope) {
  public Duty {
    String expected =
        switch (role.scope()) {
          case NONE -> "";
          case ORI -> "[A-Z0-9]{9}";
          case STATE -> "[A-Z]{2}";
        };
    if (!scope.matches(expected)) {
      throw new IllegalArgumentException(
          "role=" + role + " scope=\"" + scope + "\" expected \"" + expected + "\"");
    }
  }

  /// A duty of a role that is not tied to anything.
  public static Duty of(Role role) {
    return new Duty(role, "");
  }
}
