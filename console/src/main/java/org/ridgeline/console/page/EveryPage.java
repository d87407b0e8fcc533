package org.ridgeline.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What every page needs to know.
@ControllerAdvice(basePackages = "org.ridgeline.console")
public class EveryPage {
  /// Says who looks.
  @ModelAttribute
  public void who(HttpServletRequest request, Model model) {
    Who.of(Optional.ofNullable(request.getUserPrincipal()))
        .ifPresent(who -> model.addAttribute("who", who));
  }
}
