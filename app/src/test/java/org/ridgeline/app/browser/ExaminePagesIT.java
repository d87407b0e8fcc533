package org.ridgeline.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.ComparedPrints;
import org.ridgeline.app.browser.KeyboardExaminer.Got;
import org.ridgeline.app.system.Blindness;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.fixture.Axe;
import org.ridgeline.fixture.Chromium;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real case and a planted pair, from the queue to the supervisor's look at the marks, in a
/// browser before the real server; whoever compares has only a keyboard.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExaminePagesIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NAME = "QUENTIN,XAVIERA";
  private static final int WIDE = 1280;
  private static final int[] FINGERS = {1, 2, 3, 7};
  private static final int IDENTIFICATION = 0;
  private static final int EXCLUSION = 1;

  private World world;
  private Staff staff;
  private String control;
  private final List<String> firstSent = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Optional<Path> chromium = Chromium.find();
    Assumptions.assumeTrue(chromium.isPresent(), "no chromium found: pages not tested");
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("ridgeline.properties"), "verification.planted-share=0.5\n");
    world = new World(data, chromium.get());
    staff = new Staff(world, new OperatorStore(world.exchange()));
    staff.add("examiner.b", Duty.of(Role.EXAMINER));
    verification().knownPairs().add(true, "test", known(), "test");
    world.enrolKnown();
    byte[] card =
        BookingCards.booking(
            World.ACTIVE, "TCNBLIND0002", NAME, World.KNOWN_PERSON, BookingCards.ten());
    control = world.post(World.ACTIVE, card);
    Scene.answered(world, control);
    Actor nobody = new Actor("nobody", Duty.of(Role.EXAMINER), "test");
    for (int i = 0; i < 300 && verification().examiners().standing(nobody).waiting() < 2; i++) {
      Thread.sleep(100);
    }
    assertThat(verification().examiners().standing(nobody).waiting()).isEqualTo(2);
  }

  private static List<org.ridgeline.casework.verification.PrintSource.FingerPair> known() {
    return ComparedPrints.ofCards(
        BookingCards.booking(World.ACTIVE, "K1", "DOE,A", 21, FINGERS),
        BookingCards.booking(World.ACTIVE, "K2", "DOE,B", 21, FINGERS));
  }

  @AfterAll
  void stop() throws Exception {
    if (world != null) {
      world.close();
    }
  }

  private Rooms.Verification verification() {
    return Rooms.of(world.server()).casework().verification();
  }

  private KeyboardExaminer at(String name, String start) {
    KeyboardExaminer examiner = new KeyboardExaminer(staff.page(name, WIDE, false));
    examiner.page.setViewportSize(WIDE, 720);
    examiner.page.navigate(world.url() + start);
    return examiner;
  }

  /// Nothing that says whose prints they are, where from or why; prints that are bare.
  private void tellsNothing(List<Got> got) {
    List<String> secrets =
        new ArrayList<>(
            List.of(
                "QUENTIN",
                "XAVIERA",
                "ROE,",
                "JUAN",
                "TCNBLIND",
                World.ACTIVE,
                "CONTAINER",
                control));
    secrets.addAll(Blindness.TELLING);
    for (Got one : got) {
      assertThat(one.status()).as(one.path()).isEqualTo(200);
      if (one.path().endsWith(".png")) {
        assertThat(Blindness.chunks(one.body())).containsExactly("IHDR", "IDAT", "IEND");
      } else {
        String seen = one.path() + one.headers() + one.text();
        secrets.forEach(secret -> assertThat(seen).doesNotContainIgnoringCase(secret));
      }
    }
  }

  /// What was asked for, in order, ids left out.
  private static List<String> asked(List<Got> got) {
    return got.stream()
        .map(one -> one.method() + " " + one.path().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID"))
        .toList();
  }

  /// The two prints of a finger are asked for at once; which arrives first is the browser's whim.
  private static List<Got> sides(List<Got> got) {
    List<Got> ordered = new ArrayList<>(got);
    for (int i = 1; i < ordered.size(); i++) {
      Got before = ordered.get(i - 1);
      Got one = ordered.get(i);
      if (before.path().equals(one.path().replace("/left.png", "/right.png"))) {
        ordered.set(i - 1, one);
        ordered.set(i, before);
      }
    }
    return ordered;
  }

  private static final int PNG_HEAD_BYTES = 33;

  /// One is planted: the same requests in the same order, the same headers, the same page but for
  /// ids, prints of the same size and kind.
  private static void alike(List<Got> first, List<Got> second) {
    List<Got> one = sides(first);
    List<Got> other = sides(second);
    assertThat(asked(one)).isEqualTo(asked(other));
    for (int i = 0; i < one.size(); i++) {
      Got a = one.get(i);
      Got b = other.get(i);
      assertThat(a.headers().keySet()).as(a.path()).isEqualTo(b.headers().keySet());
      if (a.path().endsWith(".png")) {
        assertThat(head(a)).as(a.path()).isEqualTo(head(b));
      } else if (a.headers().get("content-type").startsWith("text/html") && i < one.size() - 1) {
        assertThat(bare(a)).isEqualTo(bare(b));
      }
    }
  }

  private static byte[] head(Got png) {
    return Arrays.copyOf(png.body(), PNG_HEAD_BYTES);
  }

  private static String bare(Got page) {
    return page.text()
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
        .replaceAll("content=\"[^\"]*\"|value=\"[^\"]*\"", "TOKEN");
  }

  @Test
  @Order(1)
  void anExaminerComparesByKeyboardAndLearnsNothing() throws Exception {
    KeyboardExaminer one = at(staff.name(Role.EXAMINER), "/examine");
    one.picture("queue");
    List<List<Got>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      one.got.clear();
      JsonNode finger = KeyboardExaminer.first(one.take());
      assertThat(one.mark(finger, 8)).isEqualTo(8);
      one.picture("marked-" + i);
      assertThat(one.page.locator("#tally")).containsText("8 of 8 agreeing marks in");
      one.conclude(IDENTIFICATION, "");
      one.picture("confirm");
      one.send();
      tellsNothing(one.got.stream().filter(got -> !got.path().equals("/examine")).toList());
      both.add(List.copyOf(one.got));
    }
    firstSent.addAll(one.sent);
    alike(both.getFirst(), both.getLast());
    assertThat(one.page.locator("main")).containsText("Nothing waits for you now");
    assertThat(world.complaints).isEmpty();
  }

  @Test
  @Order(2)
  void aSecondExaminerDiffersByAMarkedDifference() throws Exception {
    KeyboardExaminer two = at("examiner.b", "/examine");
    for (int i = 0; i < 2; i++) {
      JsonNode finger = KeyboardExaminer.first(two.take());
      assertThat(two.page.locator("#marks-list li")).hasCount(0);
      two.differ(finger);
      two.press("p");
      two.picture("difference");
      two.conclude(EXCLUSION, "");
      assertThat(two.page.locator("#confirm-facts")).containsText("Differing1 mark");
      two.send();
    }
    tellsNothing(two.got.stream().filter(got -> !got.path().equals("/examine")).toList());
    assertThat(world.complaints).isEmpty();
  }

  @Test
  @Order(3)
  void aRefusalOfTheRealServerIsReadInTheDialog() throws Exception {
    KeyboardExaminer supervisor = at(staff.name(Role.SUPERVISOR), "/examine/conflicts");
    supervisor.page.locator("main form button").focus();
    supervisor.take();
    // As if the page had been told of a weaker rule.
    supervisor.page.route(
        "**/verdict",
        route -> {
          String body =
              route.request().postData().replaceAll("\"note\":\"[^\"]*\"", "\"note\":\"\"");
          route.resume(new com.microsoft.playwright.Route.ResumeOptions().setPostData(body));
        });
    supervisor.conclude(EXCLUSION, "the whorls flow otherwise");
    supervisor.press("Enter");
    assertThat(supervisor.page.locator("#confirm-error"))
        .hasText(
            "Not sent. Something is missing or too much. An exclusion needs a marked difference,"
                + " or a reason of at least 15 characters. Mark it, or write why. ");
    supervisor.picture("refused");
    world.complaints.removeIf(line -> line.contains("422"));
    supervisor.page.unroute("**/verdict");
    supervisor.send();
    assertThat(supervisor.page).hasURL(world.url() + "/examine/conflicts");
    assertThat(world.complaints).isEmpty();
  }

  @Test
  @Order(4)
  void aSupervisorSettlesBlindAndThenSeesWhatBothMarked() throws Exception {
    KeyboardExaminer supervisor = at(staff.name(Role.SUPERVISOR), "/examine/conflicts");
    assertThat(supervisor.page.locator("article")).hasCount(1);
    supervisor.got.clear();
    supervisor.page.locator("main form button").focus();
    JsonNode finger = KeyboardExaminer.first(supervisor.take());
    assertThat(supervisor.page.locator("#marks-list li")).hasCount(0);
    supervisor.mark(finger, 2);
    supervisor.differ(finger);
    tellsNothing(supervisor.got);
    assertThat(supervisor.got).noneMatch(got -> got.text().contains("examiner"));
    supervisor.conclude(EXCLUSION, "");
    supervisor.send();
    supervisor.picture("conflicts");
    assertThat(supervisor.page.locator("article")).hasCount(2);
    assertThat(caseState()).isEqualTo("EXCLUDED");
    supervisor.page.locator("article a").first().press("Enter");
    assertThat(supervisor.page.locator("h1")).hasText("Marks of a settled conflict");
    supervisor.page.waitForTimeout(500);
    supervisor.picture("marks");
    assertThat(Axe.violations(supervisor.page)).isEmpty();
    bothAreDrawn(supervisor.page);
    supervisor.page.locator(".marked-finger a").first().press("Enter");
    supervisor.page.waitForTimeout(500);
    supervisor.picture("marks-large");
    assertThat(supervisor.page.locator(".marked-finger")).hasCount(1);
    onAPhone();
    assertThat(world.complaints).isEmpty();
  }

  private void bothAreDrawn(Page page) {
    Locator cells = page.locator(".mark-cell");
    Locator firsts = cells.filter(new Locator.FilterOptions().setHasText("First examiner"));
    Locator seconds = cells.filter(new Locator.FilterOptions().setHasText("Second examiner"));
    Locator first = firsts.filter(new Locator.FilterOptions().setHasText("8 agree"));
    Locator second = seconds.filter(new Locator.FilterOptions().setHasText("1 differ"));
    assertThat(first.locator("svg[data-side=left] text.agrees")).hasCount(8);
    assertThat(first.locator("svg[data-side=right] text.agrees")).hasCount(8);
    assertThat(second.locator("svg[data-side=left] text.differs")).hasText("1 ≠");
    assertThat(page.evaluate(IMAGES)).isEqualTo(true);
    // What is drawn lies as it was sent: the same way from the first mark to each other one.
    for (String side : List.of("left", "right")) {
      List<Double> drawn = places(first.locator("svg[data-side=" + side + "] text.agrees"));
      assertThat(firstSent.stream().map(sent -> sentPlaces(sent, side)))
          .anySatisfy(places -> same(drawn, places));
    }
  }

  private static void same(List<Double> drawn, List<Double> sent) {
    assertThat(drawn).hasSameSizeAs(sent);
    for (int i = 0; i < drawn.size(); i++) {
      assertThat(drawn.get(i) - drawn.get(i % 2))
          .isCloseTo(sent.get(i) - sent.get(i % 2), within(0.2));
    }
  }

  private static List<Double> places(Locator labels) {
    return IntStream.range(0, labels.count())
        .boxed()
        .flatMap(
            i -> Stream.of("x", "y").map(name -> Double.valueOf(labels.nth(i).getAttribute(name))))
        .toList();
  }

  private static List<Double> sentPlaces(String sent, String side) {
    List<Double> places = new ArrayList<>();
    JSON.readTree(sent)
        .path("marks")
        .forEach(mark -> {
          places.add(mark.path(side + "X").asDouble());
          places.add(mark.path(side + "Y").asDouble());
        });
    return places;
  }

  /// Whether all prints under the marks could be fetched.
  private static final String IMAGES =
      """
      async () => (await Promise.all([...document.querySelectorAll('svg image')].map(async (i) => {
        const image = new Image(); image.src = i.getAttribute('href');
        await image.decode(); return image.naturalWidth === 800; }))).every((ok) => ok)
        && document.querySelectorAll('svg image').length > 0\
      """;

  private void onAPhone() throws Exception {
    Page phone = staff.page(staff.name(Role.SUPERVISOR), 360, true);
    phone.navigate(world.url() + "/examine/conflicts");
    phone.locator("article a").first().press("Enter");
    assertThat(phone.locator("h1")).hasText("Marks of a settled conflict");
    // The heading is there before the pictures beneath it have their size.
    phone.waitForLoadState();
    assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
    assertThat(Axe.violations(phone)).isEmpty();
    phone.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "examine-marks-phone.png")));
    String path = phone.url();
    Page other = staff.page("examiner.b", WIDE, false);
    assertThat(other.navigate(path).status()).isEqualTo(403);
    world.complaints.removeIf(line -> line.contains("403"));
  }

  private String caseState() {
    var manager =
        (DataSourceTransactionManager)
            Rooms.of(world.server())
                .casework()
                .cases()
                .shelf()
                .transaction()
                .getTransactionManager();
    return JdbcClient.create(manager.getDataSource())
        .sql(
            """
            select state from case_file c join case_lead l using (case_id) where l.control = ?
            """)
        .param(control)
        .query(String.class)
        .single();
  }
}
