package org.ridgeline.console.workbench;

import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.verification.Limits;
import org.ridgeline.casework.verification.SupervisorDesk;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// For the supervisor who settled a conflict: what the two, and they themselves, marked where.
@Controller
class MarksPage {
  private final SupervisorDesk supervisors;

  MarksPage(SupervisorDesk supervisors) {
    this.supervisors = supervisors;
  }

  @GetMapping("/examine/conflicts/{review}")
  String marks(
      @PathVariable UUID review,
      @RequestParam Optional<Integer> finger,
      Principal principal,
      Model model) {
    Actor actor = Examiner.of(principal);
    SupervisorDesk.Marked marked = supervisors.marked(actor, review);
    MarksView view =
        MarksView.of(
            marked,
            (fgp, isLeft) ->
                marked.fingers().contains(fgp)
                    ? Optional.of(supervisors.print(actor, review, fgp, isLeft).template())
                    : Optional.empty());
    model.addAttribute("view", view);
    model.addAttribute("daysKept", Limits.REVIEW_DAYS);
    model.addAttribute("only", finger.orElse(0));
    return "console/marks";
  }

  @GetMapping("/examine/conflicts/{review}/{fgp}/{side:left|right}.png")
  ResponseEntity<byte[]> print(
      @PathVariable UUID review,
      @PathVariable int fgp,
      @PathVariable String side,
      Principal principal) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.IMAGE_PNG)
        .body(supervisors.print(Examiner.of(principal), review, fgp, side.equals("left")).png());
  }
}
