package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.Retention;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CasePurge;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.purge.Holds;
import org.ridgeline.exchange.purge.PurgeStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.Receipt;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.ledger.Subject;
import org.ridgeline.node.DataFolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A case is purged: everything that was kept of the person is looked for wherever it may lie.
class PurgeIT {
  private static final String NAME = "QUILLFEATHER,OTTO";

  @TempDir private static Path temp;
  private static Path data;
  private static CaseWorld world;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    data = Files.createDirectories(temp.resolve("data"));
    Files.writeString(
        data.resolve("ridgeline.properties"),
        "retention.unfetched=0\nretention.outbound-hours=0\nretention.cases=30\n");
    world = new CaseWorld(data);
    token = world.running.activeAgency(TestCards.ORI);
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    for (int i = 0; i < 600 && !done.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(done.getAsBoolean()).isTrue();
  }

  private static <T> T get(Class<T> kind) {
    return Rooms.of(world.running.server).get(kind);
  }

  private static List<Receipt> receipts(String control) {
    return get(PurgeStore.class).receipts(Trail.submission(control));
  }

  /// Tables of a room with a row that says it, as text or as bytes.
  private static List<String> rows(DataSource room, String said) {
    JdbcClient jdbc = JdbcClient.create(room);
    String hex = HexFormat.of().formatHex(said.getBytes(StandardCharsets.UTF_8));
    return jdbc
        .sql(
            """
            select table_name from information_schema.tables
            where table_schema = current_schema()
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(table ->
            jdbc.sql(
                    "select exists (select 1 from "
                        + table
                        + " t where t::text like ? or t::text like ?)")
                .params("%" + said + "%", "%" + hex + "%")
                .query(Boolean.class)
                .single())
        .sorted()
        .toList();
  }

  private static DataSource exchange() {
    return get(DataFolder.class).databases().exchange();
  }

  private static List<Path> files(String said) throws Exception {
    List<Path> found = new ArrayList<>();
    for (String folder : List.of("inbound", "outbound", "gallery", "ledger")) {
      if (!Files.exists(data.resolve(folder))) {
        continue;
      }
      try (Stream<Path> all = Files.walk(data.resolve(folder))) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(said)) {
            found.add(file);
          }
        }
      }
    }
    return found;
  }

  private static Case booked(int person) throws Exception {
    world.known(person);
    byte[] card = TestCards.card(person, 2, "P-" + person, NAME);
    String control = world.running.booked(token, card).path("control").asString();
    await(() -> world.cases.shelf().cases().ofControl(control).isPresent());
    UUID caseId = world.cases.shelf().cases().ofControl(control).orElseThrow().caseId();
    // The same card again by the folder: a file in done.
    Path inbound = data.resolve("inbound").resolve(TestCards.ORI);
    Files.createDirectories(inbound);
    Path part = Files.write(inbound.resolve("card.part"), card);
    Files.move(part, inbound.resolve("card-" + person + ".an2"));
    await(() -> Files.exists(inbound.resolve("done/card-" + person + "." + control + ".an2")));
    return world.await(caseId, CaseState.VERIFYING);
  }

  private static int prints(Case one) {
    return world
        .jdbc()
        .sql(
            """
            select count(*) from comparison_print
            where pair_key in (select pair_key from comparison where case_id = ?)
            """)
        .param(one.caseId())
        .query(Integer.class)
        .single();
  }

  @Test
  void anExcludedPersonIsGoneEverywhereAndAReceiptIsLeft() throws Exception {
    Case one = booked(61);
    String control = one.booking().control();
    Rooms.of(world.running.server).casework().verification().preparer().prepare();
    assertThat(prints(one)).isPositive();
    assertThat(rows(exchange(), NAME)).contains("submission", "lead");
    assertThat(rows(world.dataSource(), NAME)).contains("case_lead");
    assertThat(files(NAME)).hasSize(1);
    world.cases.desk().machine(one.caseId(), Step.SETTLE_EXCLUDED, "test");
    await(() -> !receipts(control).isEmpty());
    await(() -> get(PurgeStore.class).waitsFor(control).isEmpty());

    assertThat(rows(exchange(), NAME)).isEmpty();
    assertThat(rows(world.dataSource(), NAME)).isEmpty();
    assertThat(files(NAME)).isEmpty();
    assertThat(files(control)).isEmpty();
    SubmissionStore submissions = get(SubmissionStore.class);
    assertThat(submissions.bytes(control)).isEmpty();
    assertThat(submissions.fingers(control)).isEmpty();
    assertThat(prints(one)).isZero();

    var key = SigningKey.publicKey(data.resolve("ledger/public.key"));
    List<Receipt> all = new ArrayList<>(receipts(control));
    all.addAll(get(CasePurge.class).receipts(one.caseId()));
    assertThat(all).hasSizeGreaterThan(1).allMatch(receipt -> receipt.isSignedBy(key));
    assertThat(all.toString()).doesNotContain(NAME);
    assertThat(receipts(control).getFirst().statement().says())
        .containsEntry("templates", "4")
        .containsEntry("files-taken", "1");
    saysSoPlainly(one, control);
  }

  /// Its sender, the console and a replay get a plain word, no error and no second search.
  private void saysSoPlainly(Case one, String control) throws Exception {
    Api.Reply sender = world.running.api.get("/api/v1/submissions/" + control, token);
    assertThat(sender.status()).isEqualTo(200);
    assertThat(new String(sender.response().body(), StandardCharsets.UTF_8))
        .contains("\"purgedAt\":\"")
        .contains("\"purged\":true");
    byte[] card = TestCards.card(61, 2, "P-61", NAME);
    var again = world.running.api.post("/api/v1/submissions", token, card).json();
    assertThat(again.path("control").asString()).isEqualTo(control);
    assertThat(again.path("replayed").asBoolean()).isTrue();
    assertThat(get(SubmissionStore.class).bytes(control)).isEmpty();
    assertThat(get(SubmissionStore.class).fingers(control)).isEmpty();
    Browserless officer =
        Browserless.loggedIn(
            world.running.server.url(), CaseWorld.name(Role.OFFICER, "one"), CaseWorld.PASSWORD);
    officer.post("/cases/" + one.caseId() + "/purpose", Map.of("other", "looking"));
    assertThat(officer.get("/cases/" + one.caseId()).body())
        .contains("RIDGELINE-RECEIPT-1")
        .contains("What this case knew of the person is gone");
    Browserless agency =
        Browserless.loggedIn(
            world.running.server.url(),
            CaseWorld.name(Role.BOOKING_AGENCY, "one"),
            CaseWorld.PASSWORD);
    HttpResponse<String> page = agency.get("/agency/bookings/" + control);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("was taken out");
    Browserless operator =
        Browserless.loggedIn(
            world.running.server.url(), CaseWorld.name(Role.OPERATOR, "one"), CaseWorld.PASSWORD);
    assertThat(operator.get("/submissions/" + control).statusCode()).isLessThan(400);
  }

  @Test
  void aHoldKeepsACaseUntilItIsReleased() throws Exception {
    Case one = booked(62);
    Subject subject = Subject.Kind.CASE.of(one.caseId());
    Holds holds = get(Holds.class);
    holds.place(subject, "Quillfeather v. County", "clerk");
    world.cases.desk().machine(one.caseId(), Step.SETTLE_EXCLUDED, "test");
    await(() -> !world.running.stores().answers().of(one.booking().control()).isEmpty());
    assertThat(world.now(one).purgedAt()).isEmpty();
    assertThat(world.now(one).booking().namesClaimed()).contains(NAME);
    assertThat(get(SubmissionStore.class).bytes(one.booking().control())).isPresent();
    assertThat(world.cases.shelf().cases().purgesWanted()).containsKey(one.caseId());
    holds.release(subject, "settled", "clerk");
    world.cases.desk().purge(one.caseId(), "hold released");
    await(() -> !receipts(one.booking().control()).isEmpty());
    assertThat(world.now(one).purgedAt()).isPresent();
    assertThat(get(SubmissionStore.class).bytes(one.booking().control())).isEmpty();
  }

  private static String cases() {
    return get(Retention.class).plan().stream()
        .filter(planned -> planned.rule().equals("retention.cases"))
        .map(planned -> planned.plan().orElseThrow())
        .map(plan -> plan.due() + " due, kept back: " + plan.keptBack())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aClosedCaseGoesByTheRuleUnlessSomethingKeepsIt() throws Exception {
    Case one = booked(63);
    String control = one.booking().control();
    world
        .jdbc()
        .sql(
            """
            update case_file set state = 'CLOSED', closed_at = now() - interval '40 days',
              stopped = true where case_id = ?
            """)
        .param(one.caseId())
        .update();
    Retention retention = get(Retention.class);
    assertThat(cases()).isEqualTo("0 due, kept back: {stop, redress or answer=1}");
    world.jdbc().sql("update case_file set stopped = false").update();
    assertThat(cases()).isEqualTo("1 due, kept back: {}");
    assertThat(retention.hold(one.number(), "order 7", "clerk")).isTrue();
    assertThat(get(Holds.class).isHeld(Trail.submission(control)))
        .as("a case's submissions are held with it")
        .isTrue();
    assertThat(cases()).isEqualTo("0 due, kept back: {hold=1}");
    retention.run("test", "SYSTEM");
    assertThat(world.now(one).purgedAt()).isEmpty();
    assertThat(retention.release(one.number(), "order 8", "clerk")).isTrue();
    assertThat(retention.run("test", "SYSTEM")).contains(new Retention.Ran("retention.cases", 1));
    assertThat(world.now(one).purgedAt()).isPresent();
    await(() -> !receipts(control).isEmpty());
    await(() -> get(PurgeStore.class).waitsFor(control).isEmpty());
    assertThat(rows(exchange(), NAME)).isEmpty();
    assertThat(files(NAME)).isEmpty();
    assertThat(retention.subjects(control)).containsExactly(Trail.submission(control));
  }
}
