package org.ridgeline.console.oversight;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.estimate.disparity.DisparityCaveat;
import org.ridgeline.oversight.disparity.Review;
import org.ridgeline.oversight.disparity.Review.Standing;
import org.ridgeline.oversight.disparity.ReviewDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What studies of disparity opened for people: taken, looked into, and closed with words. No case
/// is read or changed from here.
@Controller
@RequestMapping("/oversight/disparity")
class DisparityPage {
  private static final String BACK = "redirect:/oversight/disparity";

  private final ReviewDesk desk;

  DisparityPage(ReviewDesk desk) {
    this.desk = desk;
  }

  /// An item as people read it.
  record Line(Review item, Word word, Moment opened, Optional<Closing> closing, boolean mine) {
    static Line of(Review item, String me) {
      Word word =
          switch (item.standing()) {
            case Standing.Open _ -> new Word("!", "open", Tone.CHECK);
            case Standing.Taken _ -> new Word("◔", "taken", Tone.WAIT);
            case Standing.Closed _ -> new Word("✓", "closed", Tone.CALM);
          };
      Optional<Closing> closing =
          item.standing() instanceof Standing.Closed closed
              ? Optional.of(
                  new Closing(
                      closed.by(),
                      Moment.of(closed.at()),
                      closed.finding().words(),
                      closed.reason()))
              : Optional.empty();
      boolean mine = item.standing() instanceof Standing.Taken taken && taken.by().equals(me);
      return new Line(item, word, Moment.of(item.openedAt()), closing, mine);
    }

    /// Who has or had it.
    public String holder() {
      return item.holder().orElse("nobody");
    }
  }

  /// How an item was closed.
  record Closing(String by, Moment at, String finding, String reason) {}

  @GetMapping
  String list(Principal principal, Model model) {
    List<Line> lines =
        desk.list().stream().map(item -> Line.of(item, principal.getName())).toList();
    model.addAttribute("lines", lines.stream().filter(one -> one.closing().isEmpty()).toList());
    model.addAttribute("closed", lines.stream().filter(one -> one.closing().isPresent()).toList());
    model.addAttribute("findings", Review.Finding.values());
    model.addAttribute("caveats", DisparityCaveat.values());
    return "console/disparity";
  }

  @PostMapping("/{id}/take")
  String take(@PathVariable UUID id, Principal principal, RedirectAttributes after) {
    boolean taken = desk.take(id, principal.getName());
    after.addFlashAttribute(
        "done", taken ? "Yours now." : "It is closed, or yours already, or there is none.");
    return BACK;
  }

  @PostMapping("/{id}/close")
  String close(
      @PathVariable UUID id,
      @RequestParam Review.Finding finding,
      @RequestParam String reason,
      Principal principal,
      RedirectAttributes after) {
    Optional<String> fault = ReviewDesk.fault(reason);
    if (fault.isPresent()) {
      after.addFlashAttribute("done", "Not closed. " + fault.get());
    } else {
      boolean closed = desk.close(id, principal.getName(), finding, reason);
      after.addFlashAttribute(
          "done", closed ? "Closed." : "Not closed: only who has taken an item closes it.");
    }
    return BACK;
  }
}
