package org.ridgeline.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.KeptDemographics;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.SendingPermits;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.completeness.BookingFields;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Ori;

/// What one agency can do to another's bookings: nothing.
class NeighbourTest {
  private static final String BUREAU = "CA0349999";
  private static final String VICTIM = "CA0340100";
  private static final String NEIGHBOUR = "CA0190200";

  private static TestDatabase database;
  private static AgencyStore agencies;
  private static SendingPermits permits;
  private static SubmissionStore submissions;
  private static Intake intake;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    DataSource exchange = database.of().exchange();
    ExchangeSchema.migrate(exchange);
    agencies = new AgencyStore(exchange);
    submissions = new SubmissionStore(exchange);
    agencies.add(Bookings.agency(VICTIM));
    agencies.add(Bookings.agency(NEIGHBOUR));
    permits = new SendingPermits(exchange);
    permits.addBureau("CA", new Ori(BUREAU), Administrator.local());
    intake =
        new Intake(
            submissions,
            new AnswerStore(exchange),
            agencies,
            new Trail(exchange),
            new Intake.Work(
                Clock.systemUTC(),
                () -> {},
                new Intake.Aside(new KeptDemographics(), new BookingFields(exchange))));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  /// A card that names an originator in 1.008 and a controlling agency in 2.073.
  private static byte[] card(String tcn, String originator, String controlling, String name) {
    return ItlWriter.write(
        Bookings.printed(tcn)
            .header(8, originator)
            .field2(73, controlling)
            .field2(18, name)
            .build());
  }

  private static IntakeResult send(String sender, byte[] card) {
    Agency agency = agencies.ofOri(new Ori(sender)).orElseThrow();
    return intake.take(card, agency, Channel.FETCH);
  }

  @Test
  void aNeighbourCannotTakeTheNumberOfABookingToCome() {
    var planted = send(NEIGHBOUR, card("NB-1", VICTIM, NEIGHBOUR, "ROE,PAT"));
    assertThat(planted).isInstanceOf(IntakeResult.Refused.class);
    assertThat(((IntakeResult.Refused) planted).findings())
        .extracting(f -> f.code())
        .contains(FindingCode.A0004);
    var booked = (IntakeResult.Accepted) send(VICTIM, card("NB-1", VICTIM, VICTIM, "DOE,JANE"));
    assertThat(booked.replayed()).isFalse();
    assertThat(booked.findings()).extracting(f -> f.code()).doesNotContain(FindingCode.TCN_REUSED);
  }

  @Test
  void underTheSameBureauTheSameNumberIsTwoBookings() {
    var planted = (IntakeResult.Accepted) send(NEIGHBOUR, card("NB-2", BUREAU, NEIGHBOUR, "A,B"));
    var booked = (IntakeResult.Accepted) send(VICTIM, card("NB-2", BUREAU, VICTIM, "DOE,JANE"));
    assertThat(booked.replayed()).isFalse();
    assertThat(booked.control()).isNotEqualTo(planted.control());
    assertThat(submissions.byControl(booked.control()).orElseThrow().agencyOri()).contains(VICTIM);
  }

  @Test
  void aNeighbourLearnsNothingFromTheSameBytes() {
    byte[] card = card("NB-3", BUREAU, VICTIM, "DOE,JANE");
    var booked = (IntakeResult.Accepted) send(VICTIM, card);
    var stolen = (IntakeResult.Refused) send(NEIGHBOUR, card);
    assertThat(stolen.replayed()).isFalse();
    assertThat(stolen.control()).isNotEqualTo(booked.control());
    byte[] both =
        ItlWriter.write(Bookings.printed("NB-3").header(8, BUREAU).field2(73, NEIGHBOUR).build());
    var own = (IntakeResult.Accepted) send(NEIGHBOUR, both);
    assertThat(own.replayed()).isFalse();
    assertThat(own.control()).isNotEqualTo(booked.control());
  }

  @Test
  void aRefusedCardIsNotAnsweredWithAnothersRefusal() {
    byte[] bad = ItlWriter.write(Bookings.car("NB-4").header(8, BUREAU).build());
    var one = (IntakeResult.Refused) send(VICTIM, bad);
    var other = (IntakeResult.Refused) send(NEIGHBOUR, bad);
    assertThat(other.replayed()).isFalse();
    assertThat(other.control()).isNotEqualTo(one.control());
  }

  @Test
  void aReplayIsOnRecordUnderItsSender() {
    byte[] card = card("NB-5", VICTIM, VICTIM, "DOE,JANE");
    var booked = (IntakeResult.Accepted) send(VICTIM, card);
    var again = (IntakeResult.Accepted) send(VICTIM, card);
    assertThat(again.control()).isEqualTo(booked.control());
    assertThat(again.replayed()).isTrue();
    var entries =
        new LedgerReader(database.of().ledger())
            .about(List.of(Trail.submission(booked.control()))).stream()
                .map(chained -> chained.entry())
                .toList();
    assertThat(entries)
        .extracting(entry -> entry.action().key())
        .containsExactly("submission.accept", "submission.replay");
    assertThat(entries).extracting(entry -> entry.actor()).containsOnly(VICTIM);
  }

  @Test
  void whoMaySendAsSomebodyMayNotSendAsOthers() {
    String lent = "TX1010000";
    Ori jail = new Ori("CA0560100");
    agencies.add(Bookings.agency(jail.value()));
    assertThat(agencies.mayName(jail, jail.value())).isTrue();
    assertThat(agencies.mayName(jail, BUREAU)).as("its state's bureau").isTrue();
    assertThat(agencies.mayName(jail, VICTIM)).isFalse();
    assertThat(agencies.mayName(jail, lent)).as("without a permit").isFalse();
    agencies.permit(jail, new Ori(lent));
    assertThat(agencies.mayName(jail, lent)).isTrue();
    assertThat(agencies.mayName(jail, BUREAU)).isTrue();
    permits.revokePermit(jail, new Ori(lent), Administrator.local());
    assertThat(agencies.mayName(jail, lent)).as("taken back").isFalse();
  }

  /// What a card under an ORI that is not the sender's is answered with, without its numbers.
  private static String said(String tcn, String originator) {
    var refused = (IntakeResult.Refused) send(NEIGHBOUR, card(tcn, originator, NEIGHBOUR, "A,B"));
    return refused.findings().toString().replace(originator, "ORI").replace(tcn, "TCN");
  }

  @Test
  void aRefusalDoesNotTellWhoseAnOriIs() {
    assertThat(said("NB-7", VICTIM)).contains("A0004").isEqualTo(said("NB-8", "CA0999900"));
  }

  @Test
  void aBureauThatIsAddedAsAnAgencyStopsNobodyOfItsState() {
    String bureau = "NV0019999";
    String jail = "NV0010100";
    agencies.add(
        new Agency(
            new Ori(jail), "Jail", "NV", "32001", "", false, Channel.FETCH, Optional.empty()));
    permits.addBureau("NV", new Ori(bureau), Administrator.local());
    assertThat(send(jail, card("NB-9", bureau, jail, "DOE,SAM")))
        .isInstanceOf(IntakeResult.Accepted.class);
    agencies.add(
        new Agency(
            new Ori(bureau), "Bureau", "NV", "32001", "", false, Channel.FETCH, Optional.empty()));
    assertThat(permits.senders(new Ori(bureau))).as("said when it is added").containsExactly(jail);
    assertThat(send(jail, card("NB-10", bureau, jail, "DOE,SAM")))
        .isInstanceOf(IntakeResult.Accepted.class);
    assertThat(send(bureau, card("NB-11", jail, bureau, "DOE,SAM")))
        .as("and it does not send as theirs")
        .isInstanceOf(IntakeResult.Refused.class);
  }

  @Test
  void aRefusalForWantOfAPermitIsNotRepeatedOnceThePermitIsThere() {
    String jail = "CA0570100";
    String lent = "TX1010000";
    agencies.add(Bookings.agency(jail));
    agencies.permit(new Ori(jail), new Ori("CA0570000"));
    byte[] card = card("NB-6", lent, jail, "DOE,JANE");
    assertThat(send(jail, card)).isInstanceOf(IntakeResult.Refused.class);
    agencies.permit(new Ori(jail), new Ori(lent));
    assertThat(send(jail, card)).isInstanceOf(IntakeResult.Accepted.class);
  }

  @Test
  void nobodyIsLetToSendAsAnotherAgency() {
    assertThatThrownBy(() -> agencies.permit(new Ori(NEIGHBOUR), new Ori(VICTIM)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another agency's ORI");
    assertThat(agencies.mayName(new Ori(NEIGHBOUR), "ca0340100")).isFalse();
  }

  @Test
  void anOriThatIsNoneIsRefusedAndNotAskedOfTheDatabase() {
    assertThat(send(NEIGHBOUR, nul(card("NB-NUL", "CA03400~0", NEIGHBOUR, "DOE,SAM"))))
        .isInstanceOf(IntakeResult.Refused.class);
  }

  /// No writer writes such an ORI.
  private static byte[] nul(byte[] card) {
    byte[] changed = card.clone();
    for (int i = 0; i < changed.length; i++) {
      changed[i] = changed[i] == '~' ? 0 : changed[i];
    }
    return changed;
  }
}
