package org.ridgeline.console.records;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Typed;
import org.ridgeline.console.page.Who;
import org.ridgeline.repository.export.ExportDesk;
import org.ridgeline.repository.export.ExportRefusedException;
import org.ridgeline.repository.export.Exports;
import org.ridgeline.repository.export.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where records officers propose exports of a whole repository, and agree to those of their
/// colleagues, or refuse and stop them. Nothing of a repository is shown or sent here.
@Controller
class ExportPage {
  private static final int SHOWN_MAX = 100;

  private final ExportDesk desk;

  ExportPage(ExportDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/records/exports")
  String page(Principal principal, Model model) {
    Who who = who(principal);
    List<ExportLine> lines = new ArrayList<>();
    for (Exports exports : desk.all()) {
      String repository = exports.repository();
      exports
          .newest(SHOWN_MAX)
          .forEach(
              one -> lines.add(ExportLine.of(repository, one, exports.state(one), who.name())));
    }
    lines.sort(Comparator.comparing((ExportLine line) -> line.step().mayStop()).reversed());
    model.addAttribute("exports", lines);
    model.addAttribute("repositories", desk.names());
    return "console/exports";
  }

  /// What the form of a proposal sends.
  record ProposalForm(
      @NotBlank(message = "NOT_ON_LIST") String repository, String receiver, String reason) {
    ProposalForm {
      repository = Typed.text(repository);
      receiver = Typed.text(receiver);
      reason = Typed.text(reason);
    }
  }

  @PostMapping("/records/exports/propose")
  String propose(@Valid ProposalForm form, Principal principal, RedirectAttributes after) {
    taken(() ->
        desk.of(form.repository())
            .propose(new Order(form.receiver(), form.reason()), who(principal).name()));
    return done(after, "Proposed. Another officer agrees or refuses.");
  }

  @PostMapping("/records/exports/{repository}/{id}/agree")
  String agree(
      @PathVariable String repository,
      @PathVariable UUID id,
      Principal principal,
      RedirectAttributes after) {
    taken(() -> desk.of(repository).agree(id, who(principal).name()));
    return done(after, "Agreed. Whoever runs the server writes it: repository export run.");
  }

  @PostMapping("/records/exports/{repository}/{id}/refuse")
  String refuse(
      @PathVariable String repository,
      @PathVariable UUID id,
      Principal principal,
      RedirectAttributes after) {
    taken(() -> desk.of(repository).refuse(id, who(principal).name()));
    return done(after, "Refused. What has been written already is not taken back by this.");
  }

  private static <T> T taken(Supplier<T> step) {
    try {
      return step.get();
    } catch (ExportRefusedException e) {
      throw new RefusedStep(ConsoleRefusal.EXPORT_NOT_POSSIBLE, String.valueOf(e.getMessage()));
    }
  }

  private static String done(RedirectAttributes after, String said) {
    after.addFlashAttribute("done", said);
    return "redirect:/records/exports";
  }

  private static Who who(Principal principal) {
    return Who.of(Optional.of(principal)).orElseThrow();
  }
}
