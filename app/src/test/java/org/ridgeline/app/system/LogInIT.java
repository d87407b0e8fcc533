package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.console.entry.OperatorPasswords;
import org.ridgeline.console.entry.PasswordTurns;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.LoginTries;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Sha256;

/// Strangers at the log-in: they hold up nobody who comes from where they have been before, and
/// nobody else's work. A trusted proxy says where they come from.
class LogInIT {
  private static final String HOME = "192.0.2.7";
  private static final String NOTICE =
      "This system belongs to <a county>.\n\nUse is watched & recorded.\n";

  @TempDir private static Path temp;
  private static RunningServer running;
  private static RawHttp http;
  private static OperatorStore operators;

  @BeforeAll
  static void start() throws Exception {
    Path data = Files.createDirectories(temp.resolve("data"));
    Files.writeString(
        data.resolve("ridgeline.properties"),
        "server.trusted-proxies=127.0.0.0/8, ::1\nconsole.notice=notice.txt\n");
    Files.writeString(data.resolve("notice.txt"), NOTICE);
    running = new RunningServer(data);
    http = new RawHttp(running.server.url());
    operators = Rooms.of(running.server).operators();
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static void hire(String name) {
    String hash = OperatorPasswords.encoder().encode(CaseWorld.PASSWORD);
    operators.add(name, hash, Duty.of(Role.ADMINISTRATOR), Instant.now());
  }

  /// Where a try to log in leads.
  private static String tried(String name, String password, String from) throws Exception {
    String agreed = Sha256.hex(NOTICE.getBytes(StandardCharsets.UTF_8));
    return tried(Map.of("username", name, "password", password, "agreed", agreed), from);
  }

  private static String tried(Map<String, String> form, String from) throws Exception {
    DoorVisitor visitor = DoorVisitor.stranger(http);
    RawHttp.Got got =
        http.send(visitor.form("/login", form).with(List.of("X-Forwarded-For: " + from)));
    return got.status() == 302 ? got.header("location").orElseThrow() : "" + got.status();
  }

  @Test
  void aStrangersTriesDoNotHoldUpWhoComesFromWhereTheyHaveBeen() throws Exception {
    hire("chief");
    assertThat(tried("chief", CaseWorld.PASSWORD, HOME)).endsWith("/");
    for (int i = 0; i < 6; i++) {
      assertThat(tried("chief", "wrong password " + i, "198.51.100.9")).endsWith("?failed");
    }
    assertThat(tried("chief", CaseWorld.PASSWORD, "198.51.100.9"))
        .as("held up where the wrong ones came from")
        .endsWith("?failed");
    assertThat(tried("chief", CaseWorld.PASSWORD, HOME)).endsWith("/");
    assertThat(tried("chief", CaseWorld.PASSWORD, "198.51.100.10"))
        .as("elsewhere, few failures in all")
        .endsWith("/");
  }

  @Test
  void whereALogInWasMadeIsAPlaceOfItsOwner() throws Exception {
    String link = operators.invite(Duty.of(Role.OFFICER), Optional.empty(), Instant.now());
    DoorVisitor visitor = DoorVisitor.stranger(http);
    Map<String, String> chosen =
        Map.of("username", "sixth", "password", CaseWorld.PASSWORD, "again", CaseWorld.PASSWORD);
    RawHttp.Sent made = visitor.form("/setup/" + link, chosen);
    assertThat(http.send(made.with(List.of("X-Forwarded-For: " + HOME))).header("location"))
        .contains("/login?created");
    LoginTries tries = running.server.get(LoginTries.class);
    for (int i = 0; i < 50; i++) {
      tries.mayTry("sixth", "203.0.113." + i, Instant.now());
    }
    assertThat(tried("sixth", CaseWorld.PASSWORD, "203.0.113.99")).endsWith("?failed");
    assertThat(tried("sixth", CaseWorld.PASSWORD, HOME)).endsWith("/");
  }

  @Test
  void nobodyIsLetInWhoHasNotAgreedToTheNoticeAsItIs() throws Exception {
    hire("fifth");
    Map<String, String> right = Map.of("username", "fifth", "password", CaseWorld.PASSWORD);
    assertThat(tried(right, HOME)).endsWith("/login?notice");
    for (String other : List.of("", "on", Sha256.hex(new byte[0]))) {
      Map<String, String> form = new TreeMap<>(right);
      form.put("agreed", other);
      assertThat(tried(form, HOME)).as(other).endsWith("/login?notice");
    }
    assertThat(actions("fifth")).as("no password was looked at").isEmpty();
    assertThat(tried("fifth", CaseWorld.PASSWORD, HOME)).endsWith("/");
    assertThat(actions("fifth"))
        .singleElement()
        .satisfies(entry ->
            assertThat(entry.detail())
                .containsEntry("notice", Sha256.hex(NOTICE.getBytes(StandardCharsets.UTF_8)))
                .containsEntry("from", HOME));
  }

  @Test
  void theNoticeStandsOnThePageInItsOwnWords() throws Exception {
    String page = http.send(RawHttp.Sent.get("/login")).body();
    assertThat(page)
        .contains("This system belongs to &lt;a county&gt;.", "Use is watched &amp; recorded.")
        .contains("I have read this and agree");
  }

  /// What the ledger has of somebody's log-ins, let in or not.
  private static List<LedgerEntry> actions(String name) {
    return Rooms.of(running.server).ledger().about(List.of(Subject.Kind.OPERATOR.of(name))).stream()
        .map(ChainedEntry::entry)
        .filter(entry -> entry.action().key().startsWith("operator.login"))
        .toList();
  }

  @Test
  void manyAddressesOfOneNetworkAreOne() throws Exception {
    hire("second");
    for (int i = 0; i < 5; i++) {
      tried("second", "wrong password", "[2001:db8::" + i + "]");
    }
    assertThat(tried("second", CaseWorld.PASSWORD, "[2001:db8::99]")).endsWith("?failed");
    assertThat(tried("second", CaseWorld.PASSWORD, "[2001:db8:0:1::1]")).endsWith("/");
  }

  @Test
  void anAdministratorLetsGoAtOnce() throws Exception {
    hire("third");
    for (int i = 0; i < 5; i++) {
      tried("third", "wrong password", HOME);
    }
    assertThat(tried("third", CaseWorld.PASSWORD, HOME)).endsWith("?failed");
    assertThat(operators.release("third", "test")).isTrue();
    assertThat(tried("third", CaseWorld.PASSWORD, HOME)).endsWith("/");
  }

  @Test
  void whereManyPasswordsWaitFurtherOnesAreRefusedAndTheApiAnswers() throws Exception {
    hire("fourth");
    PasswordTurns turns = running.server.get(PasswordTurns.class);
    CountDownLatch held = new CountDownLatch(1);
    List<Thread> waiting = new ArrayList<>();
    int inside = Math.max(1, Runtime.getRuntime().availableProcessors() / 2) + 16;
    CountDownLatch in = new CountDownLatch(inside);
    for (int i = 0; i < inside; i++) {
      waiting.add(
          Thread.ofVirtual()
              .start(() -> {
                in.countDown();
                turns.inTurn(() -> {
                  try {
                    held.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return "";
                });
              }));
    }
    in.await();
    try {
      while (!turns.isFull()) {
        Thread.onSpinWait();
      }
      assertThat(tried("fourth", CaseWorld.PASSWORD, HOME)).isEqualTo("503");
      String token = running.activeAgency(TestCards.ORI);
      assertThat(running.api.get("/api/v1/submissions/R1", token).status()).isEqualTo(404);
      assertThat(http.send(RawHttp.Sent.get("/login")).status()).isEqualTo(200);
    } finally {
      held.countDown();
    }
    for (Thread thread : waiting) {
      thread.join();
    }
    assertThat(tried("fourth", CaseWorld.PASSWORD, HOME)).endsWith("/");
  }
}
