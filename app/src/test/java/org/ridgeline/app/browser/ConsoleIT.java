package org.ridgeline.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.Chromium;

/// The console in a real browser over a real server. The first test makes the administrator that
/// the others log in as; they depend on nothing else of each other.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {
  private static final String ADMINISTRATOR = "chief";
  private static final String PASSWORD = "correct horse battery";
  private static final int WIDE = 1440;
  private static final int PHONE = 360;

  private Path data;
  private World world;
  private Page page;
  private String firstRunLink;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    data = folder.resolve("data");
    Optional<Path> chromium = Chromium.find();
    Assumptions.assumeTrue(chromium.isPresent(), "no chromium found: console not tested");
    world = new World(data, chromium.get());
    firstRunLink = world.server().firstRunLink().orElseThrow();
    page = world.page(WIDE, false);
  }

  @AfterAll
  void stop() throws Exception {
    if (world != null) {
      world.close();
    }
  }

  private Page loggedIn(int width) {
    Page fresh = world.page(width, false);
    logIn(fresh, ADMINISTRATOR, PASSWORD);
    assertThat(fresh).hasTitle("Submissions – Ridgeline");
    fresh.navigate(world.url() + "/purpose?to=/submissions");
    fresh.locator("#usual").selectOption("operating the exchange");
    button(fresh, "Go on").click();
    assertThat(fresh).hasTitle("Submissions – Ridgeline");
    return fresh;
  }

  private void logIn(Page on, String name, String password) {
    on.navigate(world.url() + "/login");
    on.getByLabel("Name").fill(name);
    on.getByLabel("Password").fill(password);
    on.getByLabel("Password").press("Enter");
  }

  /// A newcomer's window, after the invitation has been used.
  private Page invited(Page administrator, String name) {
    link(administrator, "Operators").click();
    administrator.locator("#role").selectOption("OPERATOR");
    button(administrator, "Make a one-time link").click();
    Page newcomer = world.page(WIDE, false);
    newcomer.navigate(administrator.locator("#invitation").textContent());
    newcomer.getByLabel("Name").fill(name);
    newcomer.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    newcomer.getByLabel("Password again").fill(PASSWORD);
    button(newcomer, "Create").click();
    assertThat(newcomer.getByRole(AriaRole.STATUS)).containsText("Your log-in is made");
    return newcomer;
  }

  private static Locator button(Page on, String name) {
    return on.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator link(Page on, String name) {
    return on.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  @Order(1)
  void firstRunLinkMakesTheAdministratorOnce() throws Exception {
    Path file = data.resolve("first-run-link");
    assertThat(Files.readString(file).strip()).isEqualTo(firstRunLink);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    page.navigate(firstRunLink);
    page.getByLabel("Name").fill(ADMINISTRATOR);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    page.getByLabel("Password again").fill("another passphrase");
    button(page, "Create").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("differ");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    page.getByLabel("Password again").fill(PASSWORD);
    button(page, "Create").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your log-in is made");
    assertThat(page.navigate(firstRunLink).status()).isEqualTo(410);
    assertThat(page).hasTitle("Link no longer works – Ridgeline");
    assertThat(file).doesNotExist();
    assertThat(world.server().firstRunLink()).isEmpty();
    // The 410 is what was asked for; the browser says so in its console.
    world.complaints.removeIf(complaint -> complaint.contains("410"));
  }

  @Test
  @Order(2)
  void nothingIsShownWithoutLogIn() {
    Page stranger = world.page(WIDE, false);
    for (String path :
        new String[] {"/", "/leads", "/activation", "/operators", "/submissions/R1/prints/1.png"}) {
      stranger.navigate(world.url() + path);
      assertThat(stranger).hasURL(world.url() + "/login");
    }
    APIResponse live =
        stranger
            .request()
            .get(world.url() + "/live", RequestOptions.create().setHeader("HX-Request", "true"));
    assertThat(live.status()).isEqualTo(401);
    assertThat(live.headers()).containsEntry("hx-redirect", "/login?ended");
    assertThat(live.headers().get("content-security-policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  @Order(2)
  void logInLeadsToThePageAskedFor() {
    Page stranger = world.page(WIDE, false);
    stranger.navigate(world.url() + "/activation?date=2010-01-31");
    stranger.getByLabel("Name").fill(ADMINISTRATOR);
    stranger.getByLabel("Password").fill(PASSWORD);
    button(stranger, "Log in").click();
    assertThat(stranger).hasTitle("Activation on 2010-01-31 – Ridgeline");
    button(stranger, "Log out").click();
    assertThat(stranger.getByRole(AriaRole.STATUS)).hasText("You are logged out.");
    stranger.navigate(world.url() + "/leads");
    assertThat(stranger).hasTitle("Log in – Ridgeline");
  }

  @Test
  @Order(2)
  void fiveWrongPasswordsLockUntilAnAdministratorReleases() {
    Page chief = loggedIn(WIDE);
    Page clerk = invited(chief, "clerk");
    for (int i = 0; i < 5; i++) {
      logIn(clerk, "clerk", "wrong passphrase " + i);
      assertThat(clerk.getByRole(AriaRole.ALERT)).containsText("wrong");
    }
    logIn(clerk, "clerk", PASSWORD);
    assertThat(clerk.getByRole(AriaRole.ALERT)).containsText("locked");
    link(chief, "Operators").click();
    button(chief, "Release clerk").click();
    assertThat(chief.getByRole(AriaRole.STATUS)).containsText("clerk may log in again");
    logIn(clerk, "clerk", PASSWORD);
    assertThat(clerk).hasTitle("Submissions – Ridgeline");
    assertThat(link(clerk, "Operators")).hasCount(0);
    assertThat(clerk.navigate(world.url() + "/operators").status()).isEqualTo(403);
    assertThat(clerk).hasTitle("Not allowed – Ridgeline");
    world.complaints.removeIf(complaint -> complaint.contains("403"));
  }

  @Test
  @Order(2)
  void formsWithoutTokenAreRefused() {
    Page chief = loggedIn(WIDE);
    APIResponse forged =
        chief
            .request()
            .post(
                world.url() + "/operators/invite",
                RequestOptions.create().setForm(FormData.create().set("role", "ADMINISTRATOR")));
    assertThat(forged.status()).isEqualTo(403);
    APIResponse logOut = chief.request().post(world.url() + "/logout");
    assertThat(logOut.status()).isEqualTo(403);
  }

  @Test
  @Order(3)
  void aBookingAppearsWithoutReloadAndItsPageShowsAll() throws Exception {
    world.enrolKnown();
    Page chief = loggedIn(WIDE);
    chief.evaluate("window.notReloaded = true");
    chief.locator("#leads-open").focus();
    byte[] card =
        BookingCards.booking(
            World.ACTIVE, "LIVE-0001", "DOE,JOHN", World.KNOWN_PERSON, BookingCards.ten());
    String control = world.post(World.ACTIVE, card);
    assertThat(link(chief, control)).isVisible();
    Locator line =
        chief.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(control));
    assertThat(line).containsText("answered", long60());
    assertThat(line).containsText("not identified");
    assertThat(line).containsText("match, unverified");
    assertThat((Boolean) chief.evaluate("window.notReloaded")).isTrue();
    assertThat(chief.locator("#leads-open")).hasText("1");
    assertThat(chief.locator("#leads-open")).isFocused();
    link(chief, control).focus();
    chief.keyboard().press("Enter");
    assertThat(chief).hasTitle("Submission " + control + " – Ridgeline");
    assertShowsSubmission(chief);
    assertShowsPrints(chief);
    assertShowsOnePrint(chief);
    assertLeadIsAcknowledged(chief, control);
    assertOthersSeeNoScore(chief, control);
  }

  private void assertOthersSeeNoScore(Page chief, String control) {
    Page viewer = invited(chief, "viewer");
    logIn(viewer, "viewer", PASSWORD);
    viewer.navigate(world.url() + "/submissions/" + control);
    viewer.locator("#usual").selectOption("operating the exchange");
    button(viewer, "Go on").click();
    assertThat(viewer.getByRole(AriaRole.MAIN)).containsText("Encounters searched");
    assertThat(viewer.getByRole(AriaRole.MAIN)).not().containsText("core");
  }

  private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions
      long60() {
    return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
        .setTimeout(60_000);
  }

  private static void assertShowsSubmission(Page chief) {
    Locator main = chief.getByRole(AriaRole.MAIN);
    assertThat(main).containsText("CA0340000 was active on");
    assertThat(main).containsText("Machine score");
    assertThat(main).containsText("FINGER_LOW_QUALITY");
    Locator answers = chief.getByRole(AriaRole.ARTICLE);
    assertThat(answers).hasCount(2);
    Locator second = answers.filter(new Locator.FilterOptions().setHasText("Second answer"));
    assertThat(second).containsText("under review");
    assertThat(second).containsText("1.010");
    assertThat(second).containsText("2.060");
    // Names of the immigration record stay in the lead inbox.
    assertThat(main).not().containsText(World.NAME_ON_RECORD);
  }

  private static void assertShowsPrints(Page chief) {
    Locator prints = chief.locator(".print");
    assertThat(prints).hasCount(10);
    for (int fgp = 1; fgp <= 9; fgp++) {
      Locator image = chief.locator("[data-fgp='" + fgp + "'] img");
      image.scrollIntoViewIfNeeded();
      assertThat(image).hasJSProperty("complete", true);
      assertThat((Integer) image.evaluate("i => i.naturalWidth")).isGreaterThan(0);
    }
    Locator fine = chief.locator("[data-fgp='" + BookingCards.FINE + "']");
    assertThat((Integer) fine.locator("img").evaluate("i => i.naturalWidth")).isEqualTo(1000);
    assertThat(fine.locator("svg")).hasAttribute("viewBox", "0 0 500 550");
    assertThat(fine.locator(".ending")).hasAttribute("d", Pattern.compile("M.+a5 5 .+l.+"));
    assertThat(chief.locator("[data-fgp='" + BookingCards.POOR + "']")).containsText("not usable");
    assertThat(chief.locator("[data-fgp='" + BookingCards.AMPUTATED + "']"))
        .containsText("Reported amputated");
    Locator overlay = chief.locator("[data-fgp='1'] svg");
    assertThat(overlay).isVisible();
    chief.getByLabel("Draw minutiae").focus();
    chief.keyboard().press("Space");
    assertThat(overlay).isHidden();
    chief.keyboard().press("Space");
    assertThat(overlay).isVisible();
  }

  private static void assertShowsOnePrint(Page chief) {
    chief.locator("[data-fgp='" + BookingCards.FINE + "'] a").focus();
    chief.keyboard().press("Enter");
    assertThat(chief.getByRole(AriaRole.HEADING).first()).containsText("Right index");
    assertThat(chief.getByRole(AriaRole.MAIN)).containsText("1000 × 1100 pixels at 1000 ppi");
    assertThat(chief.getByRole(AriaRole.ROW)).not().hasCount(1);
    link(chief, "Next finger").click();
    assertThat(chief.getByRole(AriaRole.HEADING).first()).containsText("Right middle");
  }

  private static void assertLeadIsAcknowledged(Page chief, String control) {
    link(chief, "Leads").click();
    Locator lead =
        chief.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(control));
    assertThat(lead).containsText("machine match, unverified");
    assertThat(lead).containsText("DOE,JOHN (not on record)");
    assertThat(lead).containsText(World.NAME_ON_RECORD);
    assertThat(lead).containsText("alias");
    assertThat(lead).containsText("Western Review Office");
    lead.getByRole(AriaRole.BUTTON).focus();
    chief.keyboard().press("Enter");
    assertThat(chief.getByRole(AriaRole.STATUS)).containsText("Lead acknowledged");
    assertThat(lead).containsText("by " + ADMINISTRATOR);
    assertThat(lead.getByRole(AriaRole.BUTTON)).hasCount(0);
  }

  @Test
  @Order(4)
  void fingersTakenInAnotherOrderAreSaid() throws Exception {
    byte[] card =
        BookingCards.swapped(
            World.ACTIVE, "SWAPPED-0001", "DOE,JACK", World.KNOWN_PERSON, 1, 2, 3, 7);
    String control = world.post(World.ACTIVE, card);
    Page chief = loggedIn(WIDE);
    Locator line =
        chief.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(control));
    assertThat(line).containsText("possible, unverified", long60());
    link(chief, control).click();
    assertThat(chief.getByRole(AriaRole.MAIN))
        .containsText("found with fingers taken in another order: hands swapped");
    link(chief, "Leads").click();
    Locator lead =
        chief.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(control));
    assertThat(lead).containsText("Found with fingers taken in another order: hands swapped");
  }

  @Test
  @Order(3)
  void refusalsShowTheirFindings() throws Exception {
    String control =
        world.post(World.ACTIVE, BookingCards.withoutName(World.ACTIVE, "REFUSED-0001"));
    Page chief = loggedIn(WIDE);
    chief.navigate(world.url() + "/submissions?state=REFUSED");
    link(chief, control).click();
    Locator main = chief.getByRole(AriaRole.MAIN);
    assertThat(main).containsText("2.018");
    assertThat(main).containsText("L0008");
    assertThat(main).containsText("ERRT");
    assertThat(main).containsText("No repository has been searched.");
  }

  @Test
  @Order(3)
  void registerCountsAtAnyDate() {
    Page chief = loggedIn(WIDE);
    chief.navigate(world.url() + "/activation?date=2010-01-31");
    assertThat(chief.locator("#jurisdictions")).hasText("2");
    assertThat(chief.locator("#states")).hasText("2");
    chief.getByLabel("As of").fill("2010-02-16");
    chief.getByLabel("As of").press("Enter");
    assertThat(chief.locator("#jurisdictions")).hasText("3");
    assertThat(chief.locator("#states")).hasText("2");
    Locator growth =
        chief
            .getByRole(AriaRole.ROW)
            .filter(new Locator.FilterOptions().setHas(chief.locator("time[datetime='2008-10']")));
    assertThat(growth).containsText("+1");
    chief.navigate(world.url() + "/activation?date=yesterday");
    assertThat(chief.getByRole(AriaRole.ALERT)).containsText("2010-01-12");
  }

  @Test
  @Order(4)
  void everyPageIsReachedByKeyboardAndFitsAPhone() {
    Page chief = loggedIn(PHONE);
    for (String name : new String[] {"Submissions", "Leads", "Activation", "Operators"}) {
      chief.keyboard().press("Tab");
      assertThat(link(chief, "Skip to content")).isFocused();
      tabTo(chief, name);
      chief.keyboard().press("Enter");
      assertThat(chief).hasTitle(Pattern.compile("^" + name + ".*"));
      chief.waitForLoadState();
      assertThat(
              (Boolean) chief.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
          .as(name + " needs no sideways scrolling")
          .isTrue();
      assertThat((Integer) chief.evaluate("document.querySelectorAll('h1').length")).isEqualTo(1);
    }
    chief.keyboard().press("Tab");
    chief.keyboard().press("Enter");
    assertThat(chief.locator("#main")).isFocused();
  }

  private static void tabTo(Page on, String link) {
    String focused = "";
    for (int i = 0; i < 8 && !focused.equals(link); i++) {
      on.keyboard().press("Tab");
      focused = String.valueOf(on.evaluate("document.activeElement.textContent"));
    }
    assertThat(focused).isEqualTo(link);
  }

  @Test
  @Order(5)
  void theBrowserHasNothingToComplainOf() {
    assertThat(world.complaints).isEmpty();
  }
}
