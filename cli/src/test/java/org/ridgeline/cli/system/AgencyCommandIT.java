package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.ClientCertificate;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.fixture.TestAuthority;
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

  private static String token(TestProgram.Ended ended) {
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    return ended.output().replaceFirst("(?s).*\"token\":\"([^\"]+)\".*", "$1");
  }

  private static int status(String token) throws Exception {
    return running.api.get("/api/v1/submissions/R0", token).status();
  }

  @Test
  void anAgencyLivesByCommands() throws Exception {
    String ori = "CA0440000";
    String[] given = {
      "add", "--ori", ori, "--name", "Hill Jail", "--state", "CA", "--fips", "06045", "--json"
    };
    String first = token(agency(given).ended());
    assertThat(status(first)).isEqualTo(404);
    TestProgram.Ended again = agency(given).ended();
    assertThat(again.exitCode()).as(again.output()).isEqualTo(2);
    assertThat(again.output())
        .contains("agency " + ori + " exists and was not changed")
        .contains("agency rotate-token");
    assertThat(status(first)).as("as before").isEqualTo(404);

    String second =
        token(agency("rotate-token", "--ori", ori, "--overlap", "PT0S", "--json").ended());
    assertThat(status(first)).isEqualTo(401);
    assertThat(status(second)).isEqualTo(404);

    done(agency("disable", "--ori", ori, "--reason", "contract ended").ended());
    assertThat(status(second)).isEqualTo(401);
    assertThat(agency("list").ended().output()).contains(ori + "  disabled  fetch  Hill Jail");
    done(agency("enable", "--ori", ori).ended());
    assertThat(status(second)).isEqualTo(404);
    done(agency("change", "--ori", ori, "--name", "Hill County Jail").ended());
    done(agency("permit", "--ori", ori, "--sends-as", "TX1010000").ended());
    done(agency("revoke-permit", "--ori", ori, "--sends-as", "TX1010000").ended());
    done(agency("add-bureau", "--state", "CA", "--ori", "CA0449999").ended());
    String[] bureau = {
      "add", "--ori", "CA0449999", "--name", "Bureau", "--state", "CA", "--fips", "06067"
    };
    assertThat(agency(bureau).ended().output())
        .contains("may send under this ORI and go on as they did")
        .contains(ori);
    done(agency("end-tokens", "--ori", ori, "--reason", "stolen").ended());
    assertThat(status(second)).isEqualTo(401);
    done(agency("remove", "--ori", ori, "--reason", "a mistake").ended());
    assertThat(Rooms.of(running.server).ledger().about(List.of(Subject.Kind.AGENCY.of(ori))))
        .extracting(e -> e.entry())
        .allSatisfy(e -> {
          assertThat(e.actor()).isEqualTo("command line");
          assertThat(e.detail().get("from")).startsWith("os:");
        })
        .extracting(e -> e.action().verb())
        .contains("add", "rotate-token", "disable", "enable", "change", "end-tokens", "remove");
  }

  @Test
  void certificatesComeAndGoByCommand() throws Exception {
    String ori = "CA0450000";
    String own = running.agency(ori, false, Channel.FETCH, Optional.empty());
    TestAuthority.Issued issued = new TestAuthority(temp, "Dale Jail").own();
    Path pem = Files.write(temp.resolve("dale.pem"), issued.pem());
    Path key = Files.write(temp.resolve("dale-key.pem"), issued.keyPem());
    String sha256 = ClientCertificate.sha256(issued.certificate());

    TestProgram.Ended wrong = agency("add-certificate", "--ori", ori, key.toString()).ended();
    assertThat(wrong.exitCode()).as(wrong.output()).isEqualTo(2);
    assertThat(wrong.output()).contains("expected the agency's certificate alone");
    TestProgram.Ended early = agency("require-certificate", "--ori", ori).ended();
    assertThat(early.exitCode()).as(early.output()).isEqualTo(2);
    assertThat(early.output()).contains("add one first");

    TestProgram.Ended added =
        agency("add-certificate", "--ori", ori, "--expires", "2030-01-01", pem.toString()).ended();
    String end = issued.certificate().getNotAfter().toInstant().toString();
    done(added);
    assertThat(added.output()).contains("known until " + end).contains(sha256);
    assertThat(agency("list", "--json").ended().output())
        .contains("\"certificateRequired\":false")
        .contains("\"sha256\":\"" + sha256 + "\",\"subject\":\"CN=Dale Jail\"")
        .contains("\"expiresAt\":\"" + end + "\",\"ended\":false");
    done(agency("require-certificate", "--ori", ori).ended());
    assertThat(status(own)).isEqualTo(401);
    done(agency("require-certificate", "--ori", ori, "--off").ended());
    assertThat(status(own)).isEqualTo(404);
    done(agency("remove-certificate", "--ori", ori, "--reason", "lost", pem.toString()).ended());
    TestProgram.Ended gone =
        agency("remove-certificate", "--ori", ori, "--reason", "lost", "--sha256", sha256).ended();
    assertThat(gone.exitCode()).as(gone.output()).isEqualTo(2);
    assertThat(gone.output()).contains("is not registered with agency " + ori);
    assertThat(Rooms.of(running.server).ledger().about(List.of(Subject.Kind.AGENCY.of(ori))))
        .extracting(e -> e.entry().action().verb())
        .containsSubsequence(
            "add-certificate", "require-certificate", "require-certificate", "remove-certificate");
  }

  private static void done(TestProgram.Ended ended) {
    assertThat(ended.exitCode()).as(ended.output()).isZero();
  }

  private static TestProgram command(String... arguments) {
    return TestProgram.start(arguments).with("--data", temp.resolve("data").toString());
  }

  @Test
  void theLastAdministratorComesBackByALink() throws Exception {
    var operators = Rooms.of(running.server).operators();
    var duty = Duty.of(Role.ADMINISTRATOR);
    operators.add("only.one", "forgotten", duty, Instant.now());
    TestProgram.Ended reset = command("operator", "reset", "only.one").ended();
    assertThat(reset.exitCode()).as(reset.output()).isZero();
    assertThat(reset.output()).contains(running.server.url() + "/setup/");
    TestProgram.Ended nobody = command("operator", "reset", "nobody").ended();
    assertThat(nobody.exitCode()).as(nobody.output()).isEqualTo(2);
    assertThat(nobody.output()).contains("no operator \"nobody\"");
    TestProgram.Ended last =
        command("operator", "disable", "only.one", "--reason", "a test").ended();
    assertThat(last.exitCode()).as(last.output()).isEqualTo(2);
    assertThat(last.output()).contains("last administrator");
    assertThat(command("operator", "list").ended().output())
        .contains("only.one  ADMINISTRATOR  may log in");
    done(command("operator", "invite", "--role", "officer", "--json").ended());
  }

  @Test
  void anOfficeLivesByCommands() throws Exception {
    String name = "Hill Office";
    String first =
        token(command("office", "add", "--name", name, "--covers", "NV", "--json").ended());
    assertThat(running.api.get("/api/v1/leads", first).status()).isEqualTo(200);
    TestProgram.Ended again =
        command("office", "add", "--name", name, "--covers", "AZ", "--json").ended();
    assertThat(again.exitCode()).as(again.output()).isEqualTo(2);
    assertThat(again.output()).contains("office rotate-token");
    done(command("office", "change", "--name", name, "--covers", "AZ,NV").ended());
    assertThat(command("office", "list").ended().output()).contains("AZ,NV  " + name);
    done(command("office", "disable", "--name", name, "--reason", "moved").ended());
    assertThat(running.api.get("/api/v1/leads", first).status()).isEqualTo(401);
    done(command("office", "remove", "--name", name, "--reason", "a mistake").ended());
  }
}
