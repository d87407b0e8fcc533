package org.ridgeline.console.redress;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.redress.CorrectionNotice;
import org.ridgeline.casework.redress.Corrections;
import org.ridgeline.casework.redress.Deadlines.Reading;
import org.ridgeline.casework.redress.DecisionKind;
import org.ridgeline.casework.redress.RedressDesk;
import org.ridgeline.casework.redress.RedressItem;
import org.ridgeline.casework.redress.Remedy;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Typed;
import org.ridgeline.console.page.Who;
import org.ridgeline.console.page.Word;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The redress officer's pages: the queue by clocks, one item, and a person's own access log.
@Controller
@RequestMapping("/redress")
class RedressPage {
  private static final String PURPOSE = "redress";

  private final RedressDesk desk;
  private final Corrections corrections;
  private final Clock clock = Clock.systemUTC();

  RedressPage(RedressDesk desk, Corrections corrections) {
    this.desk = desk;
    this.corrections = corrections;
  }

  private static Actor actor(Principal principal) {
    Who who = Who.of(Optional.of(principal)).orElseThrow();
    return new Actor(who.name(), who.duty(), PURPOSE);
  }

  /// A clock as people read it.
  record ClockLine(Word word, Moment due) {
    static ClockLine of(Reading reading, Instant due) {
      Word word =
          switch (reading) {
            case RUNNING -> new Word("◔", "time left", Tone.WAIT);
            case SOON -> new Word("◕", "due soon", Tone.CHECK);
            case BREACHED -> new Word("!", "missed", Tone.BAD);
            case MET -> new Word("✓", "in time", Tone.CALM);
            case MET_LATE -> new Word("!", "done late", Tone.CHECK);
          };
      return new ClockLine(word, Moment.of(due));
    }
  }

  /// An item and its clocks.
  record Line(RedressItem item, ClockLine acknowledging, ClockLine deciding, Moment received) {
    static Line of(RedressItem item, Instant now) {
      return new Line(
          item,
          ClockLine.of(item.acknowledging(now), item.deadlines().acknowledgeBy()),
          ClockLine.of(item.deciding(now), item.deadlines().decideBy()),
          Moment.of(item.receivedAt()));
    }
  }

  /// A notice and how it stands.
  record NoticeLine(CorrectionNotice notice, Word word, Moment due) {
    static NoticeLine of(CorrectionNotice notice, Instant now) {
      Word word =
          notice.acknowledgedAt().isPresent()
              ? new Word("✓", "acknowledged", Tone.CALM)
              : notice.isOverdue(now)
                  ? new Word("!", "overdue", Tone.BAD)
                  : new Word("◔", "sent", Tone.WAIT);
      return new NoticeLine(notice, word, Moment.of(notice.dueAt()));
    }
  }

  @GetMapping
  String queue(
      @RequestParam(defaultValue = "open") String show,
      @RequestParam(defaultValue = "") String find,
      Principal principal,
      Model model) {
    Actor actor = actor(principal);
    if (!find.isBlank()) {
      Optional<RedressItem> found = desk.find(actor, find);
      if (found.isPresent()) {
        return "redirect:/redress/" + found.get().itemId();
      }
      model.addAttribute("objection", "Nothing has this receipt or number.");
    }
    Instant now = clock.instant();
    boolean decided = show.equals("decided");
    model.addAttribute("decided", decided);
    model.addAttribute(
        "items", desk.queue(actor, decided).stream().map(i -> Line.of(i, now)).toList());
    model.addAttribute("overdue", corrections.overdue());
    return "console/redress";
  }

  @GetMapping("/{id}")
  String item(@PathVariable UUID id, Principal principal, Model model) {
    RedressDesk.File file = desk.read(actor(principal), id);
    Instant now = clock.instant();
    model.addAttribute("file", file);
    model.addAttribute("line", Line.of(file.item(), now));
    model.addAttribute("notices", file.notices().stream().map(n -> NoticeLine.of(n, now)).toList());
    model.addAttribute(
        "events",
        file.events().stream()
            .map(e -> new EventLine(Moment.of(e.at()), e.actor(), e.step(), e.note()))
            .toList());
    model.addAttribute("decisions", DecisionKind.values());
    model.addAttribute("remedies", Remedy.values());
    return "console/redress-item";
  }

  /// A line of an item's timeline.
  record EventLine(Moment at, String actor, String step, String note) {}

  @PostMapping("/{id}/acknowledge")
  String acknowledge(@PathVariable UUID id, Principal principal, RedirectAttributes after) {
    desk.acknowledge(actor(principal), id);
    return back(id, after, "The person sees now that it was read.");
  }

  @PostMapping("/{id}/link")
  String link(
      @PathVariable UUID id,
      @RequestParam String number,
      Principal principal,
      RedirectAttributes after) {
    desk.link(actor(principal), id, number);
    return back(id, after, "Linked.");
  }

  @PostMapping("/{id}/verify")
  String verify(
      @PathVariable UUID id,
      @RequestParam String how,
      Principal principal,
      RedirectAttributes after) {
    desk.verify(actor(principal), id, how);
    return back(id, after, "Noted how it was made sure who asks.");
  }

  /// What the form of a decision sends.
  record RulingForm(
      @NotNull DecisionKind decision,
      String reasons,
      @Nullable List<Remedy> remedy,
      String statement) {
    RulingForm {
      reasons = Typed.text(reasons);
      // A box without a value is none.
      remedy = remedy == null ? List.of() : remedy.stream().filter(Objects::nonNull).toList();
      statement = Typed.text(statement);
    }

    RedressDesk.Ruling ruling() {
      return new RedressDesk.Ruling(decision, reasons, remedy, statement);
    }
  }

  @PostMapping("/{id}/decide")
  String decide(
      @PathVariable UUID id,
      @Valid RulingForm form,
      BindingResult wrong,
      Principal principal,
      RedirectAttributes after) {
    if (wrong.hasErrors()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    int notices = desk.decide(actor(principal), id, form.ruling());
    return back(id, after, "Decided. Correction notices sent: " + notices + ".");
  }

  @PostMapping("/{id}/notices/{notice}/heard")
  String heard(
      @PathVariable UUID id,
      @PathVariable UUID notice,
      @RequestParam String how,
      Principal principal,
      RedirectAttributes after) {
    desk.heard(actor(principal), id, notice, how);
    return back(id, after, "Noted as acknowledged.");
  }

  private static String back(UUID id, RedirectAttributes after, String done) {
    after.addFlashAttribute("done", done);
    return "redirect:/redress/" + id;
  }

  /// The person's own access log as a table that any spreadsheet opens.
  @PostMapping("/{id}/access-log")
  ResponseEntity<byte[]> accessLog(@PathVariable UUID id, Principal principal) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"access-log.csv\"")
        .body(AccessLogCsv.of(desk.accessLog(actor(principal), id)));
  }
}
