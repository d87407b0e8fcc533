package org.ridgeline.console.records;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Typed;
import org.ridgeline.console.page.Who;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.amend.Amendment;
import org.ridgeline.repository.amend.AmendmentDesk;
import org.ridgeline.repository.amend.Amendments;
import org.ridgeline.repository.amend.Change;
import org.ridgeline.repository.amend.Ground;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where records officers ask for amendments, and approve or decline those of their colleagues.
@Controller
class RecordsPage {
  private static final String PURPOSE = "amendment";
  private static final int SHOWN_MAX = 200;

  private final AmendmentDesk desk;
  private final Trail trail;

  RecordsPage(AmendmentDesk desk, Trail trail) {
    this.desk = desk;
    this.trail = trail;
  }

  @GetMapping("/records")
  String page(Principal principal, Model model) {
    Who who = who(principal);
    List<AmendmentLine> lines = new ArrayList<>();
    for (Amendments amendments : desk.all()) {
      String repository = amendments.repository();
      who.saw(
          trail,
          PURPOSE,
          Action.Known.AMENDMENT_LIST,
          Subject.Kind.REPOSITORY.of(repository),
          Map.of());
      amendments
          .newest(SHOWN_MAX)
          .forEach(one -> lines.add(AmendmentLine.of(repository, one, who.name())));
    }
    lines.sort(Comparator.comparing((AmendmentLine line) -> line.step().isOpen()).reversed());
    model.addAttribute("amendments", lines);
    model.addAttribute("repositories", desk.names());
    model.addAttribute("kinds", Change.Kind.values());
    return "console/records";
  }

  /// What the form of an amendment sends.
  record AskForm(
      @NotBlank(message = "NOT_ON_LIST") String repository,
      @NotNull(message = "NOT_ON_LIST") Change.Kind kind,
      @NotNull(message = "NOT_ON_LIST") UUID subject,
      @Nullable UUID target,
      String authority,
      String reason) {
    AskForm {
      repository = Typed.text(repository);
      authority = Typed.text(authority);
      reason = Typed.text(reason);
    }

    Change change() {
      return new Change(kind, subject, Optional.ofNullable(target));
    }
  }

  @PostMapping("/records/ask")
  String ask(@Valid AskForm form, Principal principal, RedirectAttributes after) {
    Amendment asked =
        taken(() ->
            desk.of(form.repository())
                .ask(
                    form.change(),
                    new Ground(form.authority(), form.reason()),
                    who(principal).name()));
    return done(after, "Asked: " + asked.change().kind().words() + ". Another officer decides.");
  }

  @PostMapping("/records/{repository}/{id}/approve")
  String approve(
      @PathVariable String repository,
      @PathVariable UUID id,
      Principal principal,
      RedirectAttributes after) {
    Amendment one = taken(() -> desk.of(repository).approve(id, who(principal).name()));
    return done(
        after,
        "Done: "
            + one.change().kind().words()
            + (one.receipt().isPresent() ? ". The receipt is in the list." : "."));
  }

  @PostMapping("/records/{repository}/{id}/decline")
  String decline(
      @PathVariable String repository,
      @PathVariable UUID id,
      Principal principal,
      RedirectAttributes after) {
    taken(() -> desk.of(repository).decline(id, who(principal).name()));
    return done(after, "Declined. Nothing was changed.");
  }

  /// The signed receipt, to be kept and checked elsewhere.
  @GetMapping("/records/{repository}/{id}/receipt")
  ResponseEntity<String> receipt(@PathVariable String repository, @PathVariable UUID id) {
    return taken(() -> desk.of(repository).find(id))
        .receipt()
        .map(receipt ->
            ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(receipt.printed()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /// What the records do not allow is said as any refusal of the console.
  private static <T> T taken(Supplier<T> step) {
    try {
      return step.get();
    } catch (IllegalArgumentException e) {
      throw new RefusedStep(ConsoleRefusal.AMENDMENT_NOT_POSSIBLE, String.valueOf(e.getMessage()));
    }
  }

  private static String done(RedirectAttributes after, String said) {
    after.addFlashAttribute("done", said);
    return "redirect:/records";
  }

  private static Who who(Principal principal) {
    return Who.of(Optional.of(principal)).orElseThrow();
  }
}
