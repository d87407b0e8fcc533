package org.ridgeline.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.fixture.Axe;
import org.ridgeline.fixture.Chromium;

/// Redress as people see it: a stranger on a telephone, an officer at a desk.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedressPagesIT {
  private static final int WIDE = 1280;
  private static final int PHONE = 360;

  private World world;
  private Staff staff;
  private final List<String> broken = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Optional<Path> chromium = Chromium.find();
    Assumptions.assumeTrue(chromium.isPresent(), "no chromium found: console not tested");
    world = new World(folder.resolve("data"), chromium.get());
    staff = new Staff(world, new OperatorStore(world.exchange()));
  }

  @AfterAll
  void stop() throws Exception {
    if (world != null) {
      world.close();
    }
  }

  private void look(Page page, String name) throws Exception {
    for (String line : Axe.violations(page)) {
      broken.add(name + ": " + line);
    }
    if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")) {
      broken.add(name + " needs sideways scrolling");
    }
    Path shots = Path.of("target", "screenshots");
    Files.createDirectories(shots);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(shots.resolve("redress-" + name + ".png")));
  }

  @Test
  void aStrangersWayAndTheOfficersAnswer() throws Exception {
    Page phone = world.page(PHONE, false);
    String receipt = open(phone, "es", "phone");
    look(world(phone, "/public/redress?lang=ht"), "start-ht-phone");
    Page desk = world.page(WIDE, true);
    open(desk, "zh", "wide-dark");
    phone.navigate(world.url() + "/public/redress/status?lang=fr");
    phone.locator("#number").fill(receipt.toLowerCase(java.util.Locale.ROOT));
    phone.locator("main button").click();
    look(phone, "status-fr-phone");
    assertThat(phone.locator("#stands").count()).isEqualTo(1);

    Page officer = staff.page(Role.REDRESS_OFFICER, WIDE, false);
    officer.navigate(world.url() + "/redress");
    look(officer, "queue");
    officer.locator("#find").fill(receipt);
    officer.locator("#find").press("Enter");
    look(officer, "item");
    officer.locator("#decision").selectOption("NOT_UPHELD");
    officer.locator("#reasons").fill("The jail's copy names another date of birth.");
    officer.locator("input[name=confirmed]").check();
    officer.locator("text=Decide, and notify all recipients").click();
    look(officer, "item-decided");
    assertThat(officer.locator("main").textContent()).contains("Correction notices sent: 0");
    Page small = staff.page(Role.REDRESS_OFFICER, PHONE, true);
    small.navigate(world.url() + "/redress");
    look(small, "queue-phone-dark");
    assertThat(broken).isEmpty();
    assertThat(world.complaints).isEmpty();
  }

  private Page world(Page page, String path) {
    page.navigate(world.url() + path);
    return page;
  }

  /// Opens an item by mouse and keys; gives the receipt.
  private String open(Page page, String language, String name) throws Exception {
    look(world(page, "/public/redress?lang=" + language), "start-" + name);
    page.locator("a.button").first().click();
    page.locator("input[name=custody]").check();
    page.locator("input[value=IDENTITY]").check();
    page.locator("#account").fill("My brother has the same name. <b>These are not my prints.</b>");
    look(page, "form-" + name);
    page.locator("form button").click();
    look(page, "receipt-" + name);
    return page.locator("#receipt").textContent();
  }
}
