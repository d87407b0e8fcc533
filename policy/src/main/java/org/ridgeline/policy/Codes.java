package org.ridgeline.policy;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.policy.history.Offence;

/// Which offence codes a row is for: prefixes, and prefixes taken out again.
/// - **Shape** text as in a table: `*`, or `13 !1313`, prefixes of two to four digits
record Codes(String text, List<String> in, List<String> out) {
  Codes {
    in = List.copyOf(in);
    out = List.copyOf(out);
  }

  static Codes of(String text) {
    if (text.equals("*")) {
      return new Codes(text, List.of(""), List.of());
    }
    List<String> in = new ArrayList<>();
    List<String> out = new ArrayList<>();
    for (String word : text.split("\\s+")) {
      if (!word.matches("!?[0-9]{2,4}")) {
        throw new IllegalArgumentException("* or prefixes of two to four digits");
      }
      if (word.startsWith("!")) {
        out.add(word.substring(1));
      } else {
        in.add(word);
      }
    }
    if (in.isEmpty()) {
      throw new IllegalArgumentException("a prefix that is not taken out");
    }
    for (String taken : out) {
      if (in.stream().noneMatch(taken::startsWith)) {
        throw new IllegalArgumentException("nothing taken out that was never in");
      }
    }
    return new Codes(text, in, out);
  }

  Truth holds(Offence offence) {
    if (text.equals("*")) {
      return Truth.YES;
    }
    return offence.code().map(this::has).map(Truth::of).orElse(Truth.UNKNOWN);
  }

  private boolean has(String code) {
    return in.stream().anyMatch(code::startsWith) && out.stream().noneMatch(code::startsWith);
  }
}
