package org.ridgeline.app.main;

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
  private static final int PEOPLE_FIRST = 12;

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
    enrol(PEOPLE_FIRST, Runtime.getRuntime().availableProcessors());
    drawing = Thread.ofPlatform().daemon().name("people").start(this::enrolAll);
    out.println(DemoLine.HEAD);
    Semaphore underWay = new Semaphore(UNDER_WAY_MAX);
    Iterator<Booking> stream = county.bookings().filter(this::canBeSent).iterator();
    for (int sent = 0; stream.hasNext() && (bookings == 0 || sent < bookings); sent++) {
      Booking booking = stream.next();
      underWay.acquire();
      Thread.ofVirtual().start(() -> follow(booking, underWay));
      Thread.sleep(pause);
    }
    underWay.acquire(UNDER_WAY_MAX);
    drawing.join();
  }

  /// A booking not sent before, of somebody whom the repositories already know if they are to.
  private boolean canBeSent(Booking booking) {
    FictionalPerson person = booking.person();
    return (!booking.known().criminal() || isEnrolled(RepositoryName.CRIMINAL, person))
        && (!booking.known().immigration() || isEnrolled(RepositoryName.IMMIGRATION, person))
        && stores.submissions().ofTcn(booking.tcn()).isEmpty();
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
      for (RepositoryName name : RepositoryName.values()) {
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
        next(criminal).ifPresent(p -> pens.execute(() -> enrol(RepositoryName.CRIMINAL, p)));
        next(immigration).ifPresent(p -> pens.execute(() -> enrol(RepositoryName.IMMIGRATION, p)));
      }
    }
  }

  private static Optional<FictionalPerson> next(Iterator<FictionalPerson> people) {
    return people.hasNext() ? Optional.of(people.next()) : Optional.empty();
  }

  private void enrol(RepositoryName name, FictionalPerson person) {
    if (stopped || isEnrolled(name, person)) {
      return;
    }
    byte[] card = county.enrolmentCard(person, name == RepositoryName.CRIMINAL);
    try {
      if (server.rooms().importer(name).take(source(name, person), card)
          instanceof Imported.Refused refused) {
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

  private boolean isEnrolled(RepositoryName name, FictionalPerson person) {
    return server.rooms().repositories().of(name).isEnrolled(source(name, person));
  }

  private static String source(RepositoryName name, FictionalPerson person) {
    return "demo:" + name.key() + ":" + person.number();
  }

  private void follow(Booking booking, Semaphore underWay) {
    try {
      out.println(DemoLine.of(booking, answered(booking)));
    } catch (IOException e) {
      out.println("  " + booking.tcn() + ": " + e.getMessage());
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
