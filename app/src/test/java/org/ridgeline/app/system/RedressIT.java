package org.ridgeline.app.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.redress.DecisionKind;
import org.ridgeline.casework.redress.Redress;
import org.ridgeline.casework.redress.RedressDesk;
import org.ridgeline.casework.redress.RedressItem;
import org.ridgeline.casework.redress.RedressRules;
import org.ridgeline.casework.redress.Remedy;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Disclosure;
import org.ridgeline.ledger.KeptAction;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;

/// Redress over HTTP as strangers use it, and as officers and recipients go on with it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RedressIT {
  private static final String TOKEN_ORI = TestCards.ORI;
  private static final String REASONS = "The court's paper shows that the charge was dismissed.";

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static DataFolder beside;
  private static Redress redress;
  private static String token = "";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    Path data = temp.resolve("data");
    world = new CaseWorld(data);
    token = world.running.activeAgency(TOKEN_ORI);
    beside = DataFolder.use(data, Settings.of(data, java.util.Optional.empty()));
    redress = Rooms.of(world.running.server).redress();
  }

  @AfterAll
  static void stop() throws Exception {
    beside.close();
    world.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create(world.running.server.url() + path);
    return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, Map<String, String> form, String... more)
      throws Exception {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create(world.running.server.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < more.length; i += 2) {
      request.header(more[i], more[i + 1]);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Map<String, String> form() throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    var stamp = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    var found = stamp.matcher(get("/public/redress/new").body());
    assertThat(found.find()).isTrue();
    form.put("form", found.group(1));
    form.put("kind", "CORRECTION");
    form.put("account", "The charge was dismissed.");
    return form;
  }

  private static String receipt(HttpResponse<String> page) {
    var found = Pattern.compile("id=\"receipt\">([^<]+)<").matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }

  private static Actor officer(String number) {
    return new Actor("redress-officer." + number, Duty.of(Role.REDRESS_OFFICER), "redress");
  }

  private static RedressItem opened(Map<String, String> form) throws Exception {
    String receipt = receipt(post("/public/redress/new", form));
    return redress.desk().find(officer("one"), receipt).orElseThrow();
  }

  @Test
  void aStrangerOpensAnItemAndFollowsItByItsReceipt() throws Exception {
    Map<String, String> form = form();
    form.put("lang", "es");
    form.put("custody", "yes");
    HttpResponse<String> page = post("/public/redress/new", form);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<html lang=\"es\"").contains("Lo hemos recibido");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    String receipt = receipt(page);
    assertThat(receipt(post("/public/redress/new", form))).as("sent twice").isEqualTo(receipt);

    var status = post("/public/redress/status", Map.of("receipt", receipt.toLowerCase()));
    assertThat(status.statusCode()).isEqualTo(200);
    assertThat(status.body()).contains("A record is wrong");
    RedressItem item = redress.desk().find(officer("one"), receipt).orElseThrow();
    assertThat(item.deadlines().urgent()).isTrue();
    redress.desk().acknowledge(officer("one"), item.itemId());
    redress
        .desk()
        .decide(
            officer("one"),
            item.itemId(),
            new RedressDesk.Ruling(DecisionKind.NOT_UPHELD, REASONS, List.of(), ""));
    assertThat(post("/public/redress/status", Map.of("receipt", receipt)).body())
        .contains("Decision: not upheld")
        .contains("The court&#39;s paper");
  }

  @Test
  void wrongReceiptsAreToldApart() throws Exception {
    assertThat(post("/public/redress/status", Map.of("receipt", "00000-00000")).statusCode())
        .isEqualTo(422);
    String unknown = "0".repeat(20);
    assertThat(post("/public/redress/status", Map.of("receipt", unknown)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void hostileTextIsShownAsText() throws Exception {
    String attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    Map<String, String> form = form();
    form.put("kind", attack);
    form.put("account", attack + "${T(java.lang.Runtime)}" + "\u0000\u0007");
    form.put("name", attack);
    form.put("website", attack);
    HttpResponse<String> page = post("/public/redress/new", form);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).doesNotContain("<script").doesNotContain("<img src=x");
    assertThat(page.body()).contains("&lt;script&gt;alert(1)");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("script-src");
  }

  @Test
  void whatIsMissingOldOrTooLargeIsSaidAndNothingKept() throws Exception {
    Map<String, String> form = form();
    form.put("account", " ");
    form.remove("kind");
    assertThat(post("/public/redress/new", form).body())
        .contains("Tell us what happened")
        .contains("Choose what it is about");
    form.put("form", "stale.stamp");
    assertThat(post("/public/redress/new", form).body()).contains("open too long");
    Map<String, String> longer = form();
    longer.put("account", "x".repeat(4001));
    assertThat(post("/public/redress/new", longer).statusCode()).isEqualTo(422);
    longer.put("account", "x".repeat(70_000));
    assertThat(post("/public/redress/new", longer).statusCode()).isEqualTo(413);
    assertThat(post("/public/redress/new", form(), "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
  }

  @Test
  void publicCountersHaveEveryRow() throws Exception {
    String page = get("/public/redress?lang=fr").body();
    assertThat(page).contains("<html lang=\"fr\"").contains("Profilage racial").contains(">0<");
    assertThat(redress.counts().rows()).hasSize(6);
  }

  private static void tell(Case one, String kind, String to, String sha256) {
    var subject = Subject.Kind.CASE.of(one.caseId());
    new Ledger(beside.databases().casework())
        .disclosed(
            LedgerEntry.of("casework", "SYSTEM", "test", Disclosure.ACTION, subject),
            new Disclosure(kind, to, "determination", sha256, Map.of()));
  }

  /// A case of which an agency and an office were told.
  private static Case told() {
    Case one = world.opened();
    tell(one, "agency", TOKEN_ORI, "ab".repeat(32));
    tell(one, "agency", TOKEN_ORI, "ab".repeat(32));
    tell(one, "office", "Office", "ab".repeat(32));
    return one;
  }

  @Test
  void aCorrectionReachesEverybodyWhoWasToldAndIsAcknowledged() throws Exception {
    Case one = told();
    RedressItem item = opened(form());
    RedressDesk desk = redress.desk();
    var ruling =
        new RedressDesk.Ruling(
            DecisionKind.UPHELD, REASONS, List.of(Remedy.CORRECT_FACT), "Charge dismissed.");
    assertThatThrownBy(() -> desk.decide(officer("one"), item.itemId(), ruling))
        .hasMessageContaining("Link the case");
    desk.link(officer("one"), item.itemId(), one.number());
    assertThat(desk.decide(officer("one"), item.itemId(), ruling)).isEqualTo(2);
    assertThatThrownBy(() -> desk.decide(officer("one"), item.itemId(), ruling))
        .isInstanceOf(RefusedStep.class);

    var api = world.running.api;
    var notices = api.get("/api/v1/corrections", token).json();
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0).path("documents")).hasSize(2);
    String path = "/api/v1/corrections/" + notices.get(0).path("id").asString() + "/acknowledge";
    assertThat(api.post(path, world.running.officeToken, new byte[0]).status()).isEqualTo(404);
    assertThat(api.post(path, token, new byte[0]).status()).isEqualTo(204);
    assertThat(api.post(path, token, new byte[0]).status()).as("again").isEqualTo(204);

    Redress later = later(Duration.ofHours(73));
    later.look();
    assertThat(later.corrections().overdue())
        .extracting(n -> n.recipient())
        .containsExactly("Office");
    assertThat(redress.counts().notices().overdue()).isEqualTo(1);
    later.look();
    assertThat(actions("redress:" + item.itemId()))
        .filteredOn("correction.alarm"::equals)
        .hasSize(1);
    var office = redress.corrections().of(item.itemId()).getLast();
    desk.heard(officer("one"), item.itemId(), office.noticeId(), "letter of today");
    assertThat(later.corrections().overdue()).isEmpty();
  }

  @Test
  void anAgencyAndABureauReadAndAcknowledgeOnTheirPages() throws Exception {
    Case one = world.opened();
    tell(one, "agency", TOKEN_ORI, "cd".repeat(32));
    tell(one, "bureau", "CA", "cd".repeat(32));
    RedressItem item = opened(form());
    redress.desk().link(officer("one"), item.itemId(), one.number());
    redress
        .desk()
        .decide(
            officer("one"),
            item.itemId(),
            new RedressDesk.Ruling(
                DecisionKind.UPHELD,
                REASONS,
                List.of(Remedy.WITHDRAW_ANSWER),
                "It was another person."));
    Map<Role, String> pages =
        Map.of(
            Role.BOOKING_AGENCY, "/agency/corrections", Role.STATE_BUREAU, "/bureau/corrections");
    for (var entry : pages.entrySet()) {
      String kind = entry.getKey() == Role.STATE_BUREAU ? "bureau" : "agency";
      var notice =
          redress.corrections().of(item.itemId()).stream()
              .filter(n -> n.recipientKind().equals(kind))
              .findFirst()
              .orElseThrow();
      String path = entry.getValue() + "/" + notice.noticeId();
      Browserless own = as(entry.getKey());
      assertThat(own.get(entry.getValue()).body())
          .contains("It was another person.", "do not rely on it", "to acknowledge");
      Browserless other = as(kind.equals("bureau") ? Role.BOOKING_AGENCY : Role.STATE_BUREAU);
      assertThat(other.post(path, Map.of()).statusCode()).as("another role").isEqualTo(403);
      String elsewhere = kind.equals("bureau") ? "/agency/corrections/" : "/bureau/corrections/";
      assertThat(other.post(elsewhere + notice.noticeId(), Map.of()).statusCode())
          .as("another recipient's")
          .isEqualTo(404);
      assertThat(own.post(path, Map.of()).statusCode()).isEqualTo(302);
      assertThat(own.get(entry.getValue()).body()).contains("The correction is acknowledged.");
      assertThat(actions("redress:" + item.itemId())).contains("correction.acknowledge");
    }
    assertThat(redress.corrections().of(item.itemId()))
        .allMatch(n -> n.acknowledgedAt().isPresent());
    Browserless officer = as(Role.OFFICER);
    officer.post("/cases/" + one.caseId() + "/purpose", Map.of("other", "building the case"));
    assertThat(officer.get("/cases/" + one.caseId()).body())
        .as("who works on the case learns what is to be put right, and not who asked")
        .contains(item.number() + ", to be put right: withdraw answer", "It was another person.")
        .doesNotContain("The charge was dismissed.");
  }

  private static Browserless as(Role role) throws Exception {
    return Browserless.loggedIn(
        world.running.server.url(), CaseWorld.name(role, "one"), CaseWorld.PASSWORD);
  }

  private static List<String> actions(String subject) {
    return Rooms.of(world.running.server).ledger().about(List.of(new Subject(subject))).stream()
        .map(e -> e.entry().action().key())
        .toList();
  }

  private static Redress later(Duration by) {
    return new Redress(
        beside.databases().casework(),
        Rooms.of(world.running.server).ledger(),
        RedressRules.standard(),
        Clock.fixed(Instant.now().plus(by), ZoneOffset.UTC));
  }

  @Test
  void aMissedDeadlineIsEscalatedOnceAndCountedInPublic() throws Exception {
    Map<String, String> form = form();
    form.put("kind", "CITIZENSHIP");
    String of = "redress:" + opened(form).itemId();
    later(Duration.ofHours(5)).look();
    later(Duration.ofHours(5)).look();
    assertThat(actions(of)).filteredOn("redress.escalate"::equals).hasSize(1);
    later(Duration.ofHours(25)).look();
    assertThat(actions(of)).filteredOn("redress.escalate"::equals).hasSize(2);
  }

  @Test
  void whoWorkedOnACaseDecidesNothingAboutIt() throws Exception {
    Case one = world.opened();
    Subject subject = Subject.Kind.CASE.of(one.caseId());
    var earlier =
        LedgerEntry.of(
            "redress-officer.two", "OFFICER", "earlier", KeptAction.of("facts.add"), subject);
    new Ledger(beside.databases().casework()).append(earlier);
    RedressItem item = opened(form());
    redress.desk().link(officer("two"), item.itemId(), one.number());
    var ruling = new RedressDesk.Ruling(DecisionKind.NOT_UPHELD, REASONS, List.of(), "");
    assertThatThrownBy(() -> redress.desk().decide(officer("two"), item.itemId(), ruling))
        .hasMessageContaining("worked on this case");
    redress.desk().decide(officer("one"), item.itemId(), ruling);
    Actor examiner = new Actor("x", Duty.of(Role.EXAMINER), "redress");
    assertThatThrownBy(() -> redress.desk().read(examiner, item.itemId()))
        .hasMessageContaining("Only redress officers");
  }

  @Test
  void aPersonsOwnLogEqualsTheLedgersPart() throws Exception {
    Case one = told();
    world.cases.desk().read(CaseWorld.actor(Role.OFFICER), one.caseId());
    RedressItem item = opened(form());
    RedressDesk desk = redress.desk();
    desk.link(officer("one"), item.itemId(), one.number());
    assertThatThrownBy(() -> desk.accessLog(officer("one"), item.itemId()))
        .hasMessageContaining("that person only");
    desk.verify(officer("one"), item.itemId(), "identity card seen");
    RedressDesk.AccessLog log = desk.accessLog(officer("one"), item.itemId());
    Set<Subject> subjects = new HashSet<>();
    subjects.add(new Subject("case:" + one.caseId()));
    subjects.add(new Subject("person:" + one.personId()));
    one.bookings().forEach(b -> subjects.add(new Subject("submission:" + b.control())));
    var all = Rooms.of(world.running.server).ledger().about(subjects);
    assertThat(log.entries()).containsAll(all.subList(0, all.size() - 1));
    assertThat(log.entries()).isSubsetOf(all);
    assertThat(log.entries()).anyMatch(e -> e.entry().action().key().equals("case.read"));
    assertThat(log.withheld()).isZero();
  }

  /// Last: it uses the address's hour up.
  @Test
  @Order(Integer.MAX_VALUE)
  void nobodyOpensItemsWithoutEnd() throws Exception {
    Map<String, String> form = form();
    form.put("account", "probe " + Timestamp.from(Instant.now()));
    int last = 0;
    for (int i = 0; i < 25 && last != 429; i++) {
      form.putAll(Map.of("form", form().get("form")));
      last = post("/public/redress/new", form).statusCode();
    }
    assertThat(last).isEqualTo(429);
  }
}
