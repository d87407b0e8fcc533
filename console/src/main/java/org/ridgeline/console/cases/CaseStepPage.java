package org.ridgeline.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.UUID;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.EvidenceDesk;
import org.ridgeline.casework.casefile.EvidenceDesk.Run;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.determination.AnswerRelay;
import org.ridgeline.casework.determination.SigningDesk;
import org.ridgeline.console.cases.CaseForms.CheckForm;
import org.ridgeline.console.cases.CaseForms.CountersignForm;
import org.ridgeline.console.cases.CaseForms.DocumentForm;
import org.ridgeline.console.cases.CaseForms.FactForm;
import org.ridgeline.console.cases.CaseForms.InterviewForm;
import org.ridgeline.console.cases.CaseForms.NoteForm;
import org.ridgeline.console.cases.CaseForms.ReviewForm;
import org.ridgeline.console.cases.CaseForms.SignForm;
import org.ridgeline.console.cases.CaseForms.StepForm;
import org.ridgeline.console.cases.CaseForms.StopForm;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
      @Valid StepForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    desk.step(actor, form.wish(id));
    return done(id, after, "Done: " + form.step().words() + ".");
  }

  @PostMapping("/cases/{id}/check")
  String check(
      @PathVariable UUID id,
      @Valid CheckForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    Run run = form.run();
    evidence.check(actor, id, run);
    String said = run.kind().words() + ", " + run.result().words();
    return done(id, after, "Recorded: " + said + ".");
  }

  @PostMapping("/cases/{id}/review")
  String review(
      @PathVariable UUID id,
      @Valid ReviewForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    evidence.review(CasePurposes.actor(request, id), id, form.finding(), form.dossier());
    return done(id, after, "Your review is recorded.");
  }

  @PostMapping("/cases/{id}/fact")
  String fact(
      @PathVariable UUID id,
      @Valid FactForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    evidence.fact(actor, id, form.fact(actor.name()));
    return done(id, after, "The fact is on file.");
  }

  @PostMapping("/cases/{id}/interview")
  String interview(
      @PathVariable UUID id,
      @Valid InterviewForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    evidence.interview(actor, id, form.heldOn(), form.language(), form.content());
    return done(id, after, "The interview is on file.");
  }

  @PostMapping("/cases/{id}/document")
  String document(
      @PathVariable UUID id,
      @Valid DocumentForm form,
      HttpServletRequest request,
      RedirectAttributes after)
      throws IOException {
    Actor actor = CasePurposes.actor(request, id);
    evidence.attach(actor, id, form.head(), form.file().getBytes());
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
      @Valid StopForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    evidence.stop(actor, form.wish(id), form.kind());
    return done(id, after, "The case is stopped. Only a supervisor can release it.");
  }

  @PostMapping("/cases/{id}/release")
  String release(
      @PathVariable UUID id,
      @Valid NoteForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    evidence.release(actor, form.release(id));
    return done(id, after, "The stop is released.");
  }

  @PostMapping("/cases/{id}/sign")
  String sign(
      @PathVariable UUID id,
      @Valid SignForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    signing.sign(actor, form.paper(id), form.against(), form.password());
    relay.wake();
    return done(id, after, "Signed.");
  }

  @PostMapping("/cases/{id}/countersign")
  String countersign(
      @PathVariable UUID id,
      @Valid CountersignForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    signing.countersign(actor, id, form.version(), form.dossier(), form.password());
    relay.wake();
    return done(id, after, "Signed second.");
  }

  @PostMapping("/cases/{id}/return")
  String giveBack(
      @PathVariable UUID id,
      @Valid NoteForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    signing.giveBack(actor, id, form.version(), form.note());
    return done(id, after, "Returned to the officer.");
  }

  private static String done(UUID id, RedirectAttributes after, String words) {
    after.addFlashAttribute("done", words);
    return "redirect:/cases/" + id;
  }
}
