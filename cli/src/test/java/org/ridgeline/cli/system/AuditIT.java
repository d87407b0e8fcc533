package org.ridgeline.cli.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.app.system.RunningServer;
import org.ridgeline.app.system.TestCards;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.HeldRecords;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody with the ledger's own database role beside a server at work, and what the auditor's
/// commands and the server make of it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditIT {
  @TempDir private static Path temp;
  private static RunningServer running;
  private static JdbcClient ledger;
  private static String token = "";
  private static int bookings = 800;

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
    token = running.activeAgency(TestCards.ORI);
    Rooms.of(running.server)
        .importer(RepositoryName.IMMIGRATION)
        .take(TestCards.card(801, 1, "IMPORT-801", "OTHER,NAME"));
    booked();
    checkpoints().sign();
    booked();
    checkpoints().sign();
    booked();
    ledger = JdbcClient.create(Rooms.of(running.server).get(HeldRecords.class).ledger());
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static void booked() throws Exception {
    running.booked(token, TestCards.card(++bookings, 2, "T-AUDIT-" + bookings, "SOME,NAME"));
  }

  private static Checkpoints checkpoints() {
    return Rooms.of(running.server).checkpoints();
  }

  private static TestProgram.Ended audit(String command, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("audit", command, "--data"));
    arguments.add(temp.resolve("data").toString());
    arguments.addAll(List.of(more));
    return TestProgram.start(arguments.toArray(String[]::new)).ended();
  }

  private static void assertClean() throws Exception {
    TestProgram.Ended ended = audit("verify");
    assertThat(ended.output()).contains("nothing is wrong");
    assertThat(ended.exitCode()).isZero();
  }

  private static void assertNamed(String... codes) throws Exception {
    TestProgram.Ended ended = audit("verify");
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
    assertThat(ended.output()).contains(codes);
  }

  @Test
  @Order(1)
  void aSystemAtWorkIsClean() throws Exception {
    assertClean();
    assertThat(audit("rotate-key", "--by", "root").output()).contains("signs from now on");
    booked();
    assertThat(checkpoints().sign()).isPresent();
    assertClean();
  }

  @Test
  @Order(2)
  void aForgedChainIsNamedAndNotSigned() throws Exception {
    for (String table : List.of("entry", "link", "checkpoint")) {
      ledger.sql("alter table " + table + " disable trigger append_only").update();
    }
    ledger
        .sql(
            """
            update entry set detail = '{outcome,NO_HIT}'
            where entry_id = (select min(entry_id) from entry where action = 'search.decide')
            """)
        .update();
    ledger
        .sql(
            """
            do $$ declare r record; before bytea := decode(repeat('00', 32), 'hex'); begin
              for r in select number, e from link l join entry e using (entry_id)
                order by number loop
                before := sha256(canonical(before, r.number, r.e));
                update link set hash = before where number = r.number;
              end loop;
            end $$
            """)
        .update();
    assertNamed("REWRITTEN");
    ledger.sql("delete from checkpoint").update();
    assertNamed("CHECKPOINT_MISSING", "REWRITTEN");
    booked();
    assertThat(checkpoints().sign()).as("bookings go on, signing stops").isEmpty();
    assertThat(checkpoints().findings()).isNotEmpty();

    TestProgram.Ended accepted = audit("accept", "--by", "root", "--reason", "a test of forgery");
    assertThat(accepted.exitCode()).as(accepted.output()).isZero();
    assertThat(accepted.output()).contains("CHECKPOINT_MISSING").contains("era 2 begins");
    booked();
    assertThat(checkpoints().sign()).as("the server signs again").isPresent();
    assertNamed("TABLE_CHANGED", "entry has the trigger append_only, which is disabled");
    for (String table : List.of("entry", "link", "checkpoint")) {
      ledger.sql("alter table " + table + " enable trigger append_only").update();
    }
    TestProgram.Ended after = audit("verify");
    assertThat(after.exitCode()).as(after.output()).isZero();
    assertThat(after.output()).contains("REWRITTEN").contains("(accepted)");
    assertThat(audit("export", "--subject", "ledger:era-1").output())
        .contains("\"action\":\"ledger.accept\"")
        .contains("a test of forgery");
  }

  @Test
  @Order(3)
  void aRowThatNoEntrySpeaksOfIsNamed() throws Exception {
    JdbcClient exchange =
        JdbcClient.create(
            Rooms.of(running.server).get(HeldRecords.class).sources().getFirst().rows());
    exchange
        .sql(
            """
            insert into answer (answer_id, control, source, tot, outcome, bytes)
            select gen_random_uuid(), control, 'determination', 'IDR', 'DETERMINED', 'forged'
            from answer limit 1
            """)
        .update();
    assertNamed("CONTENT_UNRECORDED  exchange.answer/");
    exchange.sql("delete from answer where bytes = 'forged'").update();
    assertClean();
  }

  @Test
  @Order(4)
  void aServerWithoutItsKeySaysWhatToDo() throws Exception {
    running.close();
    Path folder = temp.resolve("data/ledger");
    Path key = folder.resolve("signing.key");
    Files.move(key, temp.resolve("lost.key"), StandardCopyOption.ATOMIC_MOVE);
    TestProgram.Ended refused =
        TestProgram.start("serve", "--port", "0", "--data", temp.resolve("data").toString())
            .ended();
    assertThat(refused.exitCode()).as(refused.output()).isEqualTo(3);
    assertThat(refused.output()).contains("signing.key is not there").contains("audit new-key");
    assertThat(key).doesNotExist();
    assertThat(audit("new-key", "--reason", "lost").output()).contains("era 3 begins");
    assertClean();
    running = new RunningServer(temp.resolve("data"));
    assertThat(checkpoints().findings()).isEmpty();
  }
}
