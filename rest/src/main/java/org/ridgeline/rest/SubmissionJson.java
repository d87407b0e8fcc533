package org.ridgeline.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerStore.Delivery;
import org.ridgeline.exchange.submission.QualityHold;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.vocabulary.Finding;

/// A submission as its agency sees it.
/// - **Shape** `state` ACCEPTED, HELD, SEARCHING, ANSWERED or REFUSED; times in UTC; `hold` while
///   it is HELD, else null; `answers` those the agency may receive; `purgedAt` when what was kept
///   of the person was taken out, null before
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SubmissionJson(
    String control,
    Optional<String> tcn,
    Optional<String> tot,
    String state,
    String sha256,
    Instant receivedAt,
    Optional<Instant> extractedAt,
    Optional<Instant> closedAt,
    Optional<HoldJson> hold,
    List<FindingJson> findings,
    List<AnswerJson> answers,
    Optional<Instant> purgedAt) {
  /// The JSON form of a submission.
  static SubmissionJson of(
      Submission submission,
      Optional<QualityHold> hold,
      List<Finding> findings,
      List<AnswerJson> answers,
      Optional<Instant> purgedAt) {
    return new SubmissionJson(
        submission.control(),
        submission.tcn(),
        submission.tot(),
        submission.state().name(),
        submission.sha256Hex(),
        submission.receivedAt(),
        submission.extractedAt(),
        submission.closedAt(),
        hold.filter(h -> h.decided().isEmpty()).map(HoldJson::of),
        findings.stream().map(FindingJson::of).toList(),
        answers,
        purgedAt);
  }

  /// That it waits for a person to look at its prints.
  /// - **Shape** `until` it goes on by itself; `reasons`: codes of findings, of which `findings`
  ///   says more
  public record HoldJson(Instant heldAt, Instant until, List<String> reasons) {
    static HoldJson of(QualityHold hold) {
      return new HoldJson(
          hold.heldAt(), hold.dueAt(), hold.reasons().stream().map(Enum::name).toList());
    }
  }

  /// One answer.
  /// - **Shape** `repository` criminal, civil, immigration, determination, or exchange for a
  ///   refusal; `outcome` hit, no-hit, pending, not-active, error or refused; `transaction` the ITL
  ///   bytes, base64; `purged`: what it said is taken out, and `transaction` empty
  public record AnswerJson(
      UUID id,
      String repository,
      String tot,
      Optional<String> srf,
      String outcome,
      Optional<UUID> personId,
      Map<String, String> identifiers,
      byte[] transaction,
      Instant createdAt,
      Optional<DeliveryJson> delivery,
      boolean purged) {
    static List<AnswerJson> of(List<Answer> answers, List<Delivery> deliveries) {
      return answers.stream().map(answer -> of(answer, deliveries)).toList();
    }

    private static AnswerJson of(Answer answer, List<Delivery> deliveries) {
      return new AnswerJson(
          answer.answerId(),
          answer.source().key(),
          answer.tot(),
          answer.srf(),
          answer.outcome().key(),
          answer.personId(),
          answer.identifiers(),
          answer.bytes(),
          answer.createdAt(),
          deliveries.stream()
              .filter(d -> d.answerId().equals(answer.answerId()))
              .findFirst()
              .map(DeliveryJson::of),
          answer.isPurged());
    }
  }

  /// How far an answer's way to the agency is.
  public record DeliveryJson(
      String channel,
      int attempts,
      Optional<String> lastError,
      Optional<Instant> deliveredAt,
      Optional<Instant> acknowledgedAt) {
    static DeliveryJson of(Delivery delivery) {
      return new DeliveryJson(
          delivery.channel().name(),
          delivery.attempts(),
          delivery.lastError(),
          delivery.deliveredAt(),
          delivery.acknowledgedAt());
    }
  }
}
