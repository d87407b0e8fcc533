package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.app.system.Api.transaction;
import static org.ridgeline.app.system.Api.two;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.synth.card.CardMaker;
import org.ridgeline.synth.card.CardOptions;
import org.ridgeline.synth.card.Defect;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.vocabulary.Ori;
import tools.jackson.databind.JsonNode;

/// A booking's life on a real server: in by every door, searched in both repositories, answered
/// apart, delivered by every channel.
class ExchangeIT {
  private static final int CRIMINAL = 101;
  private static final int IMMIGRATION = 102;
  private static final int BOTH = 103;

  @TempDir private static Path temp;
  private static RunningServer running;
  private static Api api;
  private static String token = "";
  private static String criminalPerson = "";
  private static String immigrationPerson = "";

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
    api = running.api;
    token = running.activeAgency(TestCards.ORI);
    criminalPerson = imported(RepositoryName.CRIMINAL, CRIMINAL, "FIRST,KNOWN");
    immigrationPerson = imported(RepositoryName.IMMIGRATION, IMMIGRATION, "OTHER,NAME");
    imported(RepositoryName.CRIMINAL, BOTH, "BOTH,CRIMINAL");
    imported(RepositoryName.IMMIGRATION, BOTH, "BOTH,IMMIGRATION");
  }

  @AfterAll
  static void stop() throws IOException {
    running.close();
  }

  private static String imported(RepositoryName repository, int person, String name)
      throws InterruptedException {
    byte[] card = TestCards.card(person, 1, "IMPORT-" + person, name);
    Imported imported = Rooms.of(running.server).importer(repository).take(card);
    assertThat(imported).isInstanceOf(Imported.Done.class);
    return ((Imported.Done) imported).personId().toString();
  }

  @Test
  void aPersonKnownToCriminalIsIdentified() throws Exception {
    JsonNode submission =
        running.booked(token, TestCards.card(CRIMINAL, 2, "T-CRIMINAL-01", "NEW,NAME"));
    JsonNode answer = Api.answer(submission, "criminal");
    assertThat(answer.path("outcome").asString()).isEqualTo("hit");
    assertThat(answer.path("srf").asString()).isEqualTo("I");
    assertThat(answer.path("personId").asString()).isEqualTo(criminalPerson);
    Transaction sre = transaction(answer);
    assertThat(sre.tot()).contains("SRE");
    assertThat(sre.tcr()).contains("T-CRIMINAL-01");
    assertThat(sre.dai()).contains(TestCards.ORI);
    assertThat(sre.ori()).contains("RIDGELINE");
    assertThat(two(sre, 59)).isEqualTo("I");
    assertThat(two(sre, 14)).isEqualTo(answer.path("identifiers").path("FBI").asString());
    assertThat(two(sre, 14)).matches("R[0-9]{8}");
    assertThat(two(sre, 9)).isEqualTo("CASE-T-CRIMINAL-01");
    assertThat(two(sre, 6)).isEqualTo("BOOKING DESK");
    assertThat(two(sre, 7)).isEqualTo("CA0349999");
    assertThat(two(sre, 73)).isEqualTo(TestCards.ORI);
    assertThat(two(sre, 18)).isEqualTo("FIRST,KNOWN");
    assertThat(two(sre, 75)).contains("ARRESTED 2026-11-01 OPEN CONTAINER");
    assertThat(Api.answer(submission, "immigration").path("outcome").asString())
        .isEqualTo("no-hit");
  }

  @Test
  void aPersonNobodyKnowsIsNotIdentifiedAndThenKnown() throws Exception {
    JsonNode first = running.booked(token, TestCards.card(201, 1, "T-NEW-0001", "ONCE,NEW"));
    JsonNode answer = Api.answer(first, "criminal");
    assertThat(answer.path("outcome").asString()).isEqualTo("no-hit");
    assertThat(two(transaction(answer), 59)).isEqualTo("N");
    assertThat(answer.path("personId").isNull()).isTrue();
    JsonNode second =
        Api.answer(
            running.booked(token, TestCards.card(201, 2, "T-NEW-0002", "ONCE,NEW")), "criminal");
    assertThat(second.path("outcome").asString()).isEqualTo("hit");
    assertThat(second.path("identifiers").path("FBI").asString())
        .isEqualTo(answer.path("identifiers").path("FBI").asString());
  }

  @Test
  void whatIsNotToBeRetainedIsNotEnrolled() throws Exception {
    for (String tcn : List.of("T-RET-N-001", "T-RET-N-002")) {
      TransactionBuilder card = TestCards.booking(TestCards.ORI, tcn, "NOT,RETAINED");
      card.field2(5, "N");
      byte[] bytes = ItlWriter.write(TestCards.prints(card, 202, 1).build());
      assertThat(Api.answer(running.booked(token, bytes), "criminal").path("outcome").asString())
          .isEqualTo("no-hit");
    }
  }

  @Test
  void anImmigrationMatchIsPendingForTheSenderAndALeadForTheOffice() throws Exception {
    JsonNode submission =
        running.booked(token, TestCards.card(IMMIGRATION, 2, "T-IMM-00001", "CLAIMED,NAME"));
    JsonNode answer = Api.answer(submission, "immigration");
    assertThat(answer.path("outcome").asString()).isEqualTo("pending");
    assertThat(answer.path("personId").isNull()).isTrue();
    assertThat(answer.path("identifiers").isEmpty()).isTrue();
    Transaction idr = transaction(answer);
    assertThat(two(idr, 59)).isEqualTo("P");
    assertThat(two(idr, 60)).contains("UNDER REVIEW").doesNotContain("HIT");
    assertThat(two(idr, 98)).isEqualTo("9");
    assertThat(new String(Base64.getDecoder().decode(answer.path("transaction").asString())))
        .doesNotContain("OTHER,NAME")
        .doesNotContain(immigrationPerson);
    List<JsonNode> leads = leads(submission.path("control").asString());
    assertThat(leads).hasSize(1);
    JsonNode lead = leads.getFirst();
    assertThat(lead.path("personId").asString()).isEqualTo(immigrationPerson);
    assertThat(lead.path("decision").asString()).isEqualTo("hit");
    assertThat(lead.path("unverified").asBoolean()).isTrue();
    assertThat(lead.path("alias").asBoolean()).isTrue();
    assertThat(lead.path("otherOrder").isNull()).isTrue();
    assertThat(lead.path("namesClaimed").get(0).asString()).isEqualTo("CLAIMED,NAME");
    assertThat(lead.path("namesKnown").get(0).asString()).isEqualTo("OTHER,NAME");
    assertThat(lead.path("acknowledged").asBoolean()).isFalse();
    String path = "/api/v1/leads/" + lead.path("id").asString() + "/acknowledge";
    assertThat(api.post(path, token, new byte[0]).status()).isEqualTo(403);
    assertThat(api.post(path, running.officeToken, new byte[0]).status()).isEqualTo(204);
    assertThat(
            leads(submission.path("control").asString())
                .getFirst()
                .path("acknowledged")
                .asBoolean())
        .isTrue();
  }

  private static List<JsonNode> leads(String control) throws Exception {
    return api.get("/api/v1/leads", running.officeToken)
        .json()
        .valueStream()
        .filter(lead -> lead.path("control").asString().equals(control))
        .toList();
  }

  @Test
  void bothRepositoriesAnswerForAPersonBothKnow() throws Exception {
    JsonNode submission =
        running.booked(token, TestCards.card(BOTH, 2, "T-BOTH-0001", "BOTH,CRIMINAL"));
    assertThat(Api.answer(submission, "criminal").path("outcome").asString()).isEqualTo("hit");
    assertThat(Api.answer(submission, "immigration").path("outcome").asString())
        .isEqualTo("pending");
    assertThat(leads(submission.path("control").asString())).hasSize(1);
  }

  @Test
  void swappedHandsAreFoundForReviewAndNeverAHit() throws Exception {
    FictionalPerson person = Nation.person(5, 1);
    CardOptions options =
        CardOptions.of(1, "IMPORT-SWAP", LocalDate.of(2026, 11, 1))
            .from(TestCards.ORI, TestCards.ORI);
    byte[] first = CardMaker.card(person, options);
    var rooms = Rooms.of(running.server);
    var criminal = (Imported.Done) rooms.importer(RepositoryName.CRIMINAL).take(first);
    var immigration = (Imported.Done) rooms.importer(RepositoryName.IMMIGRATION).take(first);
    byte[] swapped =
        CardMaker.card(
            person,
            CardOptions.of(2, "T-SWAPPED-1", LocalDate.of(2026, 11, 2))
                .from(TestCards.ORI, TestCards.ORI)
                .broken(Set.of(Defect.SWAPPED_HANDS)));
    JsonNode submission = running.booked(token, swapped);
    assertThat(Api.answer(submission, "criminal").path("outcome").asString()).isEqualTo("pending");
    assertThat(Api.answer(submission, "immigration").path("outcome").asString())
        .isEqualTo("pending");
    String control = submission.path("control").asString();
    SearchRow row = running.stores().searches().of(control, RepositoryName.CRIMINAL);
    assertThat(row.decision()).contains(SearchDecision.REVIEW);
    assertThat(row.personId()).contains(criminal.personId());
    assertThat(row.otherOrder()).contains("hands swapped");
    JsonNode lead = leads(control).getFirst();
    assertThat(lead.path("decision").asString()).isEqualTo("review");
    assertThat(lead.path("personId").asString()).isEqualTo(immigration.personId().toString());
    assertThat(lead.path("otherOrder").asString()).isEqualTo("hands swapped");
  }

  @Test
  void anAgencyThatIsNotActiveNeverReachesTheSecondRepository() throws Exception {
    String ori = "CA0350000";
    String inactive = running.agency(ori, true, Channel.FETCH, Optional.empty());
    running.stores().activation().activate(new Ori(ori), LocalDate.now().plusDays(30));
    byte[] card =
        ItlWriter.write(
            TestCards.prints(TestCards.booking(ori, "T-GATE-0001", "SOME,NAME"), IMMIGRATION, 2)
                .build());
    Api.Reply reply = api.post("/api/v1/submissions", inactive, card);
    String control = reply.json().path("control").asString();
    JsonNode submission = api.closed(control, inactive);
    JsonNode answer = Api.answer(submission, "immigration");
    assertThat(answer.path("outcome").asString()).isEqualTo("not-active");
    assertThat(two(transaction(answer), 60)).contains("NOT SEARCHED");
    assertThat(leads(control)).isEmpty();
    var gate = running.stores().searches().of(control, RepositoryName.IMMIGRATION);
    assertThat(gate.searched()).isZero();
    assertThat(gate.personId()).isEmpty();
  }

  @Test
  void anAgencyThatCannotReceiveSecondAnswersGetsNone() throws Exception {
    String ori = "CA0360000";
    String plain = running.agency(ori, false, Channel.FETCH, Optional.empty());
    running.stores().activation().activate(new Ori(ori), LocalDate.of(2010, 1, 12));
    byte[] card =
        ItlWriter.write(
            TestCards.prints(TestCards.booking(ori, "T-PLAIN-001", "SOME,NAME"), IMMIGRATION, 2)
                .build());
    String control = api.post("/api/v1/submissions", plain, card).json().path("control").asString();
    JsonNode submission = api.closed(control, plain);
    assertThat(submission.path("answers").size()).isEqualTo(1);
    assertThat(leads(control)).hasSize(1);
    assertThat(running.stores().answers().of(control)).hasSize(2);
  }

  @Test
  void cnaIsTakenLikeCar() throws Exception {
    byte[] card =
        ItlWriter.write(
            TestCards.prints(
                    TestCards.booking(TestCards.ORI, "T-CNA-00001", "NO,ANSWER").header(4, "CNA"),
                    CRIMINAL,
                    2)
                .build());
    JsonNode submission = running.booked(token, card);
    assertThat(submission.path("tot").asString()).isEqualTo("CNA");
    assertThat(Api.answer(submission, "criminal").path("outcome").asString()).isEqualTo("hit");
  }

  @Test
  void everyKindOfImageIsUnderstood() throws Exception {
    TransactionBuilder card = TestCards.booking(TestCards.ORI, "T-IMAGES-01", "MANY,KINDS");
    TestCards.mixedImages(card, CRIMINAL, 2);
    JsonNode submission = running.booked(token, ItlWriter.write(card.build()));
    assertThat(Api.answer(submission, "criminal").path("outcome").asString()).isEqualTo("hit");
    var fingers = running.stores().submissions().fingers(submission.path("control").asString());
    assertThat(fingers).hasSize(4).allMatch(f -> f.usable());
    assertThat(fingers.stream().map(f -> f.record().substring(0, 2)).distinct())
        .containsExactlyInAnyOrder("4#", "14");
  }

  @Test
  void textNoFormAllowsIsCarriedWithoutHarm() throws Exception {
    TransactionBuilder card = TestCards.booking(TestCards.ORI, "T-TEXT-0001", "ODD,TEXT");
    card.field2(6, "DESK\u0000\u0007").field2(41, "RESIDENCE \u0000 OF NOBODY");
    card.field2(47, List.of(List.of("20261101", "C".repeat(290) + "\u0001")));
    Api.Reply reply =
        api.post(
            "/api/v1/submissions", token, ItlWriter.write(TestCards.prints(card, 210, 1).build()));
    String control = reply.json().path("control").asString();
    assertThat(reply.status()).isIn(202, 422);
    assertThat(api.closed(control, token).path("answers").size()).isPositive();
  }

  @Test
  void theSameTcnAgainIsTheSameControlAndNoSecondSearch() throws Exception {
    byte[] card = TestCards.card(CRIMINAL, 3, "T-REPLAY-01", "SAME,NAME");
    JsonNode first = running.booked(token, card);
    int encounters = Rooms.of(running.server).repositories().criminal().size().encounters();
    Api.Reply again = api.post("/api/v1/submissions", token, card);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json().path("control").asString()).isEqualTo(first.path("control").asString());
    assertThat(again.json().path("replayed").asBoolean()).isTrue();
    byte[] other = TestCards.card(IMMIGRATION, 3, "T-REPLAY-01", "SAME,NAME");
    Api.Reply reused = api.post("/api/v1/submissions", token, other);
    assertThat(reused.json().path("control").asString())
        .isEqualTo(first.path("control").asString());
    assertThat(reused.json().path("findings").toString()).contains("TCN_REUSED");
    assertThat(Rooms.of(running.server).repositories().criminal().size().encounters())
        .isEqualTo(encounters);
  }

  @Test
  void answersAreAcknowledged() throws Exception {
    JsonNode submission = running.booked(token, TestCards.card(207, 1, "T-ACK-00001", "ACK,NAME"));
    String path = "/api/v1/submissions/" + submission.path("control").asString() + "/answers";
    JsonNode answer = api.get(path, token).json().get(0);
    assertThat(answer.path("delivery").path("acknowledgedAt").isNull()).isTrue();
    String ack = path + "/" + answer.path("id").asString() + "/acknowledge";
    assertThat(api.post(ack, token, new byte[0]).status()).isEqualTo(204);
    assertThat(api.get(path, token).json().get(0).path("delivery").path("acknowledgedAt").isNull())
        .isFalse();
  }
}
