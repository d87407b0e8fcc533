package org.ridgeline.exchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.completeness.BookingFields;
import org.ridgeline.exchange.intake.Intake;
import org.ridgeline.exchange.intake.IntakeResult;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A delivery that cannot be made: its tries are counted, and come ever more rarely.
class DelivererTest {
  @TempDir private Path outbound;
  private TestDatabase database;
  private DataSource exchange;
  private AgencyStore agencies;
  private AnswerStore answers;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    exchange = database.of().exchange();
    ExchangeSchema.migrate(exchange);
    agencies = new AgencyStore(exchange);
    answers = new AnswerStore(exchange);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Agency at(Channel channel, Optional<URI> callback) {
    return new Agency(new Ori(Bookings.ORI), "Jail", "CA", "06067", "", true, channel, callback);
  }

  /// A refused card: its ERRT is to be delivered.
  private String refused(Agency agency) {
    return refused(agency, "DV-1");
  }

  private String refused(Agency agency, String tcn) {
    Intake intake =
        new Intake(
            new SubmissionStore(exchange),
            answers,
            agencies,
            new Trail(exchange),
            new Intake.Work(
                Clock.systemUTC(),
                () -> {},
                new Intake.Aside(new KeptDemographics(), new BookingFields(exchange))));
    byte[] card = ItlWriter.write(Bookings.car(tcn).build());
    return ((IntakeResult.Refused) intake.take(card, agency, agency.channel())).control();
  }

  private AnswerStore.Delivery delivery(String control) {
    return answers.deliveries(control).getFirst();
  }

  private void deliversFor(Duration time) throws InterruptedException {
    try (Deliverer deliverer = new Deliverer(answers, agencies, outbound)) {
      deliverer.start();
      Instant until = Instant.now().plus(time);
      while (Instant.now().isBefore(until)) {
        deliverer.wake();
        Thread.sleep(20);
      }
    }
  }

  @Test
  void anAddressThatIsNoneIsRefusedWhenItIsSet() {
    for (String url : new String[] {"ftp://jail.example/in", "http:/nowhere", "jail.example"}) {
      assertThatThrownBy(() -> agencies.add(at(Channel.CALLBACK, Optional.of(URI.create(url)))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("callback=" + url)
          .hasMessageContaining("http://HOST");
    }
    assertThat(agencies.ofOri(new Ori(Bookings.ORI))).isEmpty();
  }

  @Test
  void anOldRowWithAnAddressThatIsNoneIsCountedAndWaits() throws Exception {
    Agency agency = at(Channel.CALLBACK, Optional.of(URI.create("http://127.0.0.1:9/in")));
    agencies.add(agency);
    String control = refused(agency);
    JdbcClient.create(exchange)
        .sql("update agency set callback_url = 'ftp://jail.example/in'")
        .update();
    deliversFor(Duration.ofSeconds(2));
    assertThat(delivery(control).attempts()).isBetween(1, 3);
    assertThat(delivery(control).lastError()).isPresent();
  }

  private void change(Channel channel, Optional<URI> callback) {
    new AgencyRegister(exchange).change(at(channel, callback), Administrator.local());
  }

  @Test
  void anOpenDeliveryFollowsTheChangedChannel() throws Exception {
    Agency agency = at(Channel.CALLBACK, Optional.of(URI.create("http://127.0.0.1:9/in")));
    agencies.add(agency);
    String control = refused(agency);
    change(Channel.FETCH, Optional.empty());
    deliversFor(Duration.ofSeconds(1));
    assertThat(delivery(control).channel()).isEqualTo(Channel.FETCH);
    assertThat(delivery(control).attempts()).as("nobody tries").isZero();
    change(Channel.FOLDER, Optional.empty());
    deliversFor(Duration.ofSeconds(1));
    assertThat(delivery(control).acknowledgedAt()).isPresent();
    try (Stream<Path> files = Files.list(outbound.resolve(Bookings.ORI))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void anAnswerGoesOutAsTheAgencyIsAnsweredNow() throws Exception {
    Agency before = at(Channel.CALLBACK, Optional.of(URI.create("http://127.0.0.1:9/in")));
    agencies.add(before);
    change(Channel.FOLDER, Optional.empty());
    String control = refused(before);
    assertThat(delivery(control).channel()).isEqualTo(Channel.FOLDER);
  }

  @Test
  void aDisabledAgencysAnswersWaitUntilItIsEnabled() throws Exception {
    Agency agency = at(Channel.FOLDER, Optional.empty());
    agencies.add(agency);
    String control = refused(agency);
    AgencyRegister register = new AgencyRegister(exchange);
    register.disable(agency.ori(), "contract ended", Administrator.local());
    deliversFor(Duration.ofSeconds(1));
    assertThat(delivery(control).acknowledgedAt()).isEmpty();
    register.enable(agency.ori(), Administrator.local());
    deliversFor(Duration.ofSeconds(1));
    assertThat(delivery(control).acknowledgedAt()).isPresent();
  }

  /// Takes every answer with a status, and then a body without end.
  private static final class Endless implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

    Endless(String said) throws IOException {
      Thread.ofVirtual()
          .start(() -> {
            try {
              while (true) {
                Socket one = door.accept();
                open.add(one);
                one.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                one.getOutputStream().flush();
              }
            } catch (IOException e) {
              // The test is over.
              return;
            }
          });
    }

    Optional<URI> url() {
      return Optional.of(URI.create("http://127.0.0.1:" + door.getLocalPort() + "/in"));
    }

    @Override
    public void close() throws IOException {
      door.close();
      for (Socket one : open) {
        one.close();
      }
    }
  }

  @Test
  void aBodyWithoutEndIsNotWaitedFor() throws Exception {
    try (Endless callback =
        new Endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n")) {
      Agency agency = at(Channel.CALLBACK, callback.url());
      agencies.add(agency);
      String control = refused(agency);
      deliversFor(Duration.ofSeconds(2));
      assertThat(delivery(control).acknowledgedAt()).isPresent();
    }
  }

  /// More of its answers than there are places wait for an agency that says nothing.
  @Test
  void anAgencyThatNeverAnswersHoldsUpItsOwnAnswersOnly() throws Exception {
    try (Endless silent = new Endless("")) {
      Agency mute = at(Channel.CALLBACK, silent.url());
      agencies.add(mute);
      for (int n = 0; n < 12; n++) {
        refused(mute, "DV-S" + n);
      }
      Agency other =
          new Agency(
              new Ori("NV0010000"),
              "Jail",
              "NV",
              "32031",
              "",
              true,
              Channel.FOLDER,
              Optional.empty());
      agencies.add(other);
      String control = refused(other, "DV-OTHER");
      deliversFor(Duration.ofSeconds(2));
      assertThat(delivery(control).acknowledgedAt()).isPresent();
    }
  }
}
