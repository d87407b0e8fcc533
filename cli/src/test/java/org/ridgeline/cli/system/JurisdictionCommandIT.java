package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.vocabulary.Ori;

/// A county from its line in a file to the end of its part, by commands beside a running server.
class JurisdictionCommandIT {
  private static final String HEAD = "fips,name,state,active_from,active_to,basis\r\n";

  @TempDir private static Path temp;
  private static RunningServer running;

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
  }

  @AfterAll
  static void stop() throws IOException {
    running.close();
  }

  private static TestProgram.Ended jurisdiction(int exitCode, String... arguments)
      throws IOException, InterruptedException {
    TestProgram.Ended ended =
        TestProgram.start("jurisdiction")
            .with(arguments)
            .with("--data", temp.resolve("data").toString())
            .ended();
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(exitCode);
    return ended;
  }

  private static SearchDecision decision(String token, String ori, String tcn) throws Exception {
    String control =
        running.booked(token, TestCards.card(ori, 973, tcn, "DOE,SAM")).path("control").asString();
    return running
        .stores()
        .searches()
        .of(control, RepositoryName.IMMIGRATION)
        .decision()
        .orElseThrow();
  }

  @Test
  void aCountyBeginsInAWaveAndEndsWithItsAgencies() throws Exception {
    String ori = "CA0340071";
    String token = running.agency(ori, false, Channel.FETCH, Optional.empty());
    String fips = running.stores().agencies().ofOri(new Ori(ori)).orElseThrow().fips();
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    Path file = Files.writeString(temp.resolve("list.csv"), HEAD + fips + ",Tarn County,CA,,,\r\n");
    String[] load = {"import", "--reason", "the list of 2026", "--json", file.toString()};
    assertThat(jurisdiction(0, load).output()).contains("\"listed\":1,\"periods\":0,\"same\":0");
    assertThat(jurisdiction(0, load).output()).contains("\"listed\":0,\"periods\":0,\"same\":1");

    String[] plan = {
      "wave",
      "plan",
      "--name",
      "first",
      "--day",
      today,
      "--fips",
      fips,
      "--notice",
      "printed",
      "--published",
      today
    };
    assertThat(jurisdiction(0, plan).output()).contains("missing: 7", "livescan: not yet");
    TestProgram.Ended refused = jurisdiction(1, "wave", "activate", "--name", "first", "--json");
    assertThat(refused.output())
        .contains("\"item\":\"briefing\"", "nothing was activated, missing: 7");
    assertThat(decision(token, ori, "T-WAVE-1")).isEqualTo(SearchDecision.NOT_ACTIVE);

    assertThat(jurisdiction(1, "ready", "--fips", fips).output()).contains("[ ] livescan");
    jurisdiction(2, "ready", "--fips", fips, "--item", "legal-basis", "--remark", "sure");
    Path document = Files.writeString(temp.resolve("agreement.txt"), "abc");
    assertThat(
            jurisdiction(
                    0,
                    "basis",
                    "--fips",
                    fips,
                    "--kind",
                    "agreement",
                    "--status",
                    "voluntary",
                    "--title",
                    "Agreement 7",
                    "--document",
                    document.toString(),
                    "--from",
                    today,
                    "--reason",
                    "signed")
                .output())
        .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    for (String item :
        List.of("livescan", "relay", "contact", "legal-basis", "public-notice", "briefing")) {
      jurisdiction(0, "ready", "--fips", fips, "--item", item, "--remark", "seen");
    }
    assertThat(jurisdiction(0, "ready", "--fips", fips).output()).contains("[x] briefing");
    assertThat(jurisdiction(0, "wave", "activate", "--name", "first").output())
        .contains("wave first: 1 jurisdiction,");
    assertThat(decision(token, ori, "T-WAVE-2")).isEqualTo(SearchDecision.NO_HIT);
    assertThat(jurisdiction(0, "counts", "--json", "--by-state").output())
        .contains("\"jurisdictions\":1,\"states\":1,\"territories\":0,\"byState\":{\"CA\":1}");
    assertThat(jurisdiction(0, "list").output()).contains(fips + "  CA  active");

    assertThat(
            jurisdiction(
                    0,
                    "deactivate",
                    "--fips",
                    fips,
                    "--from",
                    today,
                    "--reason",
                    "the board voted",
                    "--json")
                .output())
        .contains("\"fips\":\"" + fips + "\"", ori);
    assertThat(decision(token, ori, "T-WAVE-3")).isEqualTo(SearchDecision.NOT_ACTIVE);
    jurisdiction(1, "deactivate", "--fips", fips, "--from", today, "--reason", "again");
    assertThat(jurisdiction(0, "log", "--fips", fips).output())
        .contains("the board voted", "active from " + today, "listed (the list of 2026)");
    assertThat(jurisdiction(0, "show", "--fips", fips, "--json").output())
        .contains("\"done\":false", "Agreement 7", "printed");
    assertThat(jurisdiction(0, "export").output()).contains(HEAD + fips + ",Tarn County,CA,,,");
    TestProgram.Ended single =
        TestProgram.start("agency", "activate", "--ori", ori, "--from", today)
            .with("--data", temp.resolve("data").toString())
            .ended();
    assertThat(single.exitCode()).as(single.output()).isEqualTo(2);
    assertThat(single.output()).contains("jurisdiction=" + fips + " is not active");
  }

  @Test
  void aBadFileLoadsNothingAndEveryRowIsNamed() throws Exception {
    Path file =
        Files.writeString(
            temp.resolve("bad.csv"), HEAD + "48001,Anderson County,TX,,,\r\n48,Texas,CA,,,\r\n");
    assertThat(jurisdiction(1, "import", "--reason", "a try", file.toString()).output())
        .contains("line 3, state: \"CA\", expected TX", "nothing was loaded, bad rows: 1");
    jurisdiction(1, "show", "--fips", "48001");
    jurisdiction(2, "show", "--fips", "99001");
    jurisdiction(3, "import", "--reason", "a try", temp.resolve("none.csv").toString());
  }
}
