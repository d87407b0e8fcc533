package org.ridgeline.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.console.workbench.PaperMeasure;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.fixture.Axe;
import org.ridgeline.fixture.Chromium;

/// WCAG 2.2 A and AA on every page of every role, light and dark, wide and on a phone, checked by
/// axe-core; and every page keeps to its window ([Layout]) with long names in it. Pages are found
/// as people find them: from the navigation on, by links.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {
  private static final int WIDE = 1440;
  private static final int PHONE = 360;

  /// Pages looked at for one role: more of the same kind show nothing new.
  private static final int PAGES_A_ROLE_MAX = 40;

  private World world;
  private Staff staff;
  private String control;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Optional<Path> chromium = Chromium.find();
    Assumptions.assumeTrue(chromium.isPresent(), "no chromium found: console not tested");
    world = new World(folder.resolve("data"), chromium.get());
    staff = new Staff(world, new OperatorStore(world.exchange()));
    control = Scene.fill(world);
    Scene.longNames(world);
  }

  @AfterAll
  void stop() throws Exception {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void everyPageOfEveryRoleKeepsToWcag() throws Exception {
    Map<Role, Set<String>> looked = new EnumMap<>(Role.class);
    List<String> broken = new ArrayList<>();
    for (Role role : Role.values()) {
      Page page = staff.page(role, WIDE, false);
      Set<String> paths = paths(page);
      looked.put(role, paths);
      Page dark = staff.page(role, PHONE, true);
      for (String path : paths) {
        look(page, role + " " + path, broken);
        Layout.faults(page).forEach(fault -> broken.add(role + " " + path + " " + fault));
        dark.navigate(world.url() + path);
        statePurpose(dark, path);
        for (String line : Axe.violations(dark)) {
          broken.add(role + " " + path + " on a dark phone: " + line);
        }
      }
      page.context().close();
      dark.context().close();
    }
    assertThat(broken).isEmpty();
    assertThat(looked.get(Role.BOOKING_AGENCY)).hasSizeGreaterThan(3);
  }

  @Test
  void theLayoutsFaultsAreFound() {
    Page page = world.page(WIDE, false);
    page.navigate(world.url() + "/login");
    assertThat(Layout.faults(page)).isEmpty();
    page.evaluate(
        """
        () => {
          const main = document.querySelector('main');
          main.insertAdjacentHTML('beforeend', '<p id="wide">w</p><p id="cut">some words</p>'
            + '<p id="broken">R2026335000000000061</p>');
          document.getElementById('wide').style.width = '2000px';
          Object.assign(document.getElementById('cut').style,
            { width: '20px', overflow: 'hidden', whiteSpace: 'nowrap' });
          Object.assign(document.getElementById('broken').style,
            { width: '60px', overflowWrap: 'anywhere' });
        }
        """);
    assertThat(Layout.faults(page))
        .anyMatch(fault -> fault.startsWith("at 1440 px scrolls sideways"))
        .anyMatch(fault -> fault.startsWith("at 390 px cut"))
        .anyMatch(fault -> fault.startsWith("at 1024 px breaks R2026335000000000061"));
  }

  @Test
  void printsOfACardAreLifeSizeOnPaper() throws Exception {
    Page page = staff.page(Role.OPERATOR, WIDE, false);
    String address = "/submissions/" + control;
    page.navigate(world.url() + address);
    statePurpose(page, address);
    for (String path : List.of(address, address + "/prints/2")) {
      page.navigate(world.url() + path);
      Locator prints = page.locator(".plate img");
      List<Double> widths = new ArrayList<>();
      for (int i = 0; i < prints.count(); i++) {
        prints.nth(i).scrollIntoViewIfNeeded();
        widths.add(Integer.parseInt(prints.nth(i).getAttribute("width")) / 500.0 * 25.4);
      }
      page.waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(widths).isNotEmpty();
      for (boolean isLandscape : new boolean[] {false, true}) {
        PaperMeasure paper = PaperMeasure.of(page, isLandscape);
        assertThat(paper.pictures()).as(path).hasSameSizeAs(widths);
        for (int i = 0; i < widths.size(); i++) {
          assertThat(paper.pictures().get(i).width())
              .as(path)
              .isCloseTo(widths.get(i), within(0.2));
        }
        assertThat(paper.shapes())
            .anySatisfy(bar -> assertThat(bar.width()).isCloseTo(10, within(0.2)));
      }
    }
    assertThat(page.locator("main").textContent()).doesNotContain("unknown");
    page.context().close();
  }

  @Test
  void thePagesBeforeLogInKeepToWcag() throws Exception {
    List<String> broken = new ArrayList<>();
    Page page = world.page(WIDE, false);
    for (String path : new String[] {"/login", "/login?failed", "/setup/none", "/public"}) {
      look(page, "stranger " + path, broken);
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void theEngineFindsWhatIsWrong() {
    Page page = world.page(WIDE, false);
    page.navigate(world.url() + "/login");
    page.evaluate(
        """
        () => {
          document.querySelector('main').append(document.createElement('button'));
          document.querySelector('label').style.color = '#ddd';
        }
        """);
    assertThat(Axe.violations(page))
        .anyMatch(line -> line.startsWith("button-name"))
        .anyMatch(line -> line.startsWith("color-contrast"));
  }

  private void look(Page page, String what, List<String> broken) throws Exception {
    String path = what.substring(what.indexOf(' ') + 1);
    page.navigate(world.url() + path);
    for (String line : Axe.violations(page)) {
      broken.add(what + ": " + line);
    }
    if ((Integer) page.evaluate("document.querySelectorAll('h1').length") != 1) {
      broken.add(what + " has not one h1");
    }
    Path shots = Path.of("target", "screenshots");
    Files.createDirectories(shots);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(shots.resolve(what.replaceAll("[^A-Za-z0-9]+", "-") + ".png")));
  }

  /// The pages a person reaches by links, those of the navigation first.
  private Set<String> paths(Page page) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> todo = new ArrayList<>(links(page));
    Set<String> shapes = new LinkedHashSet<>();
    while (!todo.isEmpty() && seen.size() < PAGES_A_ROLE_MAX) {
      String path = todo.removeFirst();
      // Of pages that differ in their number only, the first two are enough.
      String shape =
          path.replaceAll("\\?.*", "").replaceAll("[0-9A-Za-z-]*[0-9][0-9A-Za-z-]*", "#");
      if (seen.contains(path) || !(shapes.add(shape) || shapes.add(shape + " again"))) {
        continue;
      }
      Response response = page.navigate(world.url() + path);
      statePurpose(page, path);
      String type = response.headers().getOrDefault("content-type", "");
      if (response.status() == 200 && type.startsWith("text/html")) {
        seen.add(path);
        todo.addAll(links(page));
      } else if (response.status() >= 500) {
        throw new AssertionError("link to " + path + " answers " + response.status());
      }
    }
    return seen;
  }

  /// A case asks why it is opened; then it shows what it has.
  private void statePurpose(Page page, String path) {
    if (page.locator("#usual").count() > 0) {
      page.locator("#usual").selectOption(new SelectOption().setIndex(1));
      page.locator("main form button[type=submit]").first().click();
      page.navigate(world.url() + path);
    }
  }

  @SuppressWarnings("unchecked")
  private List<String> links(Page page) {
    List<String> hrefs =
        (List<String>)
            page.evaluate(
                """
                () => [...document.querySelectorAll('a[href]')]
                  .filter(a => a.origin === location.origin && !a.hasAttribute('download'))
                  .map(a => a.pathname + a.search)
                """);
    return hrefs.stream()
        .filter(href -> !href.equals("/") && !href.endsWith(".png") && !href.endsWith(".pdf"))
        .toList();
  }
}
