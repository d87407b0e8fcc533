package org.ridgeline.exchange.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.exchange.ExchangeRoom.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.answer.AnswerStore.Delivery;
import org.ridgeline.vocabulary.event.Event;

class AnswerStoreTest {
  private static final Optional<Agency> JAIL = Optional.of(Bookings.agency());

  private ExchangeRoom room;
  private AnswerStore store;

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    store = new AnswerStore(room.source());
    room.accepted("R1");
  }

  static Answer answer(String control, AnswerSource source, Outcome outcome, int second) {
    return new Answer(
        UUID.randomUUID(),
        control,
        new Answer.Says(source, "SRE", Optional.of("N"), outcome),
        new Answer.About(Optional.of(new UUID(1, 1)), Map.of("FBI", "R00000001", "SID", "CA1")),
        ExchangeRoom.bytes("answer to " + control),
        NOW.plusSeconds(second));
  }

  private Answer criminal(int second) {
    return answer("R1", AnswerSource.CRIMINAL, Outcome.NO_HIT, second);
  }

  @Test
  void anAnswerIsKeptWithWhomItNames() {
    Answer answer = criminal(0);
    assertThat(store.add(answer, JAIL, Channel.FETCH)).isTrue();
    Answer kept = store.byId(answer.answerId()).orElseThrow();
    assertThat(kept.says()).isEqualTo(answer.says());
    assertThat(kept.about()).isEqualTo(answer.about());
    assertThat(kept.bytes()).isEqualTo(answer.bytes());
    assertThat(kept.createdAt()).isEqualTo(answer.createdAt());
    assertThat(store.byId(UUID.randomUUID())).isEmpty();
    assertThat(room.facts())
        .containsExactly(new Event.AnswerMade(answer.answerId(), "R1", "criminal", "NO_HIT"));
  }

  @Test
  void eachSourceAnswersOnceAndAnIdIsTakenOnce() {
    Answer answer = criminal(0);
    store.add(answer, JAIL, Channel.FETCH);
    assertThat(store.add(criminal(1), JAIL, Channel.FETCH)).isFalse();
    Answer second =
        answer("R1", AnswerSource.IMMIGRATION, Outcome.PENDING, 2).numbered(answer.answerId());
    assertThat(store.add(second, JAIL, Channel.FETCH)).isFalse();
    assertThat(store.of("R1")).extracting(Answer::answerId).containsExactly(answer.answerId());
    assertThat(room.actions("answer:" + answer.answerId())).containsExactly("answer.make");
  }

  @Test
  void twoAnswersOfOneSourceAtOnceAreOne() throws Exception {
    assertThat(ExchangeRoom.atOnce(() -> store.add(criminal(0), JAIL, Channel.FETCH)))
        .containsExactlyInAnyOrder(true, false);
    assertThat(store.deliveries("R1")).hasSize(1);
  }

  @Test
  void anAgencySeesTheAnswersThatItIsSent() {
    store.add(
        answer("R1", AnswerSource.IMMIGRATION, Outcome.PENDING, 1),
        Optional.empty(),
        Channel.FETCH);
    Answer sent = criminal(2);
    store.add(sent, JAIL, Channel.FETCH);
    assertThat(store.of("R1"))
        .extracting(Answer::source)
        .containsExactly(AnswerSource.IMMIGRATION, AnswerSource.CRIMINAL);
    assertThat(store.deliverable("R1"))
        .extracting(Answer::answerId)
        .containsExactly(sent.answerId());
  }

  @Test
  void whatIsFetchedIsToldOnce() {
    Answer answer = criminal(0);
    store.add(answer, JAIL, Channel.FETCH);
    assertThat(store.deliveryWork(9)).as("nobody brings it").isEmpty();
    store.fetched("R1");
    store.fetched("R1");
    Delivery delivery = store.deliveries("R1").getFirst();
    assertThat(delivery.deliveredAt()).isPresent();
    assertThat(delivery.acknowledgedAt()).isEmpty();
    assertThat(room.actions("answer:" + answer.answerId()))
        .containsExactly("answer.make", "disclosure.make");
    assertThat(room.facts().getLast())
        .isEqualTo(new Event.AnswerDelivered(answer.answerId(), "R1", ExchangeRoom.ORI));
  }

  @Test
  void theFirstAcknowledgementCountsAndImpliesThatItArrived() {
    Answer answer = criminal(0);
    room.callbacks();
    store.add(answer, JAIL, Channel.CALLBACK);
    store.acknowledged(answer.answerId(), ExchangeRoom.ORI);
    Delivery first = store.deliveries("R1").getFirst();
    store.acknowledged(answer.answerId(), ExchangeRoom.ORI);
    assertThat(store.deliveries("R1")).containsExactly(first);
    assertThat(first.deliveredAt()).isPresent();
    assertThat(first.acknowledgedAt()).isPresent();
    assertThat(room.actions("answer:" + answer.answerId()))
        .containsExactly("answer.make", "disclosure.make", "answer.acknowledge");
    store.acknowledged(UUID.randomUUID(), ExchangeRoom.ORI);
  }

  @Test
  void twoAcknowledgementsAtOnceAreOne() throws Exception {
    Answer answer = criminal(0);
    room.callbacks();
    store.add(answer, JAIL, Channel.CALLBACK);
    ExchangeRoom.atOnce(() -> {
      store.acknowledged(answer.answerId(), ExchangeRoom.ORI);
      return true;
    });
    assertThat(room.actions("answer:" + answer.answerId()))
        .containsExactly("answer.make", "disclosure.make", "answer.acknowledge");
  }

  @Test
  void aFailedDeliveryIsTriedAgainLaterUntilItIsTaken() {
    Answer answer = criminal(0);
    room.callbacks();
    store.add(answer, JAIL, Channel.CALLBACK);
    assertThat(store.deliveryWork(9)).hasSize(1);
    store.failed(store.deliveries("R1").getFirst(), "planned", Duration.ofMinutes(1));
    assertThat(store.deliveryWork(9)).isEmpty();
    store.failed(store.deliveries("R1").getFirst(), "planned again", Duration.ofSeconds(-1));
    List<Delivery> due = store.deliveryWork(9);
    assertThat(due).extracting(Delivery::attempts).containsExactly(2);
    assertThat(due.getFirst().lastError()).contains("planned again");
    store.acknowledged(answer.answerId(), ExchangeRoom.ORI);
    assertThat(store.deliveryWork(9)).isEmpty();
    assertThat(store.deliveries("R1").getFirst().lastError()).isEmpty();
  }
}
