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
import java.util.concurrent.Semaphore;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.identify.Stores;
import org.ridgeline.exchange.intake.EncounterImport;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.repository.Repository;
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

  /// Bookings sent and not yet answered.
  private static final int UNDER_WAY_MAX = 3;

  private final Server server;
  private final PrintStream out;
  private final BookingStream county;
  private final Stores stores;
  private final Map<String, String> tokens = new HashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();

  public Demo(Server server, PrintStream out) {
    this.server = server;
    this.out = out;
    county = BookingStream.county(SEED, StreamOptions.demo());
    stores = server.rooms().stores();
  }

  /// Runs until interrupted, or until so many bookings are sent; 0 for all the stream has.
  public void run(int bookings, Duration pause) throws Exception {
    addAgenciesAndOffice();
    populate(number -> number < PEOPLE_FIRST);
    Thread drawing = Thread.ofPlatform().daemon().name("people").start(this::populateAll);
    out.println(DemoLine.HEAD);
    Semaphore underWay = new Semaphore(UNDER_WAY_MAX);
    int before = stores.submissions().counts().values().stream().mapToInt(n -> n).sum();
    Iterator<Booking> stream = county.bookings().skip(before).iterator();
    for (int sent = 0; stream.hasNext() && (bookings == 0 || sent < bookings); sent++) {
      Booking booking = stream.next();
      underWay.acquire();
      Thread.ofVirtual().start(() -> follow(booking, underWay));
      Thread.sleep(pause);
    }
    underWay.acquire(UNDER_WAY_MAX);
    drawing.join();
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

  private void populateAll() {
    try {
      populate(_ -> true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Adds those people whose number in their repository passes.
  private void populate(LongPredicate which) throws InterruptedException {
    add(RepositoryName.CRIMINAL, county.criminalPeople(), which);
    add(RepositoryName.IMMIGRATION, county.immigrationPeople(), which);
  }

  private void add(RepositoryName name, Stream<FictionalPerson> people, LongPredicate which)
      throws InterruptedException {
    EncounterImport importer = server.rooms().importer(name);
    Repository repository = server.rooms().repositories().of(name);
    Iterator<FictionalPerson> all = people.iterator();
    long expected = 0;
    for (long number = 0; all.hasNext() && which.test(number); number++) {
      FictionalPerson person = all.next();
      String source = "demo:" + name.key() + ":" + person.number();
      expected++;
      if (!repository.isEnrolled(source)) {
        byte[] card = county.enrolmentCard(person, name == RepositoryName.CRIMINAL);
        if (importer.take(source, card) instanceof Imported.Refused refused) {
          out.println("  not enrolled: " + source + " " + refused.findings().getLast().found());
        }
      }
    }
    if (!all.hasNext()) {
      out.printf("  the %s repository now holds its %d people%n", name.key(), expected);
    }
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
