package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.Api;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Databases;
import org.ridgeline.node.Settings;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.RepositorySize;
import org.ridgeline.search.gallery.GalleryInUseException;
import org.ridgeline.search.rank.Engine;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What must hold when things happen at once, or one part is away.
class ResilienceIT {
  @TempDir private static Path temp;
  private static RunningServer running;
  private static Api api;
  private static String token = "";
  private static DataFolder beside;

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
    api = running.api;
    token = running.activeAgency(TestCards.ORI);
    beside = DataFolder.use(running.data, Settings.of(running.data, Optional.empty()));
  }

  @AfterAll
  static void stop() throws IOException {
    beside.close();
    running.close();
  }

  private static String control(byte[] card) throws Exception {
    Api.Reply reply = api.post("/api/v1/submissions", token, card);
    assertThat(reply.status()).isEqualTo(202);
    return reply.json().path("control").asString();
  }

  @Test
  void bookingsOfOneNewPersonAtTheSameMomentBecomeOnePerson() throws Exception {
    RepositorySize before = Rooms.of(running.server).repositories().criminal().size();
    List<Callable<String>> senders =
        IntStream.range(0, 6)
            .<Callable<String>>mapToObj(
                i -> () -> control(TestCards.card(301, 1 + i % 2, "T-ATONCE-" + i, "SAME,MOMENT")))
            .toList();
    try (ExecutorService all = Executors.newFixedThreadPool(6)) {
      for (Future<String> sent : all.invokeAll(senders)) {
        assertThat(api.closed(sent.get(), token).path("state").asString()).isEqualTo("ANSWERED");
      }
    }
    RepositorySize after = Rooms.of(running.server).repositories().criminal().size();
    assertThat(after.persons()).isEqualTo(before.persons() + 1);
    assertThat(after.encounters()).isEqualTo(before.encounters() + 6);
  }

  @Test
  void theSameTcnSentManyTimesAtOnceIsOneSubmission() throws Exception {
    byte[] card = TestCards.card(302, 1, "T-RACE-0001", "RACE,NAME");
    try (ExecutorService all = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> senders =
          IntStream.range(0, 8).<Callable<String>>mapToObj(_ -> () -> control(card)).toList();
      Set<String> controls =
          all.invokeAll(senders).stream().map(ResilienceIT::get).collect(Collectors.toSet());
      assertThat(controls).hasSize(1);
      assertThat(api.closed(controls.iterator().next(), token).path("answers").size()).isEqualTo(2);
    }
  }

  private static String get(Future<String> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theCriminalAnswerDoesNotWaitForARepositoryThatIsAway() throws Exception {
    JdbcClient immigration = JdbcClient.create(beside.databases().immigration());
    immigration.sql("alter table gallery_change rename to gallery_away").update();
    try {
      String control = control(TestCards.card(303, 1, "T-AWAY-0001", "AWAY,NAME"));
      await(() -> outcome(control, "criminal").equals("no-hit"));
      assertThat(outcome(control, "immigration")).isEmpty();
      await(() -> attempts(control) > 0);
      JdbcClient.create(beside.databases().exchange())
          .sql("update search set attempts = ?, due_at = now() where control = ? and state = ?")
          .params(Limits.SEARCH_ATTEMPTS_MAX - 1, control, "PENDING")
          .update();
      await(() -> outcome(control, "immigration").equals("error"));
      String second = control(TestCards.card(304, 1, "T-AWAY-0002", "AWAY,NAME"));
      await(() -> attempts(second) > 0);
      immigration.sql("alter table gallery_away rename to gallery_change").update();
      await(() -> outcome(second, "immigration").equals("no-hit"));
    } finally {
      immigration.sql("alter table if exists gallery_away rename to gallery_change").update();
    }
  }

  private static int attempts(String control) {
    return running.stores().searches().of(control).stream()
        .filter(row -> row.repository() == RepositoryName.IMMIGRATION)
        .mapToInt(SearchRow::attempts)
        .sum();
  }

  private static String outcome(String control, String repository) throws Exception {
    JsonNode submission = api.get("/api/v1/submissions/" + control, token).json();
    return Api.answer(submission, repository).path("outcome").asString("");
  }

  @Test
  void whenTooMuchWaitsSendersAreToldToComeBack() throws Exception {
    JdbcClient exchange = JdbcClient.create(beside.databases().exchange());
    int waiting = running.stores().submissions().backlog();
    exchange
        .sql(
            """
            insert into submission
              (control, channel, sha256, bytes, state, received_at, due_at, ori, tcn)
            select 'FULL' || n, 'FETCH', '', '', 'ACCEPTED', now(), now() + interval '1 day',
              'FULL', 'FULL' || n from generate_series(1, ?) n
            """)
        .param(Limits.BACKLOG_MAX - waiting)
        .update();
    byte[] card = TestCards.card(305, 1, "T-FULL-0001", "FULL,HOUSE");
    try {
      Api.Reply reply = api.post("/api/v1/submissions", token, card);
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.response().headers().firstValue("Retry-After").map(Integer::parseInt))
          .hasValueSatisfying(seconds -> assertThat(seconds).isPositive());
      exchange.sql("delete from submission where control = 'FULL1'").update();
      api.closed(control(card), token);
    } finally {
      exchange.sql("delete from submission where control like 'FULL%'").update();
    }
  }

  @Test
  void aRolesSchemaIsClosedToTheOthers() {
    Databases databases = beside.databases();
    Map<String, DataSource> roles =
        Map.of(
            "exchange", databases.exchange(),
            "casework", databases.casework(),
            "criminal", databases.criminal(),
            "immigration", databases.immigration(),
            "civil", databases.civil());
    for (RepositoryName repository : RepositoryName.values()) {
      String sql = "select count(*) from " + repository.key() + ".person";
      roles.forEach((role, data) -> {
        if (!role.equals(repository.key())) {
          assertThatThrownBy(() -> JdbcClient.create(data).sql(sql).query(Integer.class).single())
              .as(role + " reads " + repository.key())
              .hasStackTraceContaining("permission denied");
        }
      });
    }
  }

  @Test
  void aRepositoryRefusesPurposesThatAreNotItsOwn() {
    Repository criminal = Rooms.of(running.server).repositories().criminal();
    assertThatThrownBy(() ->
            criminal.identify(
                new org.ridgeline.vocabulary.TenPrint(java.util.Map.of()),
                Purpose.INTEROPERABILITY))
        .hasMessageContaining("INTEROPERABILITY not allowed in criminal");
  }

  @Test
  void anImportedPersonIsKnownByTheNextCard() throws Exception {
    var importer = Rooms.of(running.server).importer(RepositoryName.IMMIGRATION);
    byte[] card = TestCards.card(306, 1, "IMPORT-306", "GALLERY,NAME");
    var first = (Imported.Done) importer.take(card);
    assertThat(first.isNewPerson()).isTrue();
    // The same file again changes nothing; another impression is a new encounter of the person.
    assertThat(((Imported.Before) importer.take(card)).personId()).isEqualTo(first.personId());
    var second = (Imported.Done) importer.take(TestCards.card(306, 2, "IMPORT-306B", "G,N"));
    assertThat(second.personId()).isEqualTo(first.personId());
    assertThat(second.isNewPerson()).isFalse();
    Repository immigration = Rooms.of(running.server).repositories().immigration();
    var person = immigration.person(first.personId(), Purpose.LEAD_REVIEW).orElseThrow();
    assertThat(person.encounters()).isEqualTo(2);
    assertThat(person.names()).containsExactlyInAnyOrder("GALLERY,NAME", "G,N");
    assertThat(person.identifiers().get("FIN").getFirst()).matches("1[0-9]{9}");
  }

  @Test
  void aCommandBesideTheServerLeavesTheGalleryToIt() throws Exception {
    assertThat(beside.servedAt()).contains(running.server.url());
    assertThatThrownBy(() -> Rooms.open(beside, Engine.standard(), Clock.systemUTC()))
        .isInstanceOf(GalleryInUseException.class);
    Path card = temp.resolve("beside.an2");
    Files.write(card, TestCards.card(307, 1, "IMPORT-307", "BESIDE,NAME"));
    Repository criminal = Rooms.of(running.server).repositories().criminal();
    int before = criminal.size().persons();
    var command =
        TestProgram.start("repository", "import", "--name", "criminal", "--data")
            .with(running.data.toString(), card.toString())
            .ended();
    assertThat(command.exitCode()).as(command.output()).isZero();
    assertThat(criminal.size().persons()).isEqualTo(before + 1);
    assertThat(
            JdbcClient.create(beside.databases().exchange())
                .sql("select count(*) from owner_token")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void onlyOneProcessServesAFolder() {
    assertThatThrownBy(
            () -> DataFolder.serve(running.data, Settings.of(running.data, Optional.empty())))
        .hasMessageContaining("another Ridgeline serves");
    assertThat(running.stores().submissions().counts()).doesNotContainKey(SubmissionState.REFUSED);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).isLessThan(until);
      Thread.sleep(50);
    }
  }
}
