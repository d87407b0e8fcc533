package org.ridgeline.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerCopies;
import org.ridgeline.exchange.answer.AnswerStore;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Copies of answers to other agencies' submissions that name this one in 2.007 SCO. Reading them
/// is their delivery; acknowledging one takes it off the list.
@RestController
@RequestMapping("/api/v1/copies")
class CopyController {
  private final AnswerCopies copies;
  private final AnswerStore answers;

  CopyController(AnswerCopies copies, AnswerStore answers) {
    this.copies = copies;
    this.answers = answers;
  }

  @GetMapping
  List<CopyJson> all(@AuthenticationPrincipal Caller.OfAgency caller) {
    return copies.fetch(caller.agency().ori().value()).stream().map(CopyJson::of).toList();
  }

  @PostMapping("/{answerId}/acknowledge")
  ResponseEntity<?> acknowledge(
      @PathVariable UUID answerId, @AuthenticationPrincipal Caller.OfAgency caller) {
    String ori = caller.agency().ori().value();
    if (!copies.isCopiedTo(answerId, ori)) {
      return Problems.notFound("copy " + answerId);
    }
    answers.acknowledged(answerId, ori);
    return ResponseEntity.noContent().build();
  }

  /// A copy as JSON; `transaction` the answer's bytes.
  record CopyJson(
      UUID answerId,
      String control,
      String repository,
      String tot,
      Optional<String> srf,
      String outcome,
      byte[] transaction,
      Instant createdAt) {
    static CopyJson of(Answer answer) {
      return new CopyJson(
          answer.answerId(),
          answer.control(),
          answer.source().key(),
          answer.tot(),
          answer.srf(),
          answer.outcome().key(),
          answer.bytes(),
          answer.createdAt());
    }
  }
}
