package org.ridgeline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
import org.ridgeline.app.browser.World;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.fixture.Axe;
import org.ridgeline.fixture.Chromium;

/// WCAG 2.2 A and AA on the pages that only a demo has.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoAccessibilityIT {
  private static final int PHONE = 360;

  private World world;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Optional<Path> chromium = Chromium.find();
    Assumptions.assumeTrue(chromium.isPresent(), "no chromium found: demo's pages not tested");
    world = new World(folder.resolve("data"), chromium.get(), DemoDoors.class);
  }

  @AfterAll
  void stop() throws Exception {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void theDemosPagesKeepToWcag() throws Exception {
    List<String> broken = new ArrayList<>();
    world
        .server()
        .get(DemoDoor.class)
        .open(
            List.of(
                new DemoDoor.Person(
                    "demo.officer", Duty.of(Role.OFFICER), "0123456789abcdef", "Determines")));
    Page page = world.page(PHONE, false);
    for (String path : List.of("/demo", "/tour")) {
      page.navigate(world.url() + path);
      assertThat(page.locator("h1").count()).as(path).isOne();
      Axe.violations(page).forEach(line -> broken.add(path + ": " + line));
    }
    assertThat(broken).isEmpty();
  }
}
