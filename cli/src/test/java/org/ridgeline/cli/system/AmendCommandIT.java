package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.CaseWorld;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.amend.Amendment;
import org.ridgeline.repository.amend.AmendmentDesk;

/// A person erased by command beside a running server: asked, approved, swept, proved.
class AmendCommandIT {
  private static final byte[] CARD = TestCards.card(721, 1, "T-AMEND-1", "GONE,GUS");

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static Rooms rooms;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    rooms = Rooms.of(world.running.server);
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static TestProgram.Ended repository(String... arguments) throws Exception {
    return TestProgram.start("repository").with(arguments).ended();
  }

  private static TestProgram.Ended amend(String step, String... arguments) throws Exception {
    return TestProgram.start("repository", "amend", step)
        .with(arguments)
        .with("--name", "criminal", "--data", temp.resolve("data").toString())
        .ended();
  }

  private static void await(BooleanSupplier what) throws InterruptedException {
    Instant until = Instant.now().plusSeconds(120);
    while (!what.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(200);
    }
  }

  @Test
  void twoOfficersEraseAPersonByCommandBesideAServer() throws Exception {
    UUID person = ((Imported.Done) rooms.importer(RepositoryName.CRIMINAL).take(CARD)).personId();
    Path card = temp.resolve("card.an2");
    Files.write(card, CARD);
    String data = temp.resolve("data").toString();
    TestProgram.Ended before =
        repository("prove-erased", "--file", card.toString(), "--data", data);
    assertThat(before.exitCode()).as(before.output()).isEqualTo(1);
    assertThat(before.output()).contains("NOT GONE", "HIT person " + person);

    String[] ask = {
      "--kind", "expunge-person", "--id", person.toString(), "--order", "26-9", "--reason", "court"
    };
    TestProgram.Ended stranger = amend("ask", join(ask, "--as", "officer.one"));
    assertThat(stranger.exitCode()).as(stranger.output()).isEqualTo(1);
    assertThat(stranger.output()).contains("no records officer of that name");
    TestProgram.Ended asked = amend("ask", join(ask, "--as", "records-officer.one"));
    assertThat(asked.exitCode()).as(asked.output()).isZero();
    String id = asked.output().strip().lines().toList().getLast().substring(0, 36);

    TestProgram.Ended self = amend("approve", "--id", id, "--as", "records-officer.one");
    assertThat(self.exitCode()).as(self.output()).isEqualTo(1);
    assertThat(self.output()).contains("another person has to decide");
    TestProgram.Ended done = amend("approve", "--id", id, "--as", "records-officer.two");
    assertThat(done.exitCode()).as(done.output()).isZero();
    assertThat(amend("list").output()).contains(id + "  APPLIED  expunge person " + person);

    await(() -> amendment(id).sweptAt().isPresent());
    TestProgram.Ended after =
        repository("prove-erased", "--file", card.toString(), "--text", "GONE,GUS", "--data", data);
    assertThat(after.output()).contains("nothing is left");
    assertThat(after.exitCode()).as(after.output()).isZero();

    TestProgram.Ended receipt =
        repository("amend", "receipt", "--name", "criminal", "--id", id, "--data", data);
    assertThat(verified(receipt.output())).isZero();
    assertThat(verified(receipt.output().replace("26-9", "26-8"))).isEqualTo(1);
    assertThat(trace(id))
        .containsExactly(
            "records-officer.one amendment.ask",
            "records-officer.two amendment.approve",
            "repository amendment.apply");
  }

  private static Amendment amendment(String id) {
    return rooms.get(AmendmentDesk.class).of("criminal").find(UUID.fromString(id));
  }

  private static List<String> trace(String id) {
    return rooms.ledger().about(List.of(Subject.Kind.AMENDMENT.of(id))).stream()
        .map(ChainedEntry::entry)
        .map(e -> e.actor() + " " + e.action().key())
        .toList();
  }

  private static int verified(String receipt) throws Exception {
    Path file = temp.resolve("receipt.txt");
    Files.writeString(file, receipt);
    String key = temp.resolve("data/ledger/public.key").toString();
    return repository("amend", "verify-receipt", "--key", key, file.toString()).exitCode();
  }

  private static String[] join(String[] some, String... more) {
    return java.util.stream.Stream.of(some, more)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }
}
