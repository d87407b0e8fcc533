package org.ridgeline.casework.determination;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.casework.determination.DeterminationKind.Effect;

/// The ways in which a case may be determined: five that are built in, and what the installation
/// adds.
public record DeterminationKinds(List<DeterminationKind> all) {
  private static final String NOT_A_HOLD = " THIS IS NOT A REQUEST TO HOLD";

  private static final String NO_ACTION =
      "IDENT DATA RESPONSE: REVIEWED BY AN OFFICER. NO ACTION." + NOT_A_HOLD;

  private static final List<DeterminationKind> STANDARD =
      List.of(
          new DeterminationKind(
              "us-citizen",
              "U.S. citizen: close and purge",
              Effect.CLOSE_AND_PURGE,
              false,
              "IDENT DATA RESPONSE: REVIEWED BY AN OFFICER. NO RECORD OF THE SECOND REPOSITORY"
                  + " APPLIES. NO ACTION."
                  + NOT_A_HOLD),
          new DeterminationKind(
              "lawful-status", "Lawful status: no action", Effect.CLOSE, false, NO_ACTION),
          new DeterminationKind("no-action", "No action", Effect.CLOSE, false, NO_ACTION),
          new DeterminationKind(
              "notify-on-release",
              "Ask for notice before release",
              Effect.NOTIFY,
              false,
              "IDENT DATA RESPONSE: REVIEWED BY AN OFFICER. THE REVIEWING AGENCY ASKS TO BE TOLD"
                  + " BEFORE THE PERSON IS RELEASED."
                  + NOT_A_HOLD),
          new DeterminationKind(
              "referred-to-prosecutor",
              "Refer to a prosecutor (prior removal)",
              Effect.REFER,
              true,
              "IDENT DATA RESPONSE: REVIEWED BY AN OFFICER. REFERRED TO A PROSECUTOR, WHO"
                  + " DECIDES."
                  + NOT_A_HOLD));

  public DeterminationKinds {
    all = List.copyOf(all);
    Set<String> keys = new LinkedHashSet<>();
    for (DeterminationKind kind : all) {
      if (!keys.add(kind.key())) {
        throw new IllegalArgumentException("determination \"" + kind.key() + "\" twice");
      }
    }
  }

  /// The built-in ways.
  public static DeterminationKinds standard() {
    return new DeterminationKinds(STANDARD);
  }

  /// With the installation's own, key to words. They end the case without action: what asks
  /// anything of anybody is built in, so that it is reviewed with the program.
  public DeterminationKinds with(Map<String, String> words) {
    List<DeterminationKind> more = new ArrayList<>(all);
    words.forEach(
        (key, text) -> more.add(new DeterminationKind(key, text, Effect.CLOSE, false, NO_ACTION)));
    return new DeterminationKinds(more);
  }

  /// One of them.
  public Optional<DeterminationKind> of(String key) {
    return all.stream().filter(kind -> kind.key().equals(key)).findFirst();
  }
}
