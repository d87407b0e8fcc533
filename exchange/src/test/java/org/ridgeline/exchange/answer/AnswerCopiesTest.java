package org.ridgeline.exchange.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.agency.ServicePermits;
import org.ridgeline.vocabulary.Ori;

/// Who gets a copy of an answer, and who does not.
class AnswerCopiesTest {
  private static final Administrator ANN = new Administrator("ann", "192.0.2.7");
  private static final String SHERIFF = "CA0350000";
  private static final String STRANGER = "CA0360000";

  private ExchangeRoom room;
  private AnswerStore answers;
  private AnswerCopies copies;
  private ServicePermits permits;

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    room.accepted("R1");
    room.agency(SHERIFF, "CA", "06067");
    room.agency(STRANGER, "CA", "06067");
    answers = new AnswerStore(room.source());
    copies = new AnswerCopies(room.source());
    permits = new ServicePermits(room.source());
    permits.permitCopy(new Ori(ExchangeRoom.ORI), new Ori(SHERIFF), ANN);
  }

  private Answer made(AnswerSource source, List<String> named) {
    Agency jail = Bookings.agency();
    Answer answer =
        new Answer(
            UUID.randomUUID(),
            "R1",
            new Answer.Says(source, "SRE", Optional.of("N"), Outcome.NO_HIT),
            new Answer.About(Optional.empty(), Map.of()),
            new byte[] {1},
            ExchangeRoom.NOW);
    answers.add(answer, Optional.of(jail), Channel.FETCH);
    copies.make(answer, jail, Service.BOOKING, named);
    return answer;
  }

  @Test
  void aCopyGoesToWhomTheCardNamesAndTheSenderMayNameOnly() {
    Answer answer = made(AnswerSource.CRIMINAL, List.of(SHERIFF, STRANGER, "XX0000000", "SHERIFF"));
    assertThat(copies.isCopiedTo(answer.answerId(), SHERIFF)).isTrue();
    assertThat(copies.isCopiedTo(answer.answerId(), STRANGER)).isFalse();
    assertThat(copies.fetch(STRANGER)).isEmpty();
    assertThat(copies.fetch(SHERIFF))
        .extracting(Answer::answerId)
        .containsExactly(answer.answerId());
  }

  @Test
  void whoMayNotAskForAServiceGetsNoCopyOfIt() {
    Answer answer = made(AnswerSource.CIVIL, List.of());
    copies.make(answer, Bookings.agency(), Service.APPLICANT, List.of(SHERIFF));
    assertThat(copies.isCopiedTo(answer.answerId(), SHERIFF)).isFalse();
    permits.permit(new Ori(SHERIFF), Service.APPLICANT, ANN);
    copies.make(answer, Bookings.agency(), Service.APPLICANT, List.of(SHERIFF));
    assertThat(copies.isCopiedTo(answer.answerId(), SHERIFF)).isTrue();
  }

  @Test
  void whoIsNotNamedGetsNone() {
    assertThat(copies.isCopiedTo(made(AnswerSource.CRIMINAL, List.of()).answerId(), SHERIFF))
        .isFalse();
  }

  @Test
  void aSecondAnswerGoesOnlyToWhoCanReceiveOne() {
    Answer answer = made(AnswerSource.IMMIGRATION, List.of(SHERIFF));
    assertThat(copies.isCopiedTo(answer.answerId(), SHERIFF)).isFalse();
    room.rows().sql("update agency set second_answer = true").update();
    copies.make(answer, Bookings.agency(), Service.BOOKING, List.of(SHERIFF));
    assertThat(copies.isCopiedTo(answer.answerId(), SHERIFF)).isTrue();
  }

  @Test
  void aPermitTakenBackEndsCopies() {
    permits.revokeCopy(new Ori(ExchangeRoom.ORI), new Ori(SHERIFF), ANN);
    Answer answer = made(AnswerSource.CRIMINAL, List.of(SHERIFF));
    assertThat(copies.isCopiedTo(answer.answerId(), SHERIFF)).isFalse();
  }

  @Test
  void aPermitTakenBackEndsCopiesThatWait() {
    made(AnswerSource.CRIMINAL, List.of(SHERIFF));
    permits.revokeCopy(new Ori(ExchangeRoom.ORI), new Ori(SHERIFF), ANN);
    assertThat(copies.fetch(SHERIFF)).isEmpty();
    room.callbacks();
    room.rows().sql("update delivery set channel = 'CALLBACK'").update();
    assertThat(answers.deliveryWork(9))
        .extracting(AnswerStore.Delivery::agencyOri)
        .containsExactly(ExchangeRoom.ORI);
  }

  @Test
  void readingACopyIsToldToTheLedgerAndLeavesTheAnswersOwnDeliveryAlone() {
    Answer answer = made(AnswerSource.CRIMINAL, List.of(SHERIFF));
    copies.fetch(SHERIFF);
    copies.fetch(SHERIFF);
    assertThat(room.actions("answer:" + answer.answerId()))
        .containsExactly("answer.make", "disclosure.make");
    assertThat(answers.deliveries("R1"))
        .singleElement()
        .satisfies(own -> {
          assertThat(own.agencyOri()).isEqualTo(ExchangeRoom.ORI);
          assertThat(own.deliveredAt()).isEmpty();
        });
    assertThat(answers.deliverable("R1")).hasSize(1);
    answers.acknowledged(answer.answerId(), SHERIFF);
    assertThat(copies.fetch(SHERIFF)).as("acknowledged").isEmpty();
    assertThat(answers.deliveries("R1").getFirst().acknowledgedAt()).isEmpty();
  }

  @Test
  void theSendersReadingTakesNoCopyAway() {
    Answer answer = made(AnswerSource.CRIMINAL, List.of(SHERIFF));
    answers.fetched("R1");
    answers.acknowledged(answer.answerId(), ExchangeRoom.ORI);
    assertThat(copies.fetch(SHERIFF)).hasSize(1);
  }

  @Test
  void aCopyDoesNotMakeItTheReceiversBooking() {
    made(AnswerSource.CRIMINAL, List.of(SHERIFF));
    AgencyBookings bookings = new AgencyBookings(room.source());
    assertThat(bookings.newest(SHERIFF, Optional.of("R1"), 9)).isEmpty();
    assertThat(bookings.isToldOfSecond(SHERIFF, "R1")).isFalse();
  }

  @Test
  void copiesGoOutByFolderOrCallbackToo() {
    room.rows()
        .sql("update agency set channel = 'CALLBACK', callback_url = 'http://127.0.0.1:9'")
        .update();
    made(AnswerSource.CRIMINAL, List.of(SHERIFF));
    assertThat(answers.deliveryWork(9))
        .extracting(AnswerStore.Delivery::agencyOri)
        .containsExactlyInAnyOrder(ExchangeRoom.ORI, SHERIFF);
  }

  @Test
  void atMostNineAreNamed() {
    List<String> oris = IntStream.range(0, 12).mapToObj("NV%07d"::formatted).toList();
    for (String ori : oris) {
      room.agency(ori, "NV", "32003");
      permits.permitCopy(new Ori(ExchangeRoom.ORI), new Ori(ori), ANN);
    }
    Answer answer = made(AnswerSource.CRIMINAL, oris);
    assertThat(oris).filteredOn(ori -> copies.isCopiedTo(answer.answerId(), ori)).hasSize(9);
  }
}
