package org.ridgeline.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Anchor;
import org.ridgeline.ledger.Checkpoints;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What every page needs to know.
@ControllerAdvice(basePackages = "org.ridgeline.console")
public class EveryPage {
  private static final Set<Role> KEEPERS =
      EnumSet.of(Role.ADMINISTRATOR, Role.OPERATOR, Role.SUPERVISOR, Role.OVERSIGHT);

  private final Checkpoints checkpoints;
  private final List<Anchor> anchors;

  EveryPage(Checkpoints checkpoints, List<Anchor> anchors) {
    this.checkpoints = checkpoints;
    this.anchors = anchors;
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
    String away =
        Stream.concat(Stream.of(checkpoints.copyTrouble()), anchors.stream().map(Anchor::trouble))
            .filter(trouble -> !trouble.isEmpty())
            .collect(Collectors.joining("; "));
    if (!away.isEmpty()) {
      model.addAttribute("uncopied", away);
    }
  }
}
