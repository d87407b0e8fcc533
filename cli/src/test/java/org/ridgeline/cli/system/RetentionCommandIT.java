package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.exchange.purge.PurgeStore;
import org.ridgeline.node.DataFolder;
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
        "retention.submissions-without-hit=5\nretention.unfetched=0\n");
    running = new RunningServer(data);
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static TestProgram.Ended command(String... arguments) throws Exception {
    return TestProgram.start("retention")
        .with(arguments)
        .with("--data", temp.resolve("data").toString())
        .ended();
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
}
