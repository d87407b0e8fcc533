package org.ridgeline.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.ridgeline.app.main.DemoDoor;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What every page needs to know.
@ControllerAdvice(basePackages = "org.ridgeline.app.console")
class EveryPage {
  private final DemoDoor door;

  EveryPage(DemoDoor door) {
    this.door = door;
  }

  @ModelAttribute
  void who(HttpServletRequest request, Model model) {
    model.addAttribute("demo", door.isOpen());
    Who.of(Optional.ofNullable(request.getUserPrincipal()))
        .ifPresent(who -> model.addAttribute("who", who));
  }
}
