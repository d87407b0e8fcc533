package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.Subject;
import tools.jackson.databind.JsonNode;

/// What a booking leaves in the ledger, and what an auditor's command makes of it beside the
/// server.
class TrailIT {
  private static final int KNOWN = 301;

  @TempDir private static Path temp;
  private static RunningServer running;
  private static String token = "";

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
    // What casework makes of the lead comes when it comes.
    Rooms.of(running.server).casework().cases().taker().close();
    token = running.activeAgency(TestCards.ORI);
    Rooms.of(running.server)
        .importer(RepositoryName.IMMIGRATION)
        .take(TestCards.card(KNOWN, 1, "IMPORT-301", "OTHER,NAME"));
  }

  @AfterAll
  static void stop() throws IOException {
    running.close();
  }

  private static List<ChainedEntry> entries(String subject) {
    return Rooms.of(running.server).ledger().about(List.of(new Subject(subject)));
  }

  private static List<String> actions(String subject) {
    return entries(subject).stream().map(e -> e.entry().action().key()).toList();
  }

  @Test
  void aBookingsWholeWayIsOnRecordOnce() throws Exception {
    JsonNode submission =
        running.booked(token, TestCards.card(KNOWN, 2, "T-TRAIL-0001", "NEW,NAME"));
    String control = submission.path("control").asString();
    String answers = "/api/v1/submissions/" + control + "/answers";
    for (int again = 0; again < 2; again++) {
      JsonNode fetched = running.api.get(answers, token).json();
      for (JsonNode answer : fetched) {
        String id = answer.path("id").asString();
        assertThat(
                running.api.post(answers + "/" + id + "/acknowledge", token, new byte[0]).status())
            .isEqualTo(204);
      }
      running.api.get("/api/v1/leads", running.officeToken);
    }
    assertThat(actions("submission:" + control))
        .containsExactlyInAnyOrder(
            "submission.accept",
            "search.decide",
            "search.decide",
            "answer.make",
            "answer.make",
            "lead.make",
            "disclosure.make",
            "disclosure.make",
            "answer.acknowledge",
            "answer.acknowledge",
            "disclosure.make");
    assertThat(
            Rooms.of(running.server)
                .ledger()
                .disclosures(List.of(new Subject("submission:" + control))))
        .extracting(told -> told.disclosure().recipientKind())
        .containsExactlyInAnyOrder("agency", "agency", "office");
    assertThat(entries("submission:" + control).toString()).doesNotContain("NAME");
    JsonNode lead = running.api.get("/api/v1/leads", running.officeToken).json().get(0);
    assertThat(actions("person:" + lead.path("personId").asString()))
        .contains("search.decide", "lead.make", "disclosure.make");
  }

  @Test
  void theSameAgainIsNoNewEntryButARefusalIsOne() throws Exception {
    byte[] broken = "no transaction".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    String control =
        running.api.post("/api/v1/submissions", token, broken).json().path("control").asString();
    assertThat(actions("submission:" + control)).contains("submission.refuse", "answer.make");
    assertThat(actions("agency:" + TestCards.ORI))
        .containsExactly("agency.add", "activation.begin");
  }

  @Test
  void theAuditorsCommandWorksBesideTheServer() throws Exception {
    Rooms.of(running.server).checkpoints().sign();
    String data = temp.resolve("data").toString();
    var clean = TestProgram.start("audit", "verify", "--data", data).ended();
    assertThat(clean.exitCode()).as(clean.output()).isZero();
    assertThat(clean.output()).contains("nothing is wrong");

    Path copy = temp.resolve("copy.log");
    String line = Files.readString(temp.resolve("data/ledger").resolve(Checkpoints.FILE));
    Files.writeString(copy, line + line.lines().toList().getLast().replaceFirst("^\\d+", "99999"));
    var wrong =
        TestProgram.start(
                "audit", "verify", "--data", data, "--json", "--checkpoints", copy.toString())
            .ended();
    assertThat(wrong.exitCode()).as(wrong.output()).isEqualTo(1);
    assertThat(wrong.output()).contains("SIGNATURE_WRONG").contains("\"number\":99999");

    var export =
        TestProgram.start("audit", "export", "--data", data, "--subject", "agency:" + TestCards.ORI)
            .ended();
    assertThat(export.output()).contains("\"action\":\"activation.begin\"");
    String nobody = "agency:CA9999999";
    assertThat(
            TestProgram.start("audit", "export", "--data", data, "--subject", nobody)
                .ended()
                .output())
        .contains("no entry is about " + nobody);
  }
}
