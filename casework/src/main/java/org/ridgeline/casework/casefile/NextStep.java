package org.ridgeline.casework.casefile;

import java.util.List;
import java.util.Locale;
import org.ridgeline.casework.evidence.Gate;
import org.ridgeline.exchange.operator.Role;

/// What comes next with a case, in one sentence, and everything that is still open.
/// - **Shape** `who` in words, empty where the program does it or nothing is left to do
public record NextStep(String todo, String who, List<Gate.Missing> open) {
  public NextStep {
    open = List.copyOf(open);
  }

  /// What comes next now.
  public static NextStep of(Case one, Gate.Look look) {
    if (one.stopped()) {
      return of("release the protected-person stop, or close the case", Role.SUPERVISOR);
    }
    return switch (one.state()) {
      case RECEIVED -> machine("the prints go to the examiners by themselves");
      case VERIFYING ->
          machine("wait for the examiners, who compare the prints without knowing this case");
      case INCONCLUSIVE ->
          of("have the prints verified again, or close without action", Role.SUPERVISOR);
      case CITIZENSHIP_REVIEW ->
          gated(one, Step.FINISH_CITIZENSHIP, look, "finish the citizenship review");
      case FACTS -> gated(one, Step.FINISH_FACTS, look, "finish the facts");
      case READY -> gated(one, Step.SIGN, look, "sign the determination");
      case COUNTERSIGN -> of("sign the determination second, or return it", Role.APPROVER);
      case DETERMINED -> machine("the second answer is on its way");
      case NOTIFIED ->
          of("follow the custody clock and record what became of the person", Role.OFFICER);
      case IN_CUSTODY_WATCH, REFERRED ->
          of("record what became of the person; that closes the case", Role.OFFICER);
      case EXCLUDED, CLOSED -> machine("nothing; the case is closed");
    };
  }

  private static NextStep gated(Case one, Step step, Gate.Look look, String done) {
    Transitions.Row row = Transitions.of(one.state(), step).orElseThrow();
    List<Gate.Missing> missing = Gate.missing(row.gates(), look);
    return missing.isEmpty()
        ? of(done, Role.OFFICER)
        : new NextStep(missing.getFirst().todo(), words(missing.getFirst().who()), missing);
  }

  private static NextStep of(String todo, Role who) {
    return new NextStep(todo, words(who), List.of());
  }

  private static NextStep machine(String todo) {
    return new NextStep(todo, "", List.of());
  }

  private static String words(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// The sentence: "Next: run the passport record check (officer)."
  public String sentence() {
    return "Next: " + todo + (who.isEmpty() ? "" : " (" + who + ")") + ".";
  }
}
