package org.ridgeline.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.agency.QualityControl;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.fixture.Axe;
import org.ridgeline.fixture.Chromium;
import org.ridgeline.synth.card.CardMaker;
import org.ridgeline.synth.card.CardOptions;
import org.ridgeline.synth.card.CardOptions.Content;
import org.ridgeline.synth.card.Defect;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.vocabulary.Ori;

/// A held card as a browser shows it, and the boxes of a slap's fingers by mouse and keyboard.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QualityPagesIT {
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
    new QualityControl(world.exchange())
        .ask(new Ori(World.ACTIVE), true, new Administrator("ada", "test"));
    CardOptions options =
        CardOptions.of(21, "QUALITY-0001", LocalDate.of(2026, 11, 1))
            .from(World.ACTIVE, World.ACTIVE)
            .with(Content.FOURTEEN, Cga.PNG)
            .broken(Set.of(Defect.REPEATED_FINGER));
    control = world.post(World.ACTIVE, CardMaker.card(Nation.person(11, 4), options));
    var submissions = new SubmissionStore(world.exchange());
    Instant until = Instant.now().plusSeconds(60);
    while (submissions.byControl(control).orElseThrow().state() != SubmissionState.HELD) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(100);
    }
  }

  @AfterAll
  void stop() throws Exception {
    if (world != null) {
      world.close();
    }
  }

  private Page opened(int width, boolean isDark) {
    Page page = staff.page(Role.QUALITY, width, isDark);
    assertThat(page).hasTitle("Held cards – Ridgeline");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(control)).click();
    assertThat(page).hasTitle("Held card " + control + " – Ridgeline");
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator slap(Page page) {
    return page.locator(".plate[data-fgp='13']");
  }

  private static String boxes(Page page) {
    return page.locator(".heldimage:has(.plate[data-fgp='13']) input[type=text]").inputValue();
  }

  private static void picture(Page page, String name) throws Exception {
    Path shots = Path.of("target", "screenshots");
    Files.createDirectories(shots);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(shots.resolve("quality-" + name + ".png")));
  }

  @ParameterizedTest
  @CsvSource({"1440, false", "390, true"})
  void aHeldCardIsReadOnEveryScreen(int width, boolean isDark) throws Exception {
    Page page = opened(width, isDark);
    assertThat(page.locator(".heldimage")).hasCount(14);
    for (Locator image : page.locator(".heldimage img").all()) {
      image.evaluate("async i => { await i.decode(); }");
    }
    assertThat(page.locator(".tenprint.rolled-right > li")).hasCount(5);
    picture(page, width + (isDark ? "-dark" : ""));
    assertThat(Axe.violations(page)).isEmpty();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
    assertThat(world.complaints).isEmpty();
    page.context().close();
  }

  @Test
  void labelsMoveAtOnceAndAPreviewSaysWhatTheyGive() throws Exception {
    Page page = opened(WIDE, false);
    page.locator("#reason").fill("middle finger is the index once more");
    // The card's third image in order is the rolled middle finger.
    page.locator(".tenprint.rolled-right > li").nth(2).getByLabel("Leave it out").check();
    button(page, "Try these labels").click();
    assertThat(page.locator("[role=status]")).containsText("10 usable fingers");
    assertThat(page.locator("[role=status]")).containsText("No print was found out of its place");
    assertThat(page.locator("#reason")).hasValue("middle finger is the index once more");
    picture(page, "tried");
    button(page, "Exchange hands, rolled").click();
    assertThat(page.locator(".heldimage.moved")).hasCount(10);
    assertThat(page.locator("#reason")).hasValue("middle finger is the index once more");
    assertThat(world.complaints).isEmpty();
    page.context().close();
  }

  @Test
  void boxesAreDrawnMovedAndResizedByMouseAndKeyboard() throws Exception {
    Page page = opened(WIDE, false);
    slap(page).scrollIntoViewIfNeeded();
    Locator index = slap(page).locator("g[data-finger='2']");
    assertThat(slap(page).locator("g")).hasCount(4);
    assertThat(boxes(page)).isEmpty();
    index.focus();
    String before = index.getAttribute("aria-label");
    page.keyboard().press("ArrowRight");
    assertThat(index).not().hasAttribute("aria-label", before);
    assertThat(boxes(page)).contains("2:").contains("5:");
    page.keyboard().press("Shift+ArrowDown");
    page.keyboard().press("Delete");
    assertThat(slap(page).locator("g")).hasCount(3);
    assertThat(boxes(page)).doesNotContain("2:");
    BoundingBox plate = slap(page).boundingBox();
    page.mouse().move(plate.x + 4, plate.y + plate.height - 60);
    page.mouse().down();
    page.mouse().move(plate.x + 44, plate.y + plate.height - 4);
    page.mouse().up();
    assertThat(slap(page).locator("g")).hasCount(4);
    assertThat(boxes(page)).contains("2:");
    String drawn = boxes(page);
    // Moved by dragging it.
    page.mouse().move(plate.x + 20, plate.y + plate.height - 30);
    page.mouse().down();
    page.mouse().move(plate.x + 30, plate.y + plate.height - 40);
    page.mouse().up();
    assertThat(boxes(page)).isNotEqualTo(drawn);
    picture(page, "boxes");
    button(page, "Try these labels").click();
    assertThat(page.locator("#outcome")).isVisible();
    assertThat(boxes(page)).contains("2:");
    assertThat(world.complaints).isEmpty();
    page.context().close();
  }
}
