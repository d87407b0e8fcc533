package org.ridgeline.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.KeptDemographics;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.completeness.BookingFields;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What one agency's folder does to the others': nothing.
class DropFolderTest {
  private static final String FIRST = "CA0010000";
  private static final String SECOND = "CA0020000";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path root;
  private TestDatabase database;
  private SubmissionStore submissions;
  private DropFolder folders;

  @BeforeEach
  void open() throws IOException {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    DataSource exchange = database.of().exchange();
    ExchangeSchema.migrate(exchange);
    AgencyStore agencies = new AgencyStore(exchange);
    agencies.add(Bookings.agency(FIRST));
    agencies.add(Bookings.agency(SECOND));
    submissions = new SubmissionStore(exchange);
    Intake intake =
        new Intake(
            submissions,
            new AnswerStore(exchange),
            agencies,
            new Trail(exchange),
            new Intake.Work(
                Clock.systemUTC(),
                () -> {},
                new Intake.Aside(new KeptDemographics(), new BookingFields(exchange))));
    folders = new DropFolder(root.resolve("inbound"), agencies, intake);
    Files.createDirectories(of(FIRST));
    Files.createDirectories(of(SECOND));
  }

  @AfterEach
  void close() {
    folders.close();
    database.close();
  }

  private Path of(String ori) {
    return root.resolve("inbound").resolve(ori);
  }

  private static byte[] card(String ori, String tcn) {
    return ItlWriter.write(Bookings.printed(tcn).header(8, ori).field2(73, ori).build());
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).as("still waiting").isBefore(until);
      Thread.sleep(50);
    }
  }

  private boolean isTaken(String tcn) {
    return !submissions.ofTcn(tcn).isEmpty();
  }

  @Test
  void aFileInThePlaceOfAFolderStopsNobodyElse() throws Exception {
    Files.writeString(of(FIRST).resolve("done"), "no folder");
    Files.write(of(FIRST).resolve("a.an2"), card(FIRST, "DF-1"));
    Files.write(of(SECOND).resolve("b.an2"), card(SECOND, "DF-2"));
    folders.start();
    await(() -> isTaken("DF-2") && !Files.exists(of(SECOND).resolve("b.an2")));
    await(() -> isTaken("DF-1"));
    assertThat(of(FIRST).resolve("a.an2")).as("waits for its folder").exists();
  }

  @Test
  void aDisabledAgencysFolderIsNotRead() throws Exception {
    var register = new AgencyRegister(database.of().exchange());
    var by = Administrator.local();
    register.disable(new Ori(FIRST), "contract ended", by);
    Files.write(of(FIRST).resolve("a.an2"), card(FIRST, "DF-20"));
    Files.write(of(SECOND).resolve("b.an2"), card(SECOND, "DF-21"));
    folders.start();
    await(() -> isTaken("DF-21"));
    assertThat(isTaken("DF-20")).isFalse();
    assertThat(of(FIRST).resolve("a.an2")).exists();
    register.enable(new Ori(FIRST), by);
    await(() -> isTaken("DF-20"));
  }

  @Test
  void aLinkIsNotFollowed() throws Exception {
    Path secret = Files.write(root.resolve("private.key"), card(FIRST, "DF-3"));
    Files.createSymbolicLink(of(FIRST).resolve("a.an2"), secret);
    Files.write(of(SECOND).resolve("b.an2"), card(SECOND, "DF-4"));
    folders.start();
    await(() -> isTaken("DF-4"));
    assertThat(isTaken("DF-3")).isFalse();
    assertThat(secret).exists();
  }

  @Test
  void aLinkInThePlaceOfAFolderLeadsNothingIntoAnothersHands() throws Exception {
    Files.createSymbolicLink(of(FIRST).resolve("refused"), of(SECOND));
    Files.write(of(FIRST).resolve("a.an2"), card(SECOND, "DF-5"));
    Files.write(of(SECOND).resolve("b.an2"), card(SECOND, "DF-6"));
    folders.start();
    await(() -> isTaken("DF-6") && isTaken("DF-5"));
    assertThat(submissions.ofTcn("DF-5"))
        .extracting(Submission::agencyOri)
        .allMatch(ori -> ori.equals(java.util.Optional.of(FIRST)));
    try (Stream<Path> files = Files.list(of(SECOND))) {
      assertThat(files.map(f -> f.getFileName().toString())).isSubsetOf(List.of("done", "b.an2"));
    }
  }

  @Test
  void aNameWithoutRoomForItsNumberIsShortened() throws Exception {
    Files.write(of(FIRST).resolve("n".repeat(250) + ".an2"), card(FIRST, "DF-7"));
    folders.start();
    await(() -> isTaken("DF-7") && Files.isDirectory(of(FIRST).resolve("done")));
    String control = submissions.ofTcn("DF-7").getFirst().control();
    await(() -> {
      try (Stream<Path> files = Files.list(of(FIRST).resolve("done"))) {
        return files.anyMatch(f -> f.toString().endsWith("." + control + ".an2"));
      } catch (IOException e) {
        return false;
      }
    });
  }

  @Test
  void whileThereIsNoRoomFilesStayAndThenWhoWaitedComesFirst() throws Exception {
    JdbcClient rows = JdbcClient.create(database.of().exchange());
    rows.sql(
            """
            insert into submission (control, ori, tcn, tot, agency_ori, channel, sha256, bytes,
              state, received_at)
            select 'B' || n, ?, 'B' || n, 'CAR', ?, 'FETCH', '', '', 'ACCEPTED', now()
            from generate_series(1, ?) n
            """)
        .params(FIRST, FIRST, Limits.BACKLOG_MAX)
        .update();
    Files.write(of(FIRST).resolve("a.an2"), card(FIRST, "DF-8"));
    Files.write(of(SECOND).resolve("b.an2"), card(SECOND, "DF-9"));
    folders.start();
    Thread.sleep(1500);
    assertThat(isTaken("DF-8") || isTaken("DF-9")).isFalse();
    assertThat(of(FIRST).resolve("a.an2")).exists();
    rows.sql("delete from submission where control like 'B%'").update();
    await(() -> isTaken("DF-8") && isTaken("DF-9"));
  }

  @Test
  void aPipeUnderTheNameOfAFileThatWasLookedAtStopsNobodyElse() throws Exception {
    Path pipe = Pipes.make(root.resolve("pipe"));
    int last = 80;
    for (int i = 1; i <= last; i++) {
      String name = String.format("a%02d", i);
      Files.write(of(FIRST).resolve(name + ".an2"), card(FIRST, "DF-" + name));
    }
    Path swapped = of(FIRST).resolve("a" + last + ".an2");
    folders.start();
    await(() -> isTaken("DF-a01"));
    Files.move(pipe, swapped, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.write(of(SECOND).resolve("b.an2"), card(SECOND, "DF-50"));
      await(() -> isTaken("DF-50"));
      assertThat(isTaken("DF-a" + last)).isFalse();
    } finally {
      Pipes.release(swapped);
    }
    // When the pipe has ended and is gone, its agency's folder is read again.
    Files.deleteIfExists(swapped);
    Files.write(of(FIRST).resolve("c.an2"), card(FIRST, "DF-51"));
    await(() -> isTaken("DF-51"));
  }
}
