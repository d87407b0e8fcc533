package org.ridgeline.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.event.Event;
import tools.jackson.core.JacksonException;

/// Bodies as they were written once, for ever: lines are added, never edited.
class EventCodecGoldenTest {
  private static final UUID ONE = new UUID(1, 1);
  private static final UUID TWO = new UUID(2, 2);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final Instant AT = Instant.parse("2026-11-02T03:04:05.678901Z");

  private static final Map<Event, String> VERSION_1 = new LinkedHashMap<>();

  static {
    put(
        new Event.SubmissionReceived("R1", "CA0340000", "06067", "CA", Optional.of("CAR")),
        "{'control':'R1','agency':'CA0340000','fips':'06067','state':'CA','tot':'CAR'}");
    put(
        new Event.SubmissionReceived("R1", "CA0340000", "06067", "CA", Optional.empty()),
        "{'control':'R1','agency':'CA0340000','fips':'06067','state':'CA','tot':null}");
    put(new Event.SubmissionAccepted("R1"), "{'control':'R1'}");
    put(
        new Event.SubmissionRefused("R1", List.of("A0004", "L0008")),
        "{'control':'R1','codes':['A0004','L0008']}");
    put(
        new Event.GateRecorded("R1", "CA0340000", DAY, false),
        "{'control':'R1','agency':'CA0340000','day':'2026-11-02','active':false}");
    put(
        new Event.Searched("R1", "immigration", "NO_HIT"),
        "{'control':'R1','repository':'immigration','decision':'NO_HIT'}");
    put(
        new Event.LeadMade(ONE, "R1", "06067", "CA", "HIT"),
        "{'leadId':'$1','control':'R1','fips':'06067','state':'CA','decision':'HIT'}");
    put(
        new Event.AnswerMade(ONE, "R1", "criminal", "NO_HIT"),
        "{'answerId':'$1','control':'R1','source':'criminal','outcome':'NO_HIT'}");
    put(
        new Event.AnswerDelivered(ONE, "R1", "CA0340000"),
        "{'answerId':'$1','control':'R1','agency':'CA0340000'}");
    put(
        new Event.AnswerAcknowledged(ONE, "R1", "CA0340000"),
        "{'answerId':'$1','control':'R1','agency':'CA0340000'}");
    put(
        new Event.ActivationStarted("CA0340000", "06067", "CA", DAY),
        "{'agency':'CA0340000','fips':'06067','state':'CA','day':'2026-11-02'}");
    put(
        new Event.ActivationEnded("CA0340000", "06067", "CA", DAY),
        "{'agency':'CA0340000','fips':'06067','state':'CA','day':'2026-11-02'}");
    put(
        new Event.JurisdictionListed("06067", "Sacramento County", "CA"),
        "{'fips':'06067','name':'Sacramento County','state':'CA'}");
    put(
        new Event.JurisdictionActivated("06067", "CA", DAY, Optional.of("ORDER"), Optional.of(ONE)),
        "{'fips':'06067','state':'CA','day':'2026-11-02','basis':'ORDER','wave':'$1'}");
    put(
        new Event.JurisdictionActivated("06000", "CA", DAY, Optional.empty(), Optional.empty()),
        "{'fips':'06000','state':'CA','day':'2026-11-02','basis':null,'wave':null}");
    put(
        new Event.JurisdictionDeactivated("06067", "CA", DAY),
        "{'fips':'06067','state':'CA','day':'2026-11-02'}");
    put(
        new Event.CaseOpened(ONE, "R1", "06067", "CA"),
        "{'caseId':'$1','control':'R1','fips':'06067','state':'CA'}");
    put(new Event.BookingJoined(ONE, "R1"), "{'caseId':'$1','control':'R1'}");
    put(
        new Event.BookingSettled(ONE, "R1", "IDENTIFIED"),
        "{'caseId':'$1','control':'R1','settlement':'IDENTIFIED'}");
    put(new Event.LevelAssessed(ONE, "LEVEL_1"), "{'caseId':'$1','level':'LEVEL_1'}");
    put(
        new Event.CaseSituated(ONE, "CA0340000", Optional.of("LOCAL_JAIL")),
        "{'caseId':'$1','agency':'CA0340000','facilityKind':'LOCAL_JAIL'}");
    put(
        new Event.ConvictionsAssessed(ONE, "LEVEL_1", "A-2", true),
        "{'caseId':'$1','level':'LEVEL_1','policy':'A-2','openCharge':true}");
    put(
        new Event.DeterminationSigned(ONE, TWO, "no-action", true),
        "{'caseId':'$1','determinationId':'$2','outcome':'no-action','secondNeeded':true}");
    put(new Event.DeterminationCountersigned(ONE, TWO), "{'caseId':'$1','determinationId':'$2'}");
    put(new Event.DeterminationReturned(ONE, TWO), "{'caseId':'$1','determinationId':'$2'}");
    put(
        new Event.CustodyReported(ONE, TWO, "RELEASED", AT, Optional.of(ONE), false),
        "{'caseId':'$1','reportId':'$2','milestone':'RELEASED',"
            + "'at':'2026-11-02T03:04:05.678901Z','corrects':'$1','withdrawn':false}");
    put(
        new Event.HandedOver(ONE, TWO, AT, true),
        "{'caseId':'$1','handOverId':'$2','at':'2026-11-02T03:04:05.678901Z',"
            + "'toAnotherCustodian':true}");
    put(
        new Event.OutcomeRecorded(ONE, "RELEASED", DAY, "INTEROP"),
        "{'caseId':'$1','outcome':'RELEASED','day':'2026-11-02','programme':'INTEROP'}");
    put(new Event.CaseClosed(ONE, "CLOSED"), "{'caseId':'$1','state':'CLOSED'}");
    put(new Event.CaseReopened(ONE), "{'caseId':'$1'}");
    put(new Event.CasePurged(ONE), "{'caseId':'$1'}");
  }

  /// - **Shape** `body` with ' for ", and $1, $2 for the two ids
  private static void put(Event event, String body) {
    VERSION_1.put(
        event, body.replace('\'', '"').replace("$1", ONE.toString()).replace("$2", TWO.toString()));
  }

  @Test
  void everyKindHasALine() {
    Set<Event.Kind> shown = new HashSet<>();
    VERSION_1.keySet().forEach(event -> shown.add(event.kind()));
    assertThat(shown).containsExactlyInAnyOrder(Event.Kind.values());
  }

  @Test
  void writesTheBytesOfVersion1() {
    VERSION_1.forEach((event, body) -> assertThat(EventCodec.write(event)).isEqualTo(body));
  }

  @Test
  void readsWhatItWrote() {
    VERSION_1.forEach((event, body) -> {
      Event.Kind kind = event.kind();
      assertThat(EventCodec.read(kind.key(), kind.version(), body)).isEqualTo(event);
    });
  }

  @Test
  void readsWhatTheDatabaseWrote() {
    // Facts that a migration makes have blanks between members.
    assertThat(EventCodec.read("submission.accepted", 1, "{\"control\" : \"R1\"}"))
        .isEqualTo(new Event.SubmissionAccepted("R1"));
  }

  @Test
  void refusesAMemberTooManyOrTooFew() {
    assertThatThrownBy(
            () -> EventCodec.read("submission.accepted", 1, "{\"control\":\"R1\",\"name\":\"X\"}"))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> EventCodec.read("submission.accepted", 1, "{}"))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void refusesAKindItDoesNotKnow() {
    assertThatThrownBy(() -> EventCodec.read("submission.lost", 1, "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
