package org.ridgeline.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.fixture.Axe;
import org.ridgeline.fixture.Chromium;

/// How a score came about, as a browser shows it: wide and on a phone, light and dark.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScorePagesIT {
  private static final int WIDE = 1440;

  private World world;
  private Staff staff;
  private String control;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Optional<Path> chromium = Chromium.find();
    Assumptions.assumeTrue(chromium.isPresent(), "no chromium found: pages not tested");
    world = new World(folder.resolve("data"), chromium.get());
    staff = new Staff(world, new OperatorStore(world.exchange()));
    world.enrolKnown();
    control =
        world.post(
            World.ACTIVE,
            BookingCards.booking(
                World.ACTIVE, "SCORE-0001", "DOE,JOHN", World.KNOWN_PERSON, BookingCards.ten()));
    Scene.answered(world, control);
  }

  @AfterAll
  void stop() throws Exception {
    if (world != null) {
      world.close();
    }
  }

  private Page opened(String of, int width, boolean isDark) {
    Page page = staff.page(Role.ADMINISTRATOR, width, isDark);
    page.navigate(world.url() + "/submissions/" + of);
    page.locator("#usual").selectOption(new SelectOption().setIndex(1));
    page.locator("main form button[type=submit]").first().click();
    assertThat(page).hasTitle("Submission " + of + " – Ridgeline");
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("How the score of the Immigration search"))
        .click();
    assertThat(page.locator("h1")).hasText("How this score came about");
    return page;
  }

  private static void drawn(Page page, int widthPx) {
    Locator image = page.locator(".chart img");
    assertThat(image).hasJSProperty("complete", true);
    assertThat((Integer) image.evaluate("async i => { await i.decode(); return i.naturalWidth; }"))
        .isEqualTo(widthPx);
  }

  private static void picture(Page page, String name) throws Exception {
    Path shots = Path.of("target", "screenshots");
    Files.createDirectories(shots);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(shots.resolve("score-" + name + ".png")));
  }

  @ParameterizedTest
  @CsvSource({"1440, false, 1280", "1024, true, 1280", "390, false, 458", "390, true, 458"})
  void itIsReadOnEveryScreen(int width, boolean isDark, int picturePx) throws Exception {
    Page page = opened(control, width, isDark);
    drawn(page, picturePx);
    picture(page, width + (isDark ? "-dark" : ""));
    assertThat(Axe.violations(page)).isEmpty();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
    assertThat(page.locator("#shares tbody tr")).hasCount(7);
    assertThat(world.complaints).isEmpty();
    page.context().close();
  }

  @Test
  void anotherFingerIsChosenByKeyboardAndThePictureOpensByItself() {
    Page page = opened(control, WIDE, false);
    Locator other = page.locator("tr[data-fgp='7'] a");
    other.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#shown")).containsText("Left index");
    assertThat(page.locator("tr[data-fgp='7']")).containsText("shown");
    page.locator(".chart a").press("Enter");
    assertThat(page).hasURL(world.url() + "/submissions/" + control + "/scores/immigration/7.svg");
    assertThat((Integer) page.evaluate("document.querySelectorAll('image').length")).isEqualTo(4);
    assertThat(world.complaints).isEmpty();
  }

  @Test
  void fingersInAnotherOrderAreLaidOnThoseTheyWereTakenFor() throws Exception {
    String swapped =
        world.post(
            World.ACTIVE,
            BookingCards.swapped(
                World.ACTIVE, "SCORE-0002", "DOE,JACK", World.KNOWN_PERSON, 1, 2, 3, 7));
    Scene.answered(world, swapped);
    Page page = opened(swapped, WIDE, false);
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("hands swapped");
    assertThat(page.locator("tr[data-fgp='7']")).containsText("Left index, taken for the right");
    drawn(page, 1280);
    picture(page, "swapped");
    assertThat(world.complaints).isEmpty();
  }
}
