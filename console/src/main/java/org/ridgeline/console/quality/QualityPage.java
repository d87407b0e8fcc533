package org.ridgeline.console.quality;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.console.page.Limits;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Who;
import org.ridgeline.console.quality.QualityView.Outcome;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.identify.CardImages;
import org.ridgeline.exchange.identify.CorrectionRules;
import org.ridgeline.exchange.identify.HeldCards.Decided;
import org.ridgeline.exchange.identify.HeldCards.Step;
import org.ridgeline.exchange.quality.HeldCard;
import org.ridgeline.exchange.quality.QualityDesk;
import org.ridgeline.exchange.submission.CorrectionLine;
import org.ridgeline.exchange.submission.Corrections;
import org.ridgeline.exchange.submission.QualityHold;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Held cards before the people of quality control. What is chosen and typed travels with the form;
/// until the decision the server keeps nothing of it.
@Controller
@RequestMapping("/quality")
class QualityPage {
  private static final String PURPOSE = "quality control";

  private final QualityDesk desk;
  private final Semaphore places = new Semaphore(Limits.PRINTS_AT_ONCE_MAX);

  QualityPage(QualityDesk desk) {
    this.desk = desk;
  }

  private static Trail.Person who(Principal principal) {
    Who who = Who.of(Optional.of(principal)).orElseThrow();
    return new Trail.Person(who.name(), who.duty().role().name(), PURPOSE);
  }

  /// One card of the queue.
  record Line(QualityView.Head head, String holder, boolean isMine) {}

  @GetMapping
  String queue(Principal principal, Model model) {
    String me = principal.getName();
    model.addAttribute(
        "lines",
        desk.queue().stream()
            .map(hold -> {
              String holder = desk.holder(hold).orElse("");
              return new Line(QualityView.Head.of(hold), holder, holder.equals(me));
            })
            .toList());
    return "console/quality";
  }

  @PostMapping("/{control}/take")
  String take(@PathVariable String control, Principal principal, RedirectAttributes after) {
    if (desk.take(control, who(principal))) {
      return "redirect:/quality/" + known(control).control();
    }
    after.addFlashAttribute("done", lost(control));
    return "redirect:/quality";
  }

  @PostMapping("/{control}/release")
  String release(@PathVariable String control, Principal principal, RedirectAttributes after) {
    desk.release(control, who(principal));
    after.addFlashAttribute("done", "Put back. Nothing was changed.");
    return "redirect:/quality";
  }

  @GetMapping("/{control}")
  String page(@PathVariable String control, Principal principal, Model model) {
    Optional<HeldCard> card = desk.card(control, who(principal), "card");
    if (card.isEmpty()) {
      known(control);
      return gone(control, Map.of(), model);
    }
    return shown(card.get(), QualityForm.asSent(card.get().sent()), Optional.empty(), model);
  }

  /// An image as it came, whole.
  @GetMapping("/{control}/images/{number}.png")
  ResponseEntity<byte[]> image(
      @PathVariable String control, @PathVariable String number, Principal principal) {
    if (!number.matches("[0-9]{1,3}")) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    int index = Integer.parseInt(number);
    places.acquireUninterruptibly();
    try {
      return desk.card(control, who(principal), "image " + index)
          .map(card -> card.sent().images())
          .filter(images -> index < images.size())
          .flatMap(images -> CardImages.whole(images.get(index)))
          .map(image -> ImageEncoder.encode(ImageFormat.PNG, image))
          .map(png -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png))
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    } finally {
      places.release();
    }
  }

  /// Every step but the decision: labels are moved, or it is tried what they give.
  @PostMapping("/{control}")
  String step(
      @PathVariable String control,
      @RequestParam Map<String, String> typed,
      Principal principal,
      Model model)
      throws InterruptedException {
    Trail.Person who = who(principal);
    known(control);
    Optional<HeldCard> card =
        desk.take(control, who) ? desk.card(control, who, "card") : Optional.empty();
    if (card.isEmpty()) {
      return gone(control, typed, model);
    }
    String act = typed.getOrDefault("act", "");
    QualityForm form = QualityForm.of(card.get().sent(), typed).after(act);
    Optional<Outcome> outcome =
        act.equals("preview") ? Optional.of(tried(card.get(), form, who)) : Optional.empty();
    return shown(card.get(), form, outcome, model);
  }

  private Outcome tried(HeldCard card, QualityForm form, Trail.Person who)
      throws InterruptedException {
    List<String> faults = faults(card, form);
    return faults.isEmpty()
        ? Outcome.of(desk.preview(card, form.corrections(), who.name()))
        : Outcome.faulty(faults);
  }

  private static List<String> faults(HeldCard card, QualityForm form) {
    Corrections corrections;
    try {
      corrections = form.corrections();
    } catch (IllegalArgumentException e) {
      return List.of("A box is not understood (" + e.getMessage() + ").");
    }
    return CorrectionRules.faults(card.sent(), corrections).stream()
        .map(QualityView::words)
        .toList();
  }

  @PostMapping("/{control}/decide")
  String decide(
      @PathVariable String control,
      @RequestParam Map<String, String> typed,
      Principal principal,
      Model model,
      RedirectAttributes after) {
    Trail.Person who = who(principal);
    known(control);
    Optional<HeldCard> card = desk.card(control, who, "decision");
    if (card.isEmpty()) {
      return gone(control, typed, model);
    }
    QualityForm form = QualityForm.of(card.get().sent(), typed);
    String decision = typed.getOrDefault("decision", "");
    List<String> wrong = wrong(card.get(), form, decision);
    if (!wrong.isEmpty()) {
      return shown(card.get(), form, Optional.of(Outcome.faulty(wrong)), model);
    }
    Decided decided = new Decided(who, form.reason());
    Step step =
        decision.equals("search")
            ? desk.search(card.get(), form.corrections(), decided)
            : desk.refuse(control, decided);
    if (step != Step.DONE) {
      return gone(control, typed, model);
    }
    after.addFlashAttribute(
        "done",
        decision.equals("search")
            ? control + " goes on to its searches."
            : control + " is refused; its sender reads your reason.");
    return "redirect:/quality";
  }

  private static List<String> wrong(HeldCard card, QualityForm form, String decision) {
    if (!List.of("search", "refuse").contains(decision)) {
      return List.of("Choose: search, or refuse. Nothing was decided.");
    }
    int most = org.ridgeline.exchange.Limits.QUALITY_REASON_CHARS_MAX;
    if (form.reason().isEmpty() || form.reason().length() > most) {
      return List.of("A decision needs a reason of 1 to " + most + " characters.");
    }
    return decision.equals("search") ? faults(card, form) : List.of();
  }

  private QualityHold known(String control) {
    return desk.hold(control).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String shown(HeldCard card, QualityForm form, Optional<Outcome> outcome, Model model) {
    model.addAttribute("view", QualityView.of(card, form, ours(card, form), outcome));
    model.addAttribute("reasonMax", org.ridgeline.exchange.Limits.QUALITY_REASON_CHARS_MAX);
    return "console/quality-card";
  }

  /// At which boxes slaps are cut now, under the positions chosen.
  private Map<String, String> ours(HeldCard card, QualityForm form) {
    Map<String, String> ours = new TreeMap<>();
    Card chosen = Card.of(card.sent().transaction(), form.withoutBoxes());
    places.acquireUninterruptibly();
    try {
      for (FingerImage image : chosen.images()) {
        String boxes = CorrectionLine.text(CardImages.boxes(chosen, image.record()));
        if (!boxes.isEmpty()) {
          ours.put(image.record(), boxes);
        }
      }
    } finally {
      places.release();
    }
    return ours;
  }

  /// The card is another's now, or not held any more: why, and all that was chosen and typed.
  private String gone(String control, Map<String, String> typed, Model model) {
    model.addAttribute("control", control);
    model.addAttribute("why", lost(control));
    model.addAttribute("isOpen", desk.queue().stream().anyMatch(h -> h.control().equals(control)));
    Map<String, String> kept = new TreeMap<>(typed);
    kept.keySet().retainAll(kept.keySet().stream().filter(QualityPage::isTyped).toList());
    model.addAttribute("kept", kept);
    return "console/quality-gone";
  }

  private static boolean isTyped(String field) {
    return field.matches("reason|(fgp|drop|boxes|mark)\\.[0-9]{1,3}");
  }

  private String lost(String control) {
    Optional<QualityHold> hold = desk.hold(control);
    if (hold.isEmpty()) {
      return "There is no such held card.";
    }
    return hold.get()
        .decided()
        .map(decided ->
            switch (decided.decision()) {
              case SEARCH -> "Decided by " + decided.by() + ": it is searched.";
              case REFUSE -> "Decided by " + decided.by() + ": it is refused.";
              case EXPIRED ->
                  "Its time ran out at "
                      + Moment.of(hold.get().dueAt()).text()
                      + " UTC: it went on as it would have gone without a hold.";
            })
        .orElseGet(() ->
            desk.holder(hold.get())
                .map(by -> by + " has this card.")
                .orElse("You do not have this card: take it first."));
  }
}
