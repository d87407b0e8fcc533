package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.CaseWorld;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.export.ExportDesk;
import org.ridgeline.repository.export.Exports;
import org.ridgeline.repository.export.Order;
import org.ridgeline.vocabulary.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A repository taken out by command beside its server, and taken in by an empty installation.
class ExportCommandIT {
  private static final int PEOPLE = 5;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static Rooms rooms;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    rooms = Rooms.of(world.running.server);
    for (int person = 0; person < PEOPLE; person++) {
      for (int visit = 1; visit <= 1 + person % 2; visit++) {
        byte[] card = TestCards.card(840 + person, visit, "T-OUT-" + person + visit, "DOE,SAM");
        rooms.importer(RepositoryName.CRIMINAL).take(card);
      }
    }
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static TestProgram export(UUID id, Path out) {
    return TestProgram.start("repository", "export", "run", "--id", id.toString())
        .with("--out", out.toString(), "--data", temp.resolve("data").toString(), "--json");
  }

  private static JsonNode json(TestProgram.Ended ended) {
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    return JSON.readTree(
        ended.output().lines().filter(line -> line.startsWith("{")).findFirst().orElseThrow());
  }

  private static JsonNode criminal(Path data) throws Exception {
    TestProgram.Ended listed =
        TestProgram.start("repository", "export", "list", "--json")
            .with("--data", data.toString())
            .ended();
    return json(listed)
        .path("repositories")
        .valueStream()
        .filter(one -> one.path("repository").asString().equals("criminal"))
        .findFirst()
        .orElseThrow();
  }

  private static void killedOnceBegun(UUID id, Path out) throws Exception {
    Process process = export(id, out).begun(temp.resolve("killed.out"));
    while (process.isAlive() && Files.notExists(out.resolve("encounters"))) {
      Thread.sleep(1);
    }
    process.destroyForcibly();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("killed before it ended").isNotZero();
  }

  @Test
  void aRepositoryIsTakenOutByTwoAndTakenInAgain() throws Exception {
    Exports exports = rooms.get(ExportDesk.class).of("criminal");
    UUID id = exports.propose(new Order("Successor", "clause 12"), "records-officer.one").id();
    Path out = temp.resolve("out");
    TestProgram.Ended alone = export(id, out).ended();
    assertThat(alone.exitCode()).as(alone.output()).isEqualTo(1);
    assertThat(alone.output()).contains("waits for another person to agree");
    assertThat(out).doesNotExist();
    exports.agree(id, "records-officer.two");
    TestProgram.Ended inside = export(id, temp.resolve("data/out")).ended();
    assertThat(inside.exitCode()).isEqualTo(1);
    assertThat(inside.output()).contains("lies in the data folder");

    killedOnceBegun(id, out);
    JsonNode done = json(export(id, out).ended());
    JsonNode here = criminal(temp.resolve("data"));
    assertThat(done.path("counts").path("encounters").asInt())
        .isEqualTo(here.path("encounters").asInt())
        .isEqualTo(7);
    assertThat(done.path("counts").path("persons").asInt())
        .isEqualTo(here.path("persons").asInt())
        .isEqualTo(PEOPLE);
    assertThat(here.path("exports").get(0).path("state").asString()).isEqualTo("ENDED");
    sumsHold(out);
    LedgerEntry last = rooms.ledger().about(List.of(Subject.Kind.EXPORT.of(id))).getLast().entry();
    assertThat(last.action().key()).isEqualTo("export.end");
    assertThat(last.detail())
        .containsEntry(
            "manifest-sha256", Sha256.hex(Files.readAllBytes(out.resolve("manifest.csv"))))
        .containsEntry("encounters", "7");
    takenIn(out);
  }

  private static void sumsHold(Path out) throws Exception {
    Process sums =
        new ProcessBuilder("sha256sum", "-c", "--quiet", "--strict", "SHA256SUMS")
            .directory(out.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(sums.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(sums.waitFor()).as(said).isZero();
  }

  private static void takenIn(Path out) throws Exception {
    Path data = temp.resolve("successor");
    JsonNode taken =
        json(
            TestProgram.start("repository", "import", "--name", "criminal", "--json")
                .with("--data", data.toString(), out.resolve("encounters").toString())
                .ended());
    assertThat(taken.path("report").path("files").asInt()).isEqualTo(7);
    assertThat(taken.path("report").path("newPersons").asInt()).isEqualTo(PEOPLE);
    assertThat(taken.path("report").path("knownPersons").asInt()).isEqualTo(7 - PEOPLE);
    Map<String, Set<String>> there = new HashMap<>();
    for (JsonNode one : taken.path("persons")) {
      String file = Path.of(one.path("file").asString()).getFileName().toString();
      there.computeIfAbsent(one.path("personId").asString(), _ -> new TreeSet<>()).add(file);
    }
    assertThat(Set.copyOf(there.values())).isEqualTo(Set.copyOf(manifest(out).values()));
    JsonNode successor = criminal(data);
    assertThat(successor.path("persons").asInt()).isEqualTo(PEOPLE);
    assertThat(successor.path("encounters").asInt()).isEqualTo(7);
  }

  /// Which files are whose, as the manifest says.
  private static Map<String, Set<String>> manifest(Path out) throws IOException {
    Map<String, Set<String>> files = new TreeMap<>();
    try (Stream<String> lines = Files.lines(out.resolve("manifest.csv"))) {
      lines
          .skip(1)
          .map(line -> line.split(","))
          .forEach(cells ->
              files
                  .computeIfAbsent(cells[0], _ -> new TreeSet<>())
                  .add(Path.of(cells[2]).getFileName().toString()));
    }
    return files;
  }
}
