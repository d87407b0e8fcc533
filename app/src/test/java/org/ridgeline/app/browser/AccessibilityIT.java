package org.ridgeline.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
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
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.fixture.Axe;
import org.ridgeline.fixture.Chromium;

/// WCAG 2.2 A and AA on every page of every role, light and dark, wide and on a phone, checked by
/// axe-core. Pages are found as people find them: from the navigation on, by links.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {
  private static final int WIDE = 1440;
  private static final int PHONE = 360;

  /// Pages looked at for one role: more of the same kind show nothing new.
  private static final int PAGES_A_ROLE_MAX = 40;

  private World world;
  private Staff staff;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Optional<Path> chromium = Chromium.find();
    Assumptions.assumeTrue(chromium.isPresent(), "no chromium found: console not tested");
    world = new World(folder.resolve("data"), chromium.get());
    staff = new Staff(world, new OperatorStore(world.exchange()));
    Scene.fill(world);
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
        dark.navigate(world.url() + path);
        statePurpose(dark, path);
        for (String line : Axe.violations(dark)) {
          broken.add(role + " " + path + " on a dark phone: " + line);
        }
        if (!(Boolean) dark.evaluate("document.documentElement.scrollWidth <= window.innerWidth")) {
          broken.add(role + " " + path + " needs sideways scrolling on a phone: " + wide(dark));
        }
      }
      page.context().close();
      dark.context().close();
    }
    assertThat(broken).isEmpty();
    assertThat(looked.get(Role.BOOKING_AGENCY)).hasSizeGreaterThan(3);
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

  /// What sticks out of the window.
  private static Object wide(Page page) {
    return page.evaluate(
        """
        () => [...document.querySelectorAll('main *')]
          .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll'))
          .map(e => e.outerHTML.slice(0, 90)).slice(0, 6)
        """);
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
