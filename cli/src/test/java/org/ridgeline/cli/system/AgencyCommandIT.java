package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.ledger.Subject;

/// Activations ended and begun anew by command, beside a running server.
class AgencyCommandIT {
  private static final String ORI = "CA0340071";

  @TempDir private static Path temp;
  private static RunningServer running;
  private static String token = "";

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
    token = running.activeAgency(ORI);
  }

  @AfterAll
  static void stop() throws IOException {
    running.close();
  }

  private static TestProgram agency(String... arguments) {
    return TestProgram.start("agency")
        .with(arguments)
        .with("--data", temp.resolve("data").toString());
  }

  private static TestProgram.Ended end(String ori, LocalDate from, String reason)
      throws IOException, InterruptedException {
    return agency("deactivate", "--ori", ori, "--from", from.toString(), "--reason", reason)
        .with("--json")
        .ended();
  }

  private static SearchDecision decision(String tcn) throws Exception {
    String control =
        running.booked(token, TestCards.card(ORI, 971, tcn, "DOE,SAM")).path("control").asString();
    return running
        .stores()
        .searches()
        .of(control, RepositoryName.IMMIGRATION)
        .decision()
        .orElseThrow();
  }

  @Test
  void anActivationEndsAndBeginsAgain() throws Exception {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(decision("T-BEFORE-1")).isEqualTo(SearchDecision.NO_HIT);

    TestProgram.Ended past = end(ORI, today.minusDays(1), "too late");
    assertThat(past.exitCode()).as(past.output()).isEqualTo(2);
    TestProgram.Ended without = end(ORI, today, " ");
    assertThat(without.exitCode()).as(without.output()).isEqualTo(2);
    TestProgram.Ended unknown = end("CA0000000", today, "none");
    assertThat(unknown.exitCode()).as(unknown.output()).isEqualTo(1);
    assertThat(unknown.output()).contains("\"outcome\":\"UNKNOWN\"");

    TestProgram.Ended ended = end(ORI, today, "the county left");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output())
        .contains("{\"ori\":\"" + ORI + "\",\"from\":\"" + today + "\",\"outcome\":\"ENDED\"}");
    TestProgram.Ended again = end(ORI, today, "the county left");
    assertThat(again.exitCode()).as(again.output()).isEqualTo(1);
    assertThat(again.output()).contains("NOT_ACTIVE");
    assertThat(decision("T-AFTER-1")).isEqualTo(SearchDecision.NOT_ACTIVE);
    assertThat(Rooms.of(running.server).ledger().about(List.of(Subject.Kind.AGENCY.of(ORI))))
        .extracting(e -> e.entry())
        .filteredOn(e -> e.action().key().equals("activation.end"))
        .singleElement()
        .satisfies(e -> {
          assertThat(e.actor()).isEqualTo("command line");
          assertThat(e.detail())
              .containsEntry("reason", "the county left")
              .containsEntry("day", today.toString());
        });

    TestProgram.Ended anew = agency("activate", "--ori", ORI, "--from", today.toString()).ended();
    assertThat(anew.exitCode()).as(anew.output()).isZero();
    assertThat(decision("T-ANEW-1")).isEqualTo(SearchDecision.NO_HIT);
  }
}
