package org.ridgeline.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.ridgeline.app.RedressAt;
import org.ridgeline.app.Server;
import org.ridgeline.casework.redress.Redress;
import org.ridgeline.casework.verification.ExaminerDesk;
import org.ridgeline.casework.verification.KnownPairs;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.SendingPermits;
import org.ridgeline.exchange.agency.TokenLife;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.intake.EncounterImports;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.oversight.project.ProjectionStore;
import org.ridgeline.oversight.report.ReportDesk;
import org.ridgeline.oversight.report.ReportStore;
import org.ridgeline.synth.card.CardOptions;
import org.ridgeline.synth.stream.Agency;
import org.ridgeline.synth.stream.Booking;
import org.ridgeline.synth.stream.BookingStream;
import org.ridgeline.synth.stream.StreamOptions;
import org.ridgeline.vocabulary.Ori;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A fictional county on a running server: agencies, an office, some hundred fictional people in
/// each repository, and a stream of bookings sent as the jails would send them, over HTTP. Its
/// staff takes the cases that come of it to every state.
///
/// People are drawn while the stream runs; a folder that has them already goes on where it stood.
public final class Demo {
  private static final String OFFICE = "Valley Field Office (fictional)";
  private static final long SEED = 20_100_112;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /// Bookings sent and not yet answered.
  private static final int UNDER_WAY_MAX = 3;

  private final Server server;

  /// Under which the county's jails send.
  private static final Ori BUREAU = new Ori("CA0990000");

  private final PrintStream out;
  private final BookingStream county;
  private final DemoStage stage;
  private final DemoPeople people;
  private final DemoKnownPairs knownPairs;
  private final DemoNation nation;
  private final NationSize size;
  private final Map<String, String> tokens = new HashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch leadsSent = new CountDownLatch(DemoQueue.LEADS_FIRST / 2);
  private volatile boolean stopped;

  /// Starts a server with the demo's own doors.
  public static Server serve(Path data, Optional<String> dbUrl, Server.Listen listen)
      throws IOException {
    return Server.start(data, dbUrl, listen, DemoDoors.class);
  }

  /// - **Shape** `server` started by [#serve]
  public Demo(Server server, NationSize size, PrintStream out) {
    this.server = server;
    this.size = size;
    this.out = out;
    county =
        BookingStream.county(
            SEED, StreamOptions.demo().withCards(CardOptions.Content.TEN_ROLLED, Cga.WSQ20));
    stage = new DemoStage(SEED, county);
    people =
        new DemoPeople(
            server.get(Repositories.class), server.get(EncounterImports.class), county, stage, out);
    knownPairs = new DemoKnownPairs(SEED, server.get(KnownPairs.class));
    nation =
        new DemoNation(
            server.get(ProjectionStore.class),
            server.get(ReportDesk.class),
            server.get(ReportStore.class),
            this::say);
  }

  /// Runs until interrupted, or until so many bookings are sent; 0 for all the stream has.
  public void run(int bookings, Duration pause) throws Exception {
    addAgenciesAndOffice();
    hireStaff();
    people.first();
    people.rest();
    Thread.ofPlatform().daemon().name("known pairs").start(this::drawKnownPairs);
    Thread.ofPlatform()
        .daemon()
        .name("fictional nation")
        .priority(Thread.MIN_PRIORITY)
        .start(this::countNation);
    out.println(DemoLine.HEAD);
    Semaphore underWay = new Semaphore(UNDER_WAY_MAX);
    DemoQueue queue =
        new DemoQueue(
            county.bookings().filter(this::isNew).iterator(),
            stage.scenes().stream().filter(scene -> isNew(scene.booking())).toList(),
            people);
    for (int sent = 0; !queue.isEmpty() && (bookings == 0 || sent < bookings); ) {
      Optional<Booking> booking = queue.next();
      if (booking.isPresent()) {
        sent++;
        leadsSent.countDown();
        underWay.acquire();
        Thread.ofVirtual().start(() -> follow(booking.get(), underWay));
      }
      Thread.sleep(pause);
    }
    for (long left = leadsSent.getCount(); left > 0; left--) {
      leadsSent.countDown();
    }
    underWay.acquire(UNDER_WAY_MAX);
    if (bookings == 0) {
      people.join();
    } else {
      stop();
    }
  }

  private boolean isNew(Booking booking) {
    return server.get(SubmissionStore.class).ofTcn(booking.tcn()).isEmpty();
  }

  private void hireStaff() {
    Agency jail = county.agencies().getFirst();
    CaseDesks desks = server.get(CaseDesks.class);
    DemoStaff staff = new DemoStaff(server.get(OperatorStore.class), jail.ori(), jail.state());
    DemoPaperwork papers = new DemoPaperwork(desks, staff);
    DemoCustody custody = new DemoCustody(server.get(CustodyDesks.class), staff, papers);
    DemoRedress redress =
        new DemoRedress(
            server.get(Redress.class), server.get(RedressAt.class), desks.queue(), staff);
    DemoCases cases = new DemoCases(desks, staff, papers, custody);
    DemoExaminers examiners = new DemoExaminers(server.get(ExaminerDesk.class), staff);
    custody.open(county.agencies());
    redress.open();
    server.get(DemoDoor.class).open(staff.people());
    out.println(
        "Be anybody: " + server.url() + "/demo, or take the tour: " + server.url() + "/tour");
    goOn("examiners", examiners::work);
    goOn(
        "cases",
        () -> {
          cases.carryOn();
          redress.carryOn();
        });
  }

  /// What one of the staff does again and again.
  private interface Work {
    void go() throws InterruptedException;
  }

  private void goOn(String name, Work work) {
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          while (!stopped) {
            try {
              work.go();
            } catch (InterruptedException e) {
              return;
            } catch (RuntimeException e) {
              say("  " + name + ": " + e.getMessage());
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
          }
        });
  }

  /// A few at once; the others when what a visitor waits for is there.
  private void drawKnownPairs() {
    try {
      knownPairs.fill(DemoKnownPairs.PAIRS_FIRST);
      leadsSent.await();
      knownPairs.fill(DemoKnownPairs.PAIRS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      say("  known pairs: " + e.getMessage());
    }
  }

  private void countNation() {
    try {
      nation.fill(size);
    } catch (RuntimeException e) {
      say("  fictional nation: " + e.getMessage());
    }
  }

  /// While the rooms close under it, work may end in any way.
  private void say(String line) {
    if (!stopped) {
      out.println(line);
    }
  }

  private void addAgenciesAndOffice() {
    List<Agency> agencies = county.agencies();
    for (int i = 0; i < agencies.size(); i++) {
      Agency agency = agencies.get(i);
      // The last one takes no part yet, so that the gate can be seen at work.
      boolean active = i < agencies.size() - 1;
      var own =
          new org.ridgeline.exchange.agency.Agency(
              new Ori(agency.ori()),
              agency.name(),
              agency.state(),
              agency.fips(),
              agency.county(),
              i != 1,
              i == 0 ? Channel.FOLDER : Channel.FETCH,
              Optional.empty());
      tokens.put(agency.ori(), token(own));
      if (active) {
        server.get(ActivationRegister.class).activate(own.ori(), LocalDate.of(2010, 1, 12));
      }
    }
    server.get(SendingPermits.class).addBureau("CA", BUREAU, Administrator.local());
    if (server.get(OfficeStore.class).named(OFFICE).isEmpty()) {
      server.get(OfficeStore.class).add(OFFICE, List.of("CA"));
    }
  }

  /// A token of an agency that is added, or that was at an earlier start on this folder.
  private String token(org.ridgeline.exchange.agency.Agency agency) {
    if (server.get(AgencyStore.class).ofOri(agency.ori()).isEmpty()) {
      return server.get(AgencyStore.class).add(agency);
    }
    return server
        .get(AgencyRegister.class)
        .rotateToken(agency.ori(), TokenLife.AT_ONCE, Administrator.local());
  }

  /// Draws no more, and lets what is being enrolled come to its end: the rooms are about to close.
  public void stop() {
    stopped = true;
    knownPairs.stop();
    nation.stop();
    people.stop();
  }

  private void follow(Booking booking, Semaphore underWay) {
    try {
      out.println(DemoLine.of(booking, answered(booking)));
    } catch (IOException | RuntimeException e) {
      // While the server stops under it, a booking may end in any way; it is sent again next time.
      if (!stopped) {
        out.println("  " + booking.tcn() + ": " + e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.release();
    }
  }

  private JsonNode answered(Booking booking) throws IOException, InterruptedException {
    String token = tokens.get(booking.agency().ori());
    JsonNode sent = call(token, "/api/v1/submissions", Optional.of(booking.card()));
    String path = "/api/v1/submissions/" + sent.path("control").asString();
    while (true) {
      JsonNode submission = call(token, path, Optional.empty());
      String state = submission.path("state").asString();
      if (!state.equals("ACCEPTED") && !state.equals("SEARCHING")) {
        return submission;
      }
      Thread.sleep(200);
    }
  }

  private JsonNode call(String token, String path, Optional<byte[]> body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Authorization", "Bearer " + token);
    body.ifPresent(bytes -> request.POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    while (true) {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 503) {
        return JSON.readTree(response.body());
      }
      Thread.sleep(1000);
    }
  }
}
