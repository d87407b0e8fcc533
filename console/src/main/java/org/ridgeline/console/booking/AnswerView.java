package org.ridgeline.console.booking;

import java.util.List;
import java.util.Optional;
import org.ridgeline.console.page.AnswerWords;
import org.ridgeline.console.page.FieldLine;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.AnswerStore.Delivery;

/// One answer: what it says, field by field, and how far its way to the agency is.
record AnswerView(
    String source,
    String tot,
    Word outcome,
    Moment created,
    List<FieldLine> fields,
    DeliveryView delivery) {
  /// The way of an answer to its agency.
  /// - **Shape** `how` names channel and agency; `lastError` empty where there was none
  record DeliveryView(
      Word state, String how, int attempts, String lastError, Moment delivered, Moment taken) {}

  static AnswerView of(Answer answer, Service asked, List<Delivery> deliveries) {
    return new AnswerView(
        source(answer.source()),
        answer.tot(),
        AnswerWords.of(answer.source(), asked, answer.outcome()),
        Moment.of(answer.createdAt()),
        FieldLine.of(answer.bytes()),
        deliveries.stream()
            .filter(d -> d.answerId().equals(answer.answerId()))
            .findFirst()
            .map(AnswerView::delivery)
            .orElseGet(AnswerView::kept));
  }

  private static String source(AnswerSource source) {
    return switch (source) {
      case CRIMINAL -> "First answer: criminal repository";
      case IMMIGRATION -> "Second answer: immigration repository";
      case CIVIL -> "Second answer: repository of applicants";
      case DETERMINATION -> "Second answer: what people determined";
      case EXCHANGE -> "Refusal";
    };
  }

  private static DeliveryView kept() {
    Moment never = Moment.of(Optional.empty());
    return new DeliveryView(
        new Word("–", "not sent", Tone.CALM),
        "The agency cannot receive this answer; it is kept here only.",
        0,
        "",
        never,
        never);
  }

  private static DeliveryView delivery(Delivery delivery) {
    Word state;
    if (delivery.acknowledgedAt().isPresent()) {
      state = new Word("✓", "acknowledged", Tone.CALM);
    } else if (delivery.deliveredAt().isPresent()) {
      state = new Word("◑", "fetched, not acknowledged", Tone.WAIT);
    } else if (delivery.lastError().isPresent()) {
      state = new Word("!", "failing, will be tried again", Tone.BAD);
    } else {
      state = new Word("◔", "waiting", Tone.WAIT);
    }
    return new DeliveryView(
        state,
        how(delivery.channel()) + " " + delivery.agencyOri(),
        delivery.attempts(),
        delivery.lastError().orElse(""),
        Moment.of(delivery.deliveredAt()),
        Moment.of(delivery.acknowledgedAt()));
  }

  private static String how(Channel channel) {
    return switch (channel) {
      case FETCH -> "by fetch over the API, agency";
      case FOLDER -> "into the outbound folder, agency";
      case CALLBACK -> "by post to the callback, agency";
    };
  }
}
