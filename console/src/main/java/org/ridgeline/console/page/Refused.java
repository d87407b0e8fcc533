package org.ridgeline.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.Reason;

/// A form that was refused, with what was typed into it: the page that it stands on is shown again
/// and fills it.
/// - **Shape** `action` where the form was sent; `typed` its fields by name, secrets left out
record Refused(String action, Words words, Map<String, List<String>> typed) {
  /// Why, in a language, by which rule of which kind.
  record Words(String why, String language, Reason.Code code) {}

  /// The fields that never come back: what proves who somebody is.
  static final Set<String> SECRETS = Set.of("password", "old", "again", "_csrf");

  /// The fields that a page draws anew: what it shows may have changed, and who means something for
  /// good says so again.
  static final Set<String> DRAWN_ANEW = Set.of("version", "dossier", FinalAct.TICK);

  private static final String KEY = Refused.class.getName();

  Refused {
    typed = Map.copyOf(typed);
  }

  static Refused of(HttpServletRequest request, Words words) {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
    typed.keySet().removeAll(SECRETS);
    return new Refused(request.getRequestURI(), words, typed);
  }

  /// Leaves it for the page that is shown next in this request.
  void leave(HttpServletRequest request) {
    request.setAttribute(KEY, this);
  }

  /// What was left.
  static Optional<Refused> left(@Nullable Object attribute) {
    return attribute instanceof Refused refused ? Optional.of(refused) : Optional.empty();
  }

  /// Under which name it is left.
  static String key() {
    return KEY;
  }

  /// What was typed into a field that is filled again; empty where it was not sent.
  Optional<List<String>> filled(String name) {
    return DRAWN_ANEW.contains(name) ? Optional.empty() : Optional.ofNullable(typed.get(name));
  }

  /// Whether a hidden field says that a form at the same address is another one.
  boolean isOther(String name, String value) {
    return filled(name).filter(sent -> !sent.contains(value)).isPresent();
  }
}
