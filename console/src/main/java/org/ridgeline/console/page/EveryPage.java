package org.ridgeline.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.WitnessClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What every page needs to know.
@ControllerAdvice(basePackages = "org.ridgeline.console")
public class EveryPage {
  private static final Set<Role> KEEPERS =
      EnumSet.of(Role.ADMINISTRATOR, Role.OPERATOR, Role.SUPERVISOR, Role.OVERSIGHT);

  private final Checkpoints checkpoints;
  private final WitnessClient witness;

  EveryPage(Checkpoints checkpoints, WitnessClient witness) {
    this.checkpoints = checkpoints;
    this.witness = witness;
  }

  /// Says who looks, and to those who keep the system that its ledger is not signed any more.
  @ModelAttribute
  public void who(HttpServletRequest request, Model model) {
    Who.of(Optional.ofNullable(request.getUserPrincipal()))
        .ifPresent(who -> {
          model.addAttribute("who", who);
          if (KEEPERS.contains(who.duty().role())) {
            ledger(model);
          }
        });
  }

  private void ledger(Model model) {
    if (!checkpoints.findings().isEmpty()) {
      model.addAttribute("unsigned", checkpoints.findings());
    }
    String away = (checkpoints.copyTrouble() + " " + witness.trouble()).strip();
    if (!away.isEmpty()) {
      model.addAttribute("uncopied", away);
    }
  }
}
