package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.redress.ClaimKind;
import org.ridgeline.casework.redress.Opening;
import org.ridgeline.casework.redress.Receipt;
import org.ridgeline.exchange.agency.OwnerTokens;
import org.ridgeline.exchange.operator.Role;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every mapping, with every role and none, with values that no form sends: nothing of it is the
/// server's fault, and nothing of the server's inside is shown.
class EveryDoorIT {
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\bat [\\w.$]+\\([\\w]+\\.java|org\\.(springframework|ridgeline|postgresql|thymeleaf)\\."
              + "|java\\.(lang|util|sql|io)\\.|PSQLException|bad SQL|[Ss]tatementCallback"
              + "|insert into |delete from ");

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static RawHttp http;
  private static Case one;
  private static String control = "";
  private static String document = "";
  private static String item = "";
  private static final List<DoorVisitor> VISITORS = new ArrayList<>();
  private static final AtomicInteger TRIES = new AtomicInteger();
  private static final Set<String> FAULTS = Collections.synchronizedSet(new java.util.TreeSet<>());

  /// Says which handler a try came to.
  @Configuration(proxyBeanMethods = false)
  static class Footprints implements WebMvcConfigurer, HandlerInterceptor {
    private static final Map<String, Method> SEEN = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      String number = request.getHeader("X-Try");
      if (number != null && handler instanceof HandlerMethod method) {
        SEEN.putIfAbsent(number, method.getMethod());
      }
      return true;
    }

    /// A page that breaks while it is drawn has sent its status already.
    @Override
    public void afterCompletion(
        HttpServletRequest request,
        HttpServletResponse response,
        Object handler,
        @Nullable Exception broken) {
      if (broken != null) {
        FAULTS.add(request.getMethod() + " " + request.getRequestURI() + " broke: " + broken);
      }
    }
  }

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"), Footprints.class);
    http = new RawHttp(world.running.server.url());
    String token = world.running.activeAgency(TestCards.ORI);
    world.known(71);
    control = world.booked(token, 71, 2);
    one = world.cases.shelf().cases().ofControl(control).orElseThrow();
    one = world.ready(world.await(one.caseId(), CaseState.VERIFYING));
    document = world.document(one).toString();
    item = complaint();
    for (Role role : Role.values()) {
      VISITORS.add(DoorVisitor.loggedIn(http, CaseWorld.name(role, "one"), CaseWorld.PASSWORD));
    }
    for (DoorVisitor visitor : VISITORS) {
      http.send(visitor.form("/purpose", Map.of("other", "trying doors", "to", "/leads")));
      http.send(visitor.form("/cases/" + one.caseId() + "/purpose", Map.of("other", "trying")));
    }
    VISITORS.add(DoorVisitor.stranger(http));
    VISITORS.add(DoorVisitor.withToken("agency", token));
    VISITORS.add(DoorVisitor.withToken("office", world.running.officeToken));
    OwnerTokens owners = Rooms.of(world.running.server).get(OwnerTokens.class);
    VISITORS.add(DoorVisitor.withToken("owner", owners.add("criminal")));
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static String complaint() {
    var person = new Opening.Person("A. Person", "", "", "");
    var opening = new Opening(ClaimKind.CORRECTION, false, "It is wrong.", "", person, "en");
    return Rooms.of(world.running.server)
        .redress()
        .counter()
        .open(opening, Receipt.ofRandom(new byte[32]))
        .itemId()
        .toString();
  }

  private static Optional<String> known(Door door, String name) {
    String value =
        switch (name) {
          case "id", "caseId" -> idOf(door.pattern());
          case "control" -> control;
          case "document" -> document;
          case "fgp" -> "2";
          case "repository" -> "immigration";
          case "place" -> "0";
          case "side" -> door.pattern().contains("png") ? "left" : "AGAINST";
          case "version" -> String.valueOf(world.now(one).version());
          case "password" -> CaseWorld.PASSWORD.replace(" ", "%20");
          case "outcome" -> "no-action";
          case "result" -> "NEGATIVE";
          case "state" -> "CA";
          case "ori" -> TestCards.ORI;
          case "name" -> nameOf(door.pattern());
          default -> "";
        };
    return Optional.of(value).filter(text -> !text.isEmpty());
  }

  private static String idOf(String pattern) {
    if (pattern.startsWith("/cases")) {
      return one.caseId().toString();
    }
    return pattern.startsWith("/redress") ? item : new UUID(7, 7).toString();
  }

  private static String nameOf(String pattern) {
    if (pattern.startsWith("/api")) {
      return "criminal";
    }
    return pattern.startsWith("/operators") ? "oversight.two" : "examiner.two";
  }

  private static List<Door> doors() {
    return Door.of(world.running.server.get(RequestMappingHandlerMapping.class).getHandlerMethods())
        .stream()
        // The container's own way to an error's page, which nobody else may take.
        .filter(door -> !door.pattern().equals("/error"))
        .toList();
  }

  /// Tries one; gives the handler it came to.
  private static Optional<Method> tried(DoorVisitor visitor, RawHttp.Sent sent) {
    String number = String.valueOf(TRIES.incrementAndGet());
    RawHttp.Got got;
    try {
      got = http.send(sent.with(List.of("X-Try: " + number)));
    } catch (IOException e) {
      throw new AssertionError(visitor.name() + " " + sent.target(), e);
    }
    String where = visitor.name() + " " + sent.method() + " " + cut(sent.target());
    boolean isBusy = got.status() == 503 && got.header("retry-after").isPresent();
    if (got.status() == 0 || got.status() >= 500 && !isBusy) {
      FAULTS.add(where + " " + cut(new String(sent.body())) + " gave " + got.status());
    }
    if (INSIDE.matcher(got.body()).find()) {
      FAULTS.add(where + " shows its inside: " + cut(got.body()));
    }
    return Optional.ofNullable(Footprints.SEEN.get(number));
  }

  private static String cut(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }

  @Test
  void noInputOfAnyRoleIsTheServersFault() throws Exception {
    DoorRequests requests = new DoorRequests(EveryDoorIT::known);
    Set<Door> reached = ConcurrentHashMap.newKeySet();
    List<Door> doors = doors();
    List<Thread> threads = new ArrayList<>();
    for (DoorVisitor visitor : VISITORS) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                for (Door door : doors) {
                  if (knock(requests, door, visitor, !reached.contains(door))) {
                    reached.add(door);
                  }
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(String.join("\n", FAULTS)).as(TRIES + " tries").isEmpty();
    assertThat(doors.stream().filter(door -> !reached.contains(door)).map(Door::toString))
        .as("mappings that nobody came to")
        .isEmpty();
  }

  /// Whether the visitor comes to the door at all. Who comes first tries each place by itself.
  private static boolean knock(
      DoorRequests requests, Door door, DoorVisitor visitor, boolean isFirst) {
    boolean comes =
        tried(visitor, requests.usual(door, visitor))
            .filter(door.handler().getMethod()::equals)
            .isPresent();
    for (String value : comes && isFirst ? Hostile.VALUES : Hostile.FEW) {
      (comes && isFirst
              ? requests.each(door, visitor, value)
              : List.of(requests.everywhere(door, visitor, value)))
          .forEach(sent -> tried(visitor, sent));
      if (visitor.name().contains(".")) {
        Rooms.of(world.running.server).operators().release(visitor.name(), "test");
      }
    }
    if (comes && isFirst) {
      for (String header : Hostile.HEADERS) {
        tried(visitor, requests.usual(door, visitor).with(List.of(header)));
      }
      if (door.method().equals("POST")) {
        requests.broken(door, visitor).forEach(sent -> tried(visitor, sent));
      }
    }
    return comes;
  }

  @Test
  void noAddressIsTheServersFault() throws Exception {
    DoorVisitor officer = VISITORS.get(Role.OFFICER.ordinal());
    List<String> addresses =
        Stream.concat(
                doors().stream().map(door -> door.pattern().replaceAll("\\{[^}]*\\}", "x")),
                Stream.of("/", "/login", "/logout", "/error", "/assets/console.css", "/webjars/"))
            .distinct()
            .collect(Collectors.toList());
    for (String address : addresses) {
      for (String twisted :
          List.of(
              address + "/", address + ";x=y", address + "%2F..", "/" + address, "." + address)) {
        tried(officer, RawHttp.Sent.get(twisted).with(officer.headers()));
      }
      for (String method :
          List.of(
              "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "NONSENSE", "POST", "GET")) {
        tried(
            officer,
            new RawHttp.Sent(method, address, List.of(), new byte[0]).with(officer.headers()));
      }
    }
    assertThat(String.join("\n", FAULTS)).isEmpty();
  }

  @Test
  void noLogInIsTheServersFault() {
    DoorVisitor stranger = VISITORS.get(Role.values().length);
    for (String value : List.of("%00", "%ED%A0%80", "", "x".repeat(5000), "%FF")) {
      String body = "_csrf=" + stranger.csrf() + "&username=" + value + "&password=" + value;
      tried(
          stranger,
          new RawHttp.Sent(
                  "POST",
                  "/login",
                  List.of("Content-Type: application/x-www-form-urlencoded"),
                  body.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
              .with(stranger.headers()));
    }
    assertThat(String.join("\n", FAULTS)).isEmpty();
  }
}
