package org.ridgeline.casework.desk;

import java.util.Locale;
import org.ridgeline.exchange.operator.Role;

/// A word of casework's that a refusal may name. English stands in the code, where pages take it
/// from; other languages have it in `terms_*.properties` under its key.
public interface Term {
  /// Where other languages have the word.
  String key();

  /// The word in English.
  String words();

  /// A role as people read it.
  static Term of(Role role) {
    return new RoleTerm(role);
  }

  /// A role.
  record RoleTerm(Role role) implements Term {
    @Override
    public String key() {
      return "role." + role.name();
    }

    @Override
    public String words() {
      return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
