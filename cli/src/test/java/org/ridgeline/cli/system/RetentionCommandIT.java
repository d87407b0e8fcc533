package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.ErasureProof;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.exchange.intake.EncounterImport;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.purge.PurgeStore;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.RepositorySize;
import org.ridgeline.repository.amend.AmendmentDesk;
import org.ridgeline.search.rank.Engine;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an operator does about what is kept, beside a running server.
class RetentionCommandIT {
  @TempDir private static Path temp;
  private static RunningServer running;

  @BeforeAll
  static void start() throws Exception {
    Path data = Files.createDirectories(temp.resolve("data"));
    Files.writeString(
        data.resolve("ridgeline.properties"),
        "retention.submissions-without-hit=5\nretention.unfetched=0\n"
            + "retention.civil-encounters=30\n");
    running = new RunningServer(data);
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static TestProgram.Ended command(String... arguments) throws Exception {
    return command(temp.resolve("data"), arguments);
  }

  private static TestProgram.Ended command(Path data, String... arguments) throws Exception {
    return TestProgram.start("retention").with(arguments).with("--data", data.toString()).ended();
  }

  @Test
  void whatIsOldIsPlannedHeldReleasedRunAndProven() throws Exception {
    String token = running.activeAgency(TestCards.ORI);
    byte[] card = TestCards.card(71, 1, "T-RETENTION-1", "DOE,SAM");
    String control = running.booked(token, card).path("control").asString();
    Rooms rooms = Rooms.of(running.server);
    JdbcClient.create(rooms.get(DataFolder.class).databases().exchange())
        .sql("update submission set closed_at = now() - interval '10 days'")
        .update();
    assertThat(command("plan").output())
        .contains("submissions-without-hit  5 days since", "1 would go")
        .contains("retention.answers  not set: nothing goes");
    var held = command("hold", control, "--reason", "order 26-1187");
    assertThat(held.exitCode()).as(held.output()).isZero();
    assertThat(command("plan").output()).contains("0 would go; 1 kept by hold");
    assertThat(command("holds").output()).contains(control, "order 26-1187", "1 holds");
    var nothing = command("receipts", control);
    assertThat(nothing.exitCode()).as(nothing.output()).isEqualTo(1);
    assertThat(command("release", control, "--reason", "lifted").exitCode()).isZero();
    assertThat(command("release", control, "--reason", "lifted").exitCode()).isEqualTo(1);
    var run = command("run");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("retention.submissions-without-hit  1");
    for (int i = 0; i < 200 && rooms.get(PurgeStore.class).waitsFor(control).isPresent(); i++) {
      Thread.sleep(50);
    }
    var receipts = command("receipts", control);
    assertThat(receipts.exitCode()).as(receipts.output()).isZero();
    assertThat(receipts.output())
        .contains("RIDGELINE-RECEIPT-1\nsubject: submission:" + control)
        .contains(
            "- why: retention.submissions-without-hit=5",
            "signed by this key, its digest is in the ledger")
        .doesNotContain("NOT SIGNED", "DOE");
    assertThat(rooms.ledger().after(0, 100_000))
        .extracting(entry -> entry.entry().action().key())
        .contains("retention.hold", "retention.release", "retention.run", "submission.purge");
    var unknown = command("hold", "R0", "--reason", "x");
    assertThat(unknown.exitCode()).as(unknown.output()).isEqualTo(2);
    assertThat(unknown.output()).contains("\"R0\" is neither a case's number");
  }

  /// Of two applicants the one enrolled long ago goes: rows, gallery and files, beside a server.
  @Test
  void anApplicantGoesByTheRuleOfTheCivilRepository() throws Exception {
    Rooms rooms = Rooms.of(running.server);
    byte[] card = TestCards.card(72, 1, "T-RETENTION-2", "QUILL,ANN");
    EncounterImport importer = rooms.importer(RepositoryName.CIVIL);
    UUID person = ((Imported.Done) importer.take("file:old", card)).personId();
    importer.take("file:new", TestCards.card(73, 1, "T-RETENTION-3", "NEW,ANN"));
    Repository civil = rooms.repositories().civil();
    UUID encounter = civil.encounterOf("file:old").orElseThrow();
    JdbcClient.create(rooms.get(DataFolder.class).databases().civil())
        .sql("update encounter set created_at = created_at - interval '31 days' where source = ?")
        .param("file:old")
        .update();
    assertThat(command("plan").output())
        .contains("retention.civil-encounters  30 days since an encounter was enrolled", "1 would");

    var run = command("run");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("retention.civil-encounters  1");
    assertThat(civil.person(person, Purpose.APPLICANT)).isEmpty();
    assertThat(civil.size()).isEqualTo(new RepositorySize(1, 1));
    AmendmentDesk desk = rooms.get(AmendmentDesk.class);
    for (int i = 0; i < 1200 && !desk.of("civil").notSwept().isEmpty(); i++) {
      Thread.sleep(100);
    }
    Path file = Files.write(temp.resolve("card.an2"), card);
    TestProgram.Ended proof =
        TestProgram.start("repository", "prove-erased", "--text", "QUILL,ANN")
            .with("--file", file.toString(), "--data", temp.resolve("data").toString())
            .ended();
    assertThat(proof.output()).contains("nothing is left");
    assertThat(proof.exitCode()).as(proof.output()).isZero();

    var receipts = command("receipts", encounter.toString());
    assertThat(receipts.exitCode()).as(receipts.output()).isZero();
    assertThat(receipts.output())
        .contains("repository: civil\nerasure: expiry\nauthority: retention.civil-encounters=30\n")
        .contains("persons: " + person, "signed by this key, its digest is in the ledger")
        .doesNotContain("QUILL");
    assertThat(command("receipts", UUID.randomUUID().toString()).exitCode()).isEqualTo(1);
  }

  @Test
  void whereNoServerRunsTheCommandSweepsItself() throws Exception {
    Path data = Files.createDirectories(temp.resolve("alone"));
    Files.writeString(data.resolve("ridgeline.properties"), "retention.civil-encounters=30\n");
    byte[] card = TestCards.card(74, 1, "T-RETENTION-4", "QUILL,BEA");
    try (DataFolder folder = folder(data);
        Rooms rooms = Rooms.open(folder, Engine.standard(), Clock.systemUTC())) {
      rooms.importer(RepositoryName.CIVIL).take(card);
      JdbcClient.create(folder.databases().civil())
          .sql("update encounter set created_at = created_at - interval '31 days'")
          .update();
    }
    var run = command(data, "run");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("retention.civil-encounters  1");
    try (DataFolder folder = folder(data);
        Rooms rooms = Rooms.open(folder, Engine.standard(), Clock.systemUTC())) {
      assertThat(rooms.get(AmendmentDesk.class).of("civil").notSwept().isEmpty()).isTrue();
      assertThat(rooms.get(ErasureProof.class).of(card, List.of("QUILL,BEA")).isGone()).isTrue();
    }
  }

  private static DataFolder folder(Path data) throws Exception {
    return DataFolder.use(data, Settings.of(data, Optional.empty()));
  }
}
