package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.app.system.Api.transaction;
import static org.ridgeline.app.system.Api.two;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.agency.ServicePermits;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Ori;
import tools.jackson.databind.JsonNode;

/// What agencies ask besides booking people, on a real server: who may, what is answered, what is
/// kept and what is not.
class ServicesIT {
  private static final Administrator ANN = new Administrator("ann", "192.0.2.7");
  private static final int KNOWN = 401;
  private static final int STRANGER = 402;
  private static final String SHERIFF = "CA0350000";

  @TempDir private static Path temp;
  private static RunningServer running;
  private static Api api;
  private static String token = "";
  private static String sheriff = "";
  private static String number = "";

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
    api = running.api;
    token = running.activeAgency(TestCards.ORI);
    sheriff = running.agency(SHERIFF, false, Channel.FETCH, Optional.empty());
    ServicePermits permits = Rooms.of(running.server).get(ServicePermits.class);
    for (Service service : Service.values()) {
      permits.permit(new Ori(TestCards.ORI), service, ANN);
    }
    permits.permitCopy(new Ori(TestCards.ORI), new Ori(SHERIFF), ANN);
    Imported imported =
        Rooms.of(running.server)
            .importer(RepositoryName.CRIMINAL)
            .take(TestCards.card(KNOWN, 1, "IMPORT-KNOWN", "KNOWN,KIM"));
    assertThat(imported).isInstanceOf(Imported.Done.class);
    JsonNode booked = running.booked(token, TestCards.card(KNOWN, 2, "T-NUMBER-001", "KNOWN,KIM"));
    number = two(transaction(Api.answer(booked, "criminal")), 14);
    assertThat(number).isNotEmpty();
  }

  @AfterAll
  static void stop() throws IOException {
    running.close();
  }

  private static TransactionBuilder started(String tot, String tcn) {
    return TransactionBuilder.of(tot)
        .header(5, "20261101")
        .header(7, "RIDGELINE")
        .header(8, TestCards.ORI)
        .header(9, tcn)
        .header(13, "NORAM")
        .field2(6, "OFFICER OF THE WATCH")
        .field2(73, TestCards.ORI);
  }

  private static TransactionBuilder fingers(
      TransactionBuilder file, int person, int impression, FingerPosition... fingers) {
    for (FingerPosition finger : fingers) {
      GrayImage print = TestCards.print(person, finger, impression);
      byte[] png = ImageEncoder.encode(ImageFormat.PNG, print);
      file.type4(finger.fgp(), 0, Picture.of(Cga.PNG, print.widthPx(), print.heightPx(), png));
    }
    return file;
  }

  private static TransactionBuilder rapid(String tcn, int person) {
    return fingers(
        started("RPIS", tcn).field2(98, "1").field2(70, "Y"),
        person,
        3,
        FingerPosition.RIGHT_INDEX,
        FingerPosition.RIGHT_MIDDLE,
        FingerPosition.LEFT_INDEX);
  }

  private static TransactionBuilder verification(String tcn, int person, String whose) {
    return fingers(
        started("FVR", tcn)
            .field2(5, "N")
            .field2(14, whose)
            .field2(18, "CLAIMED,NAME")
            .field2(20, "CA")
            .field2(22, "19800101")
            .field2(38, "20261101"),
        person,
        4,
        FingerPosition.RIGHT_INDEX,
        FingerPosition.LEFT_INDEX);
  }

  private static TransactionBuilder images(String tcn, String whose) {
    return started("IRQ", tcn).field2(14, whose);
  }

  private static TransactionBuilder submitted(String tcn, int person, String whose) {
    return fingers(
        started("FIS", tcn).field2(14, whose).field2(38, "20261101"),
        person,
        5,
        FingerPosition.RIGHT_INDEX,
        FingerPosition.RIGHT_MIDDLE);
  }

  private static JsonNode asked(TransactionBuilder file) throws Exception {
    return running.booked(token, ItlWriter.write(file.build()));
  }

  private static int encounters() {
    return Rooms.of(running.server).get(Repositories.class).criminal().size().encounters();
  }

  @Test
  void aRapidSearchIsAColourAndLeavesNothing() throws Exception {
    int before = encounters();
    JsonNode red = asked(rapid("T-RED-0001", KNOWN));
    assertThat(red.path("answers").size()).as("no second repository").isEqualTo(1);
    Transaction answer = transaction(Api.answer(red, "criminal"));
    assertThat(answer.tot()).contains("RPISR");
    assertThat(two(answer, 59)).isEqualTo("R");
    assertThat(two(answer, 14)).isEqualTo(number);
    assertThat(two(answer, 75)).contains("OPEN CONTAINER");
    Transaction green = transaction(Api.answer(asked(rapid("T-GREEN-01", STRANGER)), "criminal"));
    assertThat(two(green, 59)).isEqualTo("G");
    assertThat(two(green, 14)).isEmpty();
    assertThat(encounters()).isEqualTo(before);
  }

  @Test
  void aVerificationLooksAtTheOnePersonNamed() throws Exception {
    int before = encounters();
    JsonNode match = asked(verification("T-MATCH-01", KNOWN, number));
    Transaction sre = transaction(Api.answer(match, "criminal"));
    assertThat(sre.tot()).contains("SRE");
    assertThat(two(sre, 59)).isEqualTo("M");
    assertThat(two(sre, 18)).isEqualTo("KNOWN,KIM");
    Transaction none =
        transaction(Api.answer(asked(verification("T-NOMATCH1", STRANGER, number)), "criminal"));
    assertThat(two(none, 59)).isEqualTo("X");
    assertThat(two(none, 18)).as("what was claimed, not what is known").isEqualTo("CLAIMED,NAME");
    JsonNode nobody = asked(verification("T-NOBODY01", KNOWN, "R99999999"));
    Transaction error = transaction(Api.answer(nobody, "criminal"));
    assertThat(error.tot()).contains("ERRT");
    assertThat(two(error, 60)).contains("S0011");
    assertThat(encounters()).isEqualTo(before);
  }

  @Test
  void imagesComeAsTheyCameInAndTheLedgerSaysWhoAsked() throws Exception {
    JsonNode all = asked(images("T-IMAGES-1", number));
    Transaction irr = transaction(Api.answer(all, "criminal"));
    assertThat(irr.tot()).contains("IRR");
    assertThat(two(irr, 18)).isEqualTo("KNOWN,KIM");
    assertThat(irr.fingerImages()).extracting(FingerImage::fgp).contains(3, 7, 8);
    assertThat(
            Rooms.of(running.server)
                .get(LedgerReader.class)
                .about(List.of(Trail.submission(all.path("control").asString()))))
        .filteredOn(entry -> entry.entry().action().key().equals("print.draw"))
        .singleElement()
        .satisfies(entry ->
            assertThat(entry.entry().detail()).containsEntry("asker", "OFFICER OF THE WATCH"));
    Transaction one =
        transaction(Api.answer(asked(images("T-IMAGES-2", number).field2(57, "07")), "criminal"));
    assertThat(one.fingerImages()).extracting(FingerImage::fgp).containsExactly(7);
    Transaction none =
        transaction(Api.answer(asked(images("T-IMAGES-3", number).field2(57, "10")), "criminal"));
    assertThat(none.tot()).contains("ERRI");
    assertThat(two(none, 60)).contains("S0013");
  }

  @Test
  void imagesAreAddedToWhoseTheyAreAndToNobodyElse() throws Exception {
    int before = encounters();
    Transaction another =
        transaction(Api.answer(asked(submitted("T-OTHER-01", STRANGER, number)), "criminal"));
    assertThat(another.tot()).contains("ERRA");
    assertThat(two(another, 60)).contains("S0012");
    assertThat(encounters()).isEqualTo(before);
    // Two fingers of the person, and one of somebody else.
    TransactionBuilder mixed =
        fingers(submitted("T-MIXED-01", KNOWN, number), STRANGER, 1, FingerPosition.LEFT_INDEX);
    assertThat(transaction(Api.answer(asked(mixed), "criminal")).tot()).contains("ERRA");
    // One on record, one that is not.
    TransactionBuilder more =
        fingers(submitted("T-MORE-001", KNOWN, number), KNOWN, 1, FingerPosition.LEFT_LITTLE);
    assertThat(transaction(Api.answer(asked(more), "criminal")).tot()).contains("ERRA");
    assertThat(encounters()).isEqualTo(before);
    Transaction taken =
        transaction(Api.answer(asked(submitted("T-ADDED-01", KNOWN, number)), "criminal"));
    assertThat(taken.tot()).contains("FISR");
    assertThat(taken.typeTwo().orElseThrow().values(72)).containsExactly("02", "03");
    assertThat(encounters()).isEqualTo(before + 1);
  }

  private static byte[] applicant(String tcn, int person, int impression) {
    TransactionBuilder file =
        TestCards.booking(TestCards.ORI, tcn, "APPLICANT,ANN")
            .header(4, "NFUF")
            .field2(37, "TEACHER")
            .field2(38, "20261101");
    return ItlWriter.write(TestCards.prints(file, person, impression).build());
  }

  private static int civil() {
    return Rooms.of(running.server).get(Repositories.class).civil().size().encounters();
  }

  @Test
  void anApplicantIsCheckedInTwoRepositoriesAndKeptInOne() throws Exception {
    int criminalBefore = encounters();
    JsonNode first = running.booked(token, applicant("T-APPLY-001", 411, 1));
    assertThat(first.path("answers").size()).isEqualTo(2);
    assertThat(two(transaction(Api.answer(first, "criminal")), 59)).isEqualTo("N");
    Transaction civil = transaction(Api.answer(first, "civil"));
    assertThat(two(civil, 59)).isEqualTo("N");
    String ucn = two(civil, 14);
    assertThat(ucn).matches("C[0-9]{8}");
    assertThat(encounters()).isEqualTo(criminalBefore);
    JsonNode again = running.booked(token, applicant("T-APPLY-002", 411, 2));
    assertThat(two(transaction(Api.answer(again, "civil")), 59)).isEqualTo("I");
    assertThat(two(transaction(Api.answer(again, "civil")), 14)).isEqualTo(ucn);
    JsonNode known = running.booked(token, applicant("T-APPLY-003", KNOWN, 7));
    assertThat(two(transaction(Api.answer(known, "criminal")), 59)).isEqualTo("I");
    // A booking of the applicant finds nobody: applicants are not searched for bookings.
    JsonNode booked = running.booked(token, TestCards.card(411, 3, "T-BOOKED-01", "APPLICANT,ANN"));
    assertThat(Api.answer(booked, "criminal").path("outcome").asString()).isEqualTo("no-hit");
    assertThat(booked.path("answers").size()).isEqualTo(2);
    JsonNode match = asked(verification("T-CIVIL-001", 411, ucn));
    assertThat(two(transaction(Api.answer(match, "civil")), 59)).isEqualTo("M");
    assertThat(transaction(Api.answer(asked(images("T-CIVIL-002", ucn)), "civil")).tot())
        .contains("IRR");
    int before = civil();
    assertThat(transaction(Api.answer(asked(submitted("T-CIVIL-003", 411, ucn)), "civil")).tot())
        .contains("FISR");
    assertThat(civil()).isEqualTo(before + 1);
  }

  @Test
  void whoMayNotAskIsRefusedWithA0004() throws Exception {
    for (TransactionBuilder file :
        List.of(
            rapid("T-REFUSED1", KNOWN),
            verification("T-REFUSED2", KNOWN, number),
            images("T-REFUSED3", number),
            submitted("T-REFUSED4", KNOWN, number))) {
      byte[] bytes = ItlWriter.write(file.header(8, SHERIFF).field2(73, SHERIFF).build());
      Api.Reply reply = api.post("/api/v1/submissions", sheriff, bytes);
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.json().toString()).contains("A0004");
    }
  }

  @Test
  void aCopyGoesWhereTheCardSaysAndTheRegisterLets() throws Exception {
    byte[] card =
        ItlWriter.write(
            TestCards.prints(
                    TestCards.booking(TestCards.ORI, "T-COPY-0001", "KNOWN,KIM")
                        .field2(7, SHERIFF, "CA0349999"),
                    KNOWN,
                    6)
                .build());
    JsonNode booked = running.booked(token, card);
    assertThat(booked.path("findings").toString()).contains("COPY_NOT_SENT").contains("CA0349999");
    String control = booked.path("control").asString();
    JsonNode copies = api.get("/api/v1/copies", sheriff).json();
    List<JsonNode> own =
        copies.valueStream().filter(c -> c.path("control").asString().equals(control)).toList();
    assertThat(own).as("first answer only: it takes no second").hasSize(1);
    assertThat(transaction(own.getFirst()).tot()).contains("SRE");
    assertThat(api.get("/api/v1/submissions/" + control, sheriff).status()).isEqualTo(404);
    String acknowledge =
        "/api/v1/copies/" + own.getFirst().path("answerId").asString() + "/acknowledge";
    assertThat(api.post(acknowledge, token, new byte[0]).status()).isEqualTo(404);
    assertThat(api.post(acknowledge, sheriff, new byte[0]).status()).isEqualTo(204);
    assertThat(api.get("/api/v1/copies", sheriff).json().toString()).doesNotContain(control);
    assertThat(api.getWithoutToken("/api/v1/copies").status()).isEqualTo(401);
  }

  @Test
  void whatIsNoServiceNamesThoseThatAre() throws Exception {
    byte[] file = ItlWriter.write(rapid("T-UNKNOWN1", KNOWN).header(4, "SRE").build());
    Api.Reply reply = api.post("/api/v1/submissions", token, file);
    assertThat(reply.status()).isEqualTo(422);
    for (Service service : Service.values()) {
      assertThat(Arrays.asList(reply.json().toString().split("[ ,\"]+")))
          .containsAll(service.tots());
    }
  }
}
