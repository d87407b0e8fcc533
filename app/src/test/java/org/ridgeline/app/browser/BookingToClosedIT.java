package org.ridgeline.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.system.Rooms;
import org.ridgeline.casework.custody.FacilityKind;
import org.ridgeline.casework.custody.FacilityRegister;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.fixture.Chromium;

/// One booking from the livescan to the closed case and a correction after it, by every role in its
/// own browser window. Each page is asked what comes next before it is done.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingToClosedIT {
  private static final int WIDE = 1280;
  private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();
  private static final ZoneId JAIL = ZoneId.of("America/Los_Angeles");
  private static final String REASON = "ridges, minutiae and pores of every finger were compared";

  private World world;
  private Staff staff;
  private int shots;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Optional<Path> chromium = Chromium.find();
    Assumptions.assumeTrue(chromium.isPresent(), "no chromium found: console not tested");
    world = new World(folder.resolve("data"), chromium.get());
    staff = new Staff(world, new OperatorStore(world.exchange()));
    staff.add("examiner.second", Duty.of(Role.EXAMINER));
    world.enrolKnown();
    Rooms.of(world.server())
        .casework()
        .custody()
        .facilities()
        .add(
            Scene.administrator(),
            new FacilityRegister.Entry(
                World.ACTIVE, "Main Jail (fictional)", FacilityKind.LOCAL_JAIL, "CA", ""));
  }

  @AfterAll
  void stop() throws Exception {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void everyRoleDoesItsPartInABrowser() throws Exception {
    theBureauChoosesToPassSecondAnswersOn();
    String control =
        world.post(
            World.ACTIVE,
            BookingCards.booking(
                World.ACTIVE, "RUN-0001", "DOE,JOHN", World.KNOWN_PERSON, BookingCards.ten()));
    Scene.answered(world, control);
    Page agency = staff.page(Role.BOOKING_AGENCY, WIDE, false);
    theAgencyIsToldItIsUnderReview(agency, control);
    Page officer = staff.page(Role.OFFICER, WIDE, false);
    String number = theOfficerTakesTheCase(officer);
    examine(staff.page(Role.EXAMINER, WIDE, false));
    examine(staff.page("examiner.second", WIDE, false));
    theOfficerChecksCitizenship(officer);
    theSupervisorReviews(number);
    theOfficerEstablishesTheFactsAndSigns(officer);
    theApproverSignsSecond(number);
    theBureauAndTheAgencyGetTheAnswer(agency, control);
    theAgencyReportsTheRelease(agency, control);
    theOfficerClosesWithTheOutcome(officer);
    aStrangerComplainsAndTheRedressOfficerDecides(control);
    theAgencyAcknowledgesTheCorrection(agency, control);
    oversightSeesOneMatchAnswered();
    assertThat(world.complaints).isEmpty();
  }

  private void look(Page page, String what) throws Exception {
    Path folder = Path.of("target", "screenshots");
    Files.createDirectories(folder);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(folder.resolve(String.format("run-%02d-%s.png", ++shots, what))));
  }

  private static void press(Page page, String button) {
    page.getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /// Sets the tick without which nothing is done for good.
  private static void readAndConfirm(Page page) {
    page.locator("input[name=confirmed]").check();
  }

  private static void open(Page page, String summary) {
    Locator details =
        page.locator("details", new Page.LocatorOptions().setHasText(summary)).first();
    if (!(Boolean) details.evaluate("d => d.open")) {
      details.locator("summary").click();
    }
  }

  private static void next(Page page, String words) {
    assertThat(page.locator("#next")).containsText(words);
  }

  private void theBureauChoosesToPassSecondAnswersOn() throws Exception {
    Page bureau = staff.page(Role.STATE_BUREAU, WIDE, false);
    bureau.getByText("State option").click();
    bureau.getByLabel("Pass second answers on to agencies").selectOption("yes");
    bureau.getByLabel("Reason").fill("decision of the state's council");
    press(bureau, "Put in force");
    assertThat(bureau.locator("main")).containsText("in force from now");
    look(bureau, "bureau-option");
    bureau.context().close();
  }

  private void theAgencyIsToldItIsUnderReview(Page agency, String control) throws Exception {
    agency.navigate(world.url() + "/agency");
    agency.getByText(control).click();
    assertThat(agency.locator("main")).containsText("release people when you would release them");
    look(agency, "agency-pending");
  }

  private String theOfficerTakesTheCase(Page officer) throws Exception {
    officer.navigate(world.url() + "/cases");
    Locator link = officer.locator("a.caselink").first();
    assertThat(link).isVisible();
    String number = link.textContent();
    press(officer, "Take case " + number);
    assertThat(officer.locator("h1")).containsText("Why do you open");
    officer.getByLabel("Purpose").selectOption("building the case");
    press(officer, "Open the case");
    next(officer, "wait for the examiners");
    assertThat(officer.locator("main")).containsText("machine match, unverified");
    look(officer, "officer-verifying");
    return number;
  }

  private void examine(Page examiner) throws Exception {
    examiner.navigate(world.url() + "/examine");
    for (int i = 0; i < 60 && examiner.getByText("Begin").count() == 0; i++) {
      Thread.sleep(500);
      examiner.reload();
    }
    press(examiner, "Begin");
    assertThat(examiner.locator("#verdict")).isVisible();
    assertThat(examiner.content())
        .doesNotContain("DOE", "ROE", World.NAME_ON_RECORD, "RUN-0001", "C2026");
    examiner.locator("input[value=IDENTIFICATION]").check();
    examiner.locator("#note").fill(REASON);
    look(examiner, "examiner");
    press(examiner, "Give verdict…");
    assertThat(examiner.locator("#confirm")).isVisible();
    examiner.locator("#confirm-send").click();
    assertThat(examiner).hasURL(Pattern.compile(".*/examine$"));
    examiner.context().close();
  }

  private void theOfficerChecksCitizenship(Page officer) throws Exception {
    officer.reload();
    next(officer, "run the naturalisation index check (officer)");
    for (Locator option : officer.locator("#check-kind option:not([value=''])").all()) {
      check(officer, option.getAttribute("value"));
    }
    next(officer, "supervisor");
    look(officer, "officer-checks");
  }

  private static void check(Page officer, String kind) {
    open(officer, "Record a check");
    officer.locator("#check-kind").selectOption(kind);
    boolean points = kind.equals("PASSPORT");
    officer.locator("#check-result").selectOption(points ? "POSITIVE" : "NEGATIVE");
    if (points) {
      officer.locator("#check-detail").fill("a passport of a like name was issued");
    }
    officer.locator("#check-source").fill("index of records (fictional)");
    press(officer, "Record the check");
    assertThat(officer.locator("[role=status]")).containsText("Recorded");
  }

  private void theSupervisorReviews(String number) throws Exception {
    Page supervisor =
        opened(staff.page(Role.SUPERVISOR, WIDE, false), number, "supervisor's review");
    next(supervisor, "(supervisor)");
    supervisor.locator("#finding").fill("The passport is of another person, born elsewhere.");
    press(supervisor, "Record the review");
    next(supervisor, "finish the citizenship review (officer)");
    look(supervisor, "supervisor");
    supervisor.context().close();
  }

  private Page opened(Page page, String number, String purpose) {
    page.navigate(world.url() + "/cases");
    page.getByText(number).click();
    page.getByLabel("Purpose").selectOption(purpose);
    press(page, "Open the case");
    return page;
  }

  private void theOfficerEstablishesTheFactsAndSigns(Page officer) throws Exception {
    officer.reload();
    officer.locator("#step-FINISH_CITIZENSHIP").click();
    next(officer, "(officer)");
    look(officer, "officer-facts");
    open(officer, "State a fact");
    officer.locator("#side").selectOption("NONE_FOUND");
    officer.locator("#content").fill("benefits index, court records, jail file");
    officer.locator("#fact-source").fill("own search");
    press(officer, "State it");
    open(officer, "Record an interview");
    officer.locator("#held").selectOption("yes");
    officer.locator("#language").fill("Spanish");
    officer.locator("#int-content").fill("Asked for every fact above, and answered.");
    press(officer, "Record it");
    open(officer, "Attach a document");
    officer.locator("#title").fill("Entry record (fictional)");
    officer.locator("#primary").selectOption("yes");
    officer.locator("#grade").selectOption("A");
    officer
        .locator("#doc-file")
        .setInputFiles(
            new FilePayload("entry.txt", "text/plain", "entry".getBytes(StandardCharsets.UTF_8)));
    press(officer, "Attach it");
    next(officer, "finish the facts (officer)");
    officer.locator("#step-FINISH_FACTS").click();
    next(officer, "sign the determination (officer)");
    officer.locator("#outcome").selectOption("notify-on-release");
    officer
        .locator("#document")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
    officer.locator("#narrative").fill("Entered lawfully, stayed on; notice is enough.");
    officer
        .locator("#against")
        .fill("The supervisor found that the passport is of another person, born elsewhere.");
    officer.locator("#password").fill(Staff.PASSWORD);
    look(officer, "officer-signing");
    readAndConfirm(officer);
    press(officer, "Sign");
    next(officer, "sign the determination second, or return it (approver)");
  }

  private void theApproverSignsSecond(String number) throws Exception {
    Page approver = opened(staff.page(Role.APPROVER, WIDE, false), number, "second signature");
    next(approver, "(approver)");
    look(approver, "approver");
    approver.locator("#password2").fill(Staff.PASSWORD);
    readAndConfirm(approver);
    press(approver, "Sign second");
    assertThat(approver.locator("[role=status]")).containsText("Signed second");
    approver.context().close();
  }

  private void theBureauAndTheAgencyGetTheAnswer(Page agency, String control) throws Exception {
    for (int i = 0; i < 40; i++) {
      agency.navigate(world.url() + "/agency/bookings/" + control);
      if (agency.locator("main").textContent().contains("NOT A REQUEST TO HOLD")) {
        break;
      }
      Thread.sleep(500);
    }
    assertThat(agency.locator("main")).containsText("NOT A REQUEST TO HOLD");
    look(agency, "agency-answer");
    Page bureau = staff.page(Role.STATE_BUREAU, WIDE, false);
    assertThat(bureau.locator("main")).containsText(control);
    assertThat(bureau.locator("main")).containsText("determined");
    look(bureau, "bureau-answers");
    bureau.context().close();
  }

  private void theAgencyReportsTheRelease(Page agency, String control) throws Exception {
    agency.navigate(world.url() + "/agency/custody");
    agency.getByText(control).first().click();
    report(agency, "RELEASE_EXPECTED", LocalDateTime.now(JAIL).plusHours(20));
    assertThat(agency.locator("main")).containsText("Report the release or a transfer");
    report(agency, "RELEASED", LocalDateTime.now(JAIL));
    assertThat(agency.locator("main")).containsText("released");
    look(agency, "agency-custody");
  }

  private static void report(Page agency, String milestone, LocalDateTime at) {
    agency.locator("#milestone").selectOption(milestone);
    agency.locator("#at").fill(at.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")));
    agency.locator("#source").fill("jail management system");
    press(agency, "Report");
  }

  private void theOfficerClosesWithTheOutcome(Page officer) throws Exception {
    officer.reload();
    next(officer, "record what became of the person (officer)");
    officer.getByText("Custody, hand-over and outcome").click();
    assertThat(officer.locator("main")).containsText("Outcome: closes the case");
    officer.locator("#kind").selectOption("RELEASED");
    officer.locator("#on").fill(TODAY);
    officer.locator("#outcome-source").fill("report of the jail");
    officer
        .locator("#programme")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
    look(officer, "officer-outcome");
    readAndConfirm(officer);
    press(officer, "Record and close the case");
    officer.locator(".back a").click();
    next(officer, "nothing; the case is closed");
    look(officer, "officer-closed");
    assertThat(officer.locator("main")).containsText("machine match, verified by examiners");
    officer.navigate(world.url() + "/cases?state=CLOSED");
    assertThat(officer.locator("nav ul[aria-label=Closed] a[aria-current]")).hasText("closed 1");
    assertThat(officer.locator("button.take")).hasCount(0);
    officer.context().close();
  }

  private void aStrangerComplainsAndTheRedressOfficerDecides(String control) throws Exception {
    Page stranger = world.page(WIDE, false);
    stranger.navigate(world.url() + "/public/redress/new");
    stranger.locator("input[name=kind][value=CORRECTION]").check();
    stranger.locator("#account").fill("The entry record is of my brother.");
    stranger.locator("#reference").fill(control);
    stranger.locator("button[type=submit]").click();
    assertThat(stranger.locator("#receipt")).isVisible();
    look(stranger, "stranger-receipt");
    stranger.context().close();
    Page redress = staff.page(Role.REDRESS_OFFICER, WIDE, false);
    redress.locator("table a.code").first().click();
    press(redress, "Acknowledge: I have read it");
    redress.locator("#number").fill(control);
    press(redress, "Link");
    redress.locator("#decision").selectOption("UPHELD");
    redress.locator("#reasons").fill("The birth record shows that it is another person's.");
    redress.locator("input[name=remedy][value=WITHDRAW_ANSWER]").check();
    redress.locator("#statement").fill("The answer rested on another person's entry record.");
    readAndConfirm(redress);
    press(redress, "Decide, and notify all recipients");
    assertThat(redress.locator("#decided")).containsText("upheld");
    assertThat(redress.locator("main")).containsText(World.ACTIVE);
    look(redress, "redress-decided");
    redress.context().close();
  }

  private void theAgencyAcknowledgesTheCorrection(Page agency, String control) throws Exception {
    agency
        .getByRole(
            com.microsoft.playwright.options.AriaRole.LINK,
            new Page.GetByRoleOptions().setName("Corrections"))
        .click();
    assertThat(agency.locator("main")).containsText("do not rely on it");
    assertThat(agency.locator("main")).containsText("submission:" + control);
    look(agency, "agency-correction");
    press(agency, "Acknowledge: it is put right here");
    assertThat(agency.locator("main")).containsText("The correction is acknowledged.");
    agency.context().close();
  }

  private void oversightSeesOneMatchAnswered() throws Exception {
    Page oversight = staff.page(Role.OVERSIGHT, WIDE, false);
    assertThat(oversight.locator("#answered")).containsText("1 of 1, 100.0 %");
    assertThat(oversight.locator("main")).containsText("Ask for notice before release");
    look(oversight, "oversight");
    for (String path : List.of("/cases", "/examine", "/leads")) {
      assertThat(oversight.navigate(world.url() + path).status()).isEqualTo(403);
    }
    // The browser notes refused pages as errors: these were asked for.
    world.complaints.removeIf(line -> line.contains("403"));
    oversight.context().close();
  }
}
