package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.vocabulary.event.Event;

/// A month from its facts to a stranger who checks it, by commands beside a running server.
class ReportCommandIT {
  private static final YearMonth APRIL = YearMonth.of(2011, 4);

  @TempDir private static Path temp;
  private static RunningServer running;

  @BeforeAll
  static void start() throws Exception {
    Path data = temp.resolve("data");
    running = new RunningServer(data);
    try (DataFolder beside = DataFolder.use(data, Settings.of(data, Optional.empty()))) {
      tell(new Outbox(beside.databases().exchange()));
    }
  }

  private static void tell(Outbox outbox) {
    for (int i = 0; i < 120; i++) {
      String control = "A" + i;
      Instant at = APRIL.atDay(1 + i % 28).atStartOfDay(ZoneOffset.UTC).toInstant();
      String[] place = i % 2 == 0 ? new String[] {"06067", "CA"} : new String[] {"48001", "TX"};
      outbox.append(
          new Event.SubmissionReceived(
              control, place[1] + place[0] + "00", place[0], place[1], Optional.of("CAR")),
          at);
      outbox.append(new Event.Searched(control, "immigration", "NO_HIT"), at);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    running.close();
  }

  private static String program(int exitCode, String... arguments)
      throws IOException, InterruptedException {
    TestProgram.Ended ended = TestProgram.start(arguments).ended();
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(exitCode);
    return ended.output();
  }

  @Test
  void aMonthIsPublishedAndCheckedElsewhere() throws Exception {
    String data = temp.resolve("data").toString();
    Path files = temp.resolve("files");
    assertThat(
            program(0, "report", "--month", "2011-04", "--out", files.toString(), "--data", data))
        .contains("published: 2011-04 version 1");
    assertThat(files.resolve("statistics.csv"))
        .content()
        .contains("nation,US,,received,received/1,all,,120,120\n");
    assertThat(
            program(0, "report", "--month", "2011-04", "--out", files.toString(), "--data", data))
        .contains("was published: 2011-04 version 1");
    assertThat(program(0, "report", "recount", "--data", data)).contains("facts, 0 not read");
    assertThat(program(0, "report", "list", "--data", data))
        .contains("2011-04 version 1")
        .doesNotContain("changed since");
    running.server.get(Checkpoints.class).sign();
    Path evidence = temp.resolve("evidence");
    program(
        0,
        "report",
        "evidence",
        "--month",
        "2011-04",
        "--out",
        evidence.toString(),
        "--data",
        data);
    Path key = temp.resolve("data/ledger/" + keyFile());
    assertThat(program(0, "audit", "verify-report", evidence.toString(), "--key", key.toString()))
        .contains("0 findings")
        .contains("bound to the ledger that this key signed");
    Path report = evidence.resolve("report.json");
    Files.writeString(report, Files.readString(report).replace("\"month\":120", "\"month\":130"));
    assertThat(program(1, "audit", "verify-report", evidence.toString()))
        .contains("US received month: report 130, facts 120")
        .contains("not checked against the ledger");
  }

  @Test
  void whatCannotBePublishedIsSaid() throws Exception {
    String data = temp.resolve("data").toString();
    assertThat(program(2, "report", "--month", "2999-01", "--out", temp.toString(), "--data", data))
        .contains("month=2999-01 limit=before");
    assertThat(
            program(
                1,
                "report",
                "evidence",
                "--month",
                "2010-01",
                "--out",
                temp.resolve("none").toString(),
                "--data",
                data))
        .contains("2010-01 is not published");
  }

  private static String keyFile() throws IOException {
    try (var files = Files.list(temp.resolve("data/ledger"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pub") || name.contains("public"))
          .findFirst()
          .orElseThrow();
    }
  }
}
