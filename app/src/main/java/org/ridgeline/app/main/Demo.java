package org.ridgeline.app.main;

import static org.ridgeline.exchange.submission.RepositoryName.CRIMINAL;
import static org.ridgeline.exchange.submission.RepositoryName.IMMIGRATION;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.identify.Stores;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.repository.Repository;
import org.ridgeline.synth.card.CardOptions;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.stream.Agency;
import org.ridgeline.synth.stream.Booking;
import org.ridgeline.synth.stream.BookingStream;
import org.ridgeline.synth.stream.StreamOptions;
import org.ridgeline.vocabulary.Ori;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A fictional county on a running server: agencies, an office, some hundred fictional people in
/// each repository, and a stream of bookings sent as the jails would send them, over HTTP.
///
/// People are drawn while the stream runs; a folder that has them already goes on where it stood.
public final class Demo {
  private static final long SEED = 20_100_112;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// So many people are there before the first booking, so that there is somebody to find.
  private static final int PEOPLE_FIRST = 6;

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final Duration STOP_WAIT = Duration.ofSeconds(10);

  /// Bookings sent and not yet answered.
  private static final int UNDER_WAY_MAX = 3;

  private final Server server;
  private final PrintStream out;
  private final BookingStream county;
  private final Stores stores;
  private final Map<String, String> tokens = new HashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile Thread drawing = new Thread();
  private final Set<String> enrolled = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  public Demo(Server server, PrintStream out) {
    this.server = server;
    this.out = out;
    county =
        BookingStream.county(
            SEED, StreamOptions.demo().withCards(CardOptions.Content.TEN_ROLLED, Cga.WSQ20));
    stores = server.rooms().stores();
  }

  /// Runs until interrupted, or until so many bookings are sent; 0 for all the stream has.
  public void run(int bookings, Duration pause) throws Exception {
    addAgenciesAndOffice();
    hireStaff();
    enrol(PEOPLE_FIRST, Runtime.getRuntime().availableProcessors());
    drawing = Thread.ofPlatform().daemon().name("people").start(this::enrolAll);
    out.println(DemoLine.HEAD);
    Semaphore underWay = new Semaphore(UNDER_WAY_MAX);
    DemoQueue queue =
        new DemoQueue(
            county.bookings().filter(b -> stores.submissions().ofTcn(b.tcn()).isEmpty()).iterator(),
            this::isKnownHere);
    for (int sent = 0; !queue.isEmpty() && (bookings == 0 || sent < bookings); ) {
      Optional<Booking> booking = queue.next();
      if (booking.isPresent()) {
        sent++;
        underWay.acquire();
        Thread.ofVirtual().start(() -> follow(booking.get(), underWay));
      }
      Thread.sleep(pause);
    }
    underWay.acquire(UNDER_WAY_MAX);
    if (bookings == 0) {
      drawing.join();
    } else {
      stop();
    }
  }

  /// Whether the repositories that are to know the person do so by now.
  private boolean isKnownHere(Booking booking) {
    FictionalPerson person = booking.person();
    return (!booking.known().criminal() || enrolled.contains(source(CRIMINAL, person)))
        && (!booking.known().immigration() || enrolled.contains(source(IMMIGRATION, person)));
  }

  private void hireStaff() {
    Agency jail = county.agencies().getFirst();
    DemoStaff staff = new DemoStaff(server.rooms().operators(), jail.ori(), jail.state());
    server.door().open(staff.people());
    out.println(
        "Be anybody: " + server.url() + "/demo, or take the tour: " + server.url() + "/tour");
    DemoCases cases = new DemoCases(server.rooms().casework(), staff);
    Thread.ofVirtual().name("cases").start(() -> carryOn(cases));
  }

  private void carryOn(DemoCases cases) {
    while (!stopped) {
      try {
        cases.carryOn();
        Thread.sleep(LOOK_AGAIN);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (!stopped) {
          out.println("  a case was not carried on: " + e.getMessage());
        }
      }
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
      tokens.put(agency.ori(), stores.agencies().add(own));
      if (active) {
        stores.activation().activate(own.ori(), LocalDate.of(2010, 1, 12));
      }
    }
    stores.offices().add("Valley Field Office (fictional)", List.of("CA"));
  }

  private void enrolAll() {
    try {
      enrol(Integer.MAX_VALUE, 1);
      for (RepositoryName name : stopped ? new RepositoryName[0] : RepositoryName.values()) {
        Repository.Size size = server.rooms().repositories().of(name).size();
        out.printf(
            "  (the %s repository now holds %d people in %d encounters)%n",
            name.key(), size.persons(), size.encounters());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Enrols the first people of both populations with so many drawing at once.
  private void enrol(int first, int pensCount) throws InterruptedException {
    try (ExecutorService pens =
        Executors.newFixedThreadPool(pensCount, Thread.ofPlatform().daemon().factory())) {
      Iterator<FictionalPerson> criminal = county.criminalPeople().limit(first).iterator();
      Iterator<FictionalPerson> immigration = county.immigrationPeople().limit(first).iterator();
      while (criminal.hasNext() || immigration.hasNext()) {
        next(criminal).ifPresent(p -> pens.execute(() -> enrol(CRIMINAL, p)));
        next(immigration).ifPresent(p -> pens.execute(() -> enrol(IMMIGRATION, p)));
      }
    }
  }

  private static Optional<FictionalPerson> next(Iterator<FictionalPerson> people) {
    return people.hasNext() ? Optional.of(people.next()) : Optional.empty();
  }

  private void enrol(RepositoryName name, FictionalPerson person) {
    if (stopped) {
      return;
    }
    String source = source(name, person);
    if (server.rooms().repositories().of(name).isEnrolled(source)) {
      enrolled.add(source);
      return;
    }
    byte[] card = county.enrolmentCard(person, name == CRIMINAL);
    try {
      switch (server.rooms().importer(name).take(source, card)) {
        case Imported.Done _ -> enrolled.add(source);
        case Imported.Refused refused ->
            out.println("  not enrolled: " + refused.findings().getLast().found());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!stopped) {
        throw e;
      }
    }
  }

  /// Draws no more, and lets what is being enrolled come to its end: the rooms are about to close.
  public void stop() {
    stopped = true;
    try {
      if (drawing.isAlive()) {
        drawing.join(STOP_WAIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String source(RepositoryName name, FictionalPerson person) {
    return "demo:" + name.key() + ":" + person.number();
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
