package org.ridgeline.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseDesk.Wish;
import org.ridgeline.casework.casefile.EvidenceDesk;
import org.ridgeline.casework.casefile.EvidenceDesk.Run;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.determination.AnswerRelay;
import org.ridgeline.casework.determination.SigningDesk;
import org.ridgeline.casework.determination.SigningDesk.Paper;
import org.ridgeline.casework.evidence.CheckResult;
import org.ridgeline.casework.evidence.CitizenshipCheck;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.casework.evidence.ProtectedStop;
import org.ridgeline.casework.evidence.Reliability;
import org.ridgeline.casework.evidence.SourceDocument;
import org.ridgeline.console.page.ConsoleRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What people do on a case's page. Each form names the version of the case it was drawn for.
@Controller
class CaseStepPage {
  private final CaseDesk desk;
  private final EvidenceDesk evidence;
  private final SigningDesk signing;
  private final AnswerRelay relay;

  CaseStepPage(CaseDesk desk, EvidenceDesk evidence, SigningDesk signing, AnswerRelay relay) {
    this.desk = desk;
    this.evidence = evidence;
    this.signing = signing;
    this.relay = relay;
  }

  @PostMapping("/cases/{id}/step")
  String step(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    Step step = choice(Step.class, "step", form);
    desk.step(actor, wish(id, form, step));
    return done(id, after, "Done: " + step.words() + ".");
  }

  @PostMapping("/cases/{id}/check")
  String check(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    CitizenshipCheck kind = choice(CitizenshipCheck.class, "kind", form);
    CheckResult result = CheckResult.of(text("result", form), text("detail", form));
    evidence.check(actor, id, new Run(kind, result, text("source", form), date("on", form)));
    return done(id, after, "Recorded: " + kind.words() + ", " + result.words() + ".");
  }

  @PostMapping("/cases/{id}/review")
  String review(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes after) {
    evidence.review(CasePurposes.actor(request, id), id, text("finding", form));
    return done(id, after, "Your review is recorded.");
  }

  @PostMapping("/cases/{id}/fact")
  String fact(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    Fact.Side side = choice(Fact.Side.class, "side", form);
    Fact.Kind kind =
        side == Fact.Side.NONE_FOUND ? Fact.Kind.OTHER : choice(Fact.Kind.class, "kind", form);
    evidence.fact(
        actor,
        id,
        new Fact(
            side, kind, text("content", form), text("source", form), actor.name(), Instant.now()));
    return done(id, after, "The fact is on file.");
  }

  @PostMapping("/cases/{id}/interview")
  String interview(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    Optional<LocalDate> heldOn =
        "yes".equals(form.get("held")) ? Optional.of(date("on", form)) : Optional.empty();
    evidence.interview(actor, id, heldOn, text("language", form), text("content", form));
    return done(id, after, "The interview is on file.");
  }

  @PostMapping("/cases/{id}/document")
  String document(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @RequestParam MultipartFile file,
      HttpServletRequest request,
      RedirectAttributes after)
      throws IOException {
    Actor actor = CasePurposes.actor(request, id);
    evidence.attach(
        actor,
        id,
        new SourceDocument.Head(
            text("title", form),
            "yes".equals(form.get("primary")),
            choice(Reliability.class, "grade", form),
            date("on", form),
            Optional.ofNullable(file.getContentType()).orElse("application/octet-stream")),
        file.getBytes());
    return done(id, after, "The document is attached.");
  }

  /// A document as it was attached, to be saved, never shown inside the console.
  @GetMapping("/cases/{id}/documents/{document}")
  ResponseEntity<byte[]> document(
      @PathVariable UUID id, @PathVariable UUID document, HttpServletRequest request) {
    byte[] bytes = evidence.document(CasePurposes.actor(request, id), id, document);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + document + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(bytes);
  }

  @PostMapping("/cases/{id}/stop")
  String stop(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    ProtectedStop.Kind kind = choice(ProtectedStop.Kind.class, "kind", form);
    evidence.stop(actor, wish(id, form, Step.STOP), kind);
    return done(id, after, "The case is stopped. Only a supervisor can release it.");
  }

  @PostMapping("/cases/{id}/release")
  String release(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    evidence.release(actor, wish(id, form, Step.RELEASE_STOP));
    return done(id, after, "The stop is released.");
  }

  @PostMapping("/cases/{id}/sign")
  String sign(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    Optional<UUID> document =
        Optional.of(text("document", form)).filter(key -> !key.isEmpty()).map(CaseStepPage::id);
    var paper =
        new Paper(id, version(form), text("outcome", form), document, text("narrative", form));
    signing.sign(actor, paper, text("password", form));
    relay.wake();
    return done(id, after, "Signed.");
  }

  @PostMapping("/cases/{id}/countersign")
  String countersign(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    signing.countersign(actor, id, version(form), text("password", form));
    relay.wake();
    return done(id, after, "Signed second.");
  }

  @PostMapping("/cases/{id}/return")
  String giveBack(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    signing.giveBack(actor, id, version(form), text("note", form));
    return done(id, after, "Returned to the officer.");
  }

  private static String done(UUID id, RedirectAttributes after, String words) {
    after.addFlashAttribute("done", words);
    return "redirect:/cases/" + id;
  }

  private static Wish wish(UUID id, Map<String, String> form, Step step) {
    return new Wish(id, version(form), step, text("note", form));
  }

  private static String text(String field, Map<String, String> form) {
    return form.getOrDefault(field, "").strip();
  }

  private static int version(Map<String, String> form) {
    String text = text("version", form);
    if (!text.matches("[0-9]{1,9}")) {
      throw bad("version", text);
    }
    return Integer.parseInt(text);
  }

  private static LocalDate date(String field, Map<String, String> form) {
    try {
      return LocalDate.parse(text(field, form));
    } catch (DateTimeParseException e) {
      throw bad(field, text(field, form));
    }
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw bad("document", text);
    }
  }

  private static <E extends Enum<E>> E choice(
      Class<E> kind, String field, Map<String, String> form) {
    String key = text(field, form);
    return Arrays.stream(kind.getEnumConstants())
        .filter(value -> value.name().equals(key))
        .findFirst()
        .orElseThrow(() -> bad(field, key));
  }

  private static RefusedStep bad(String field, String text) {
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return new RefusedStep(ConsoleRefusal.FIELD_NOT_UNDERSTOOD, field, shown);
  }
}
