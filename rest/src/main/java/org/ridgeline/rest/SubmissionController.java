package org.ridgeline.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.intake.Intake;
import org.ridgeline.exchange.intake.IntakeResult;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Submissions over HTTP: the transaction's bytes in, a control number out, answers to fetch.
@RestController
@RequestMapping("/api/v1/submissions")
class SubmissionController {
  private final Intake intake;
  private final OwnSubmissions submissions;
  private final AnswerStore answers;
  private final BoundedBody bodies;

  SubmissionController(
      Intake intake, OwnSubmissions submissions, AnswerStore answers, BoundedBody bodies) {
    this.intake = intake;
    this.submissions = submissions;
    this.answers = answers;
    this.bodies = bodies;
  }

  @PostMapping
  ResponseEntity<?> submit(
      HttpServletRequest request, @AuthenticationPrincipal Caller.OfAgency caller)
      throws IOException {
    return bodies.read(
        request,
        caller.agency().ori().value(),
        bytes ->
            switch (intake.take(bytes, caller.agency(), caller.agency().channel())) {
              case IntakeResult.Accepted accepted -> accepted(accepted);
              case IntakeResult.Refused refused -> Problems.refused(refused);
              case IntakeResult.Busy busy -> Problems.busy(busy.retryAfterSeconds());
            });
  }

  private static ResponseEntity<?> accepted(IntakeResult.Accepted accepted) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/submissions/" + accepted.control()))
        .body(
            new AcceptedJson(
                accepted.control(),
                accepted.tcn(),
                accepted.state(),
                accepted.replayed(),
                accepted.findings().stream().map(FindingJson::of).toList()));
  }

  /// What a sender gets at once.
  record AcceptedJson(
      String control,
      Optional<String> tcn,
      String state,
      boolean replayed,
      List<FindingJson> findings) {}

  @GetMapping("/{control}")
  ResponseEntity<?> one(
      @PathVariable String control, @AuthenticationPrincipal Caller.OfAgency caller) {
    return submissions
        .of(control, caller.agency())
        .<ResponseEntity<?>>map(s -> ResponseEntity.ok(submissions.json(s)))
        .orElseGet(() -> Problems.notFound("submission " + control));
  }

  @GetMapping("/{control}/answers")
  ResponseEntity<?> answers(
      @PathVariable String control, @AuthenticationPrincipal Caller.OfAgency caller) {
    if (submissions.of(control, caller.agency()).isEmpty()) {
      return Problems.notFound("submission " + control);
    }
    answers.fetched(control);
    return ResponseEntity.ok(submissions.answersOf(control));
  }

  @PostMapping("/{control}/answers/{answerId}/acknowledge")
  ResponseEntity<?> acknowledge(
      @PathVariable String control,
      @PathVariable UUID answerId,
      @AuthenticationPrincipal Caller.OfAgency caller) {
    boolean known =
        submissions.of(control, caller.agency()).isPresent()
            && answers.deliverable(control).stream()
                .anyMatch(answer -> answer.answerId().equals(answerId));
    if (!known) {
      return Problems.notFound("answer " + answerId);
    }
    answers.acknowledged(answerId, caller.agency().ori().value());
    return ResponseEntity.noContent().build();
  }
}
