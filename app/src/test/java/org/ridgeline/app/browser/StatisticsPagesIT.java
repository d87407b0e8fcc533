package org.ridgeline.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.FactFollowers;
import org.ridgeline.fixture.Axe;
import org.ridgeline.fixture.Chromium;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.oversight.report.ReportDesk;
import org.ridgeline.oversight.report.ReportStore;
import org.ridgeline.vocabulary.event.Event;

/// The public statistics as anybody sees them: facts told, a month published, pages looked at.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsPagesIT {
  private static final YearMonth MARCH = YearMonth.of(2011, 3);
  private static final String[][] PLACES = {
    {"06067", "CA"}, {"06025", "CA"}, {"48001", "TX"}, {"48003", "TX"}, {"29067", "MO"}
  };

  private World world;
  private final List<String> broken = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Optional<Path> chromium = Chromium.find();
    Assumptions.assumeTrue(chromium.isPresent(), "no chromium found: console not tested");
    world = new World(folder.resolve("data"), chromium.get());
    tell(new Outbox(world.exchange()));
    world.server().get(FactFollowers.class).follow();
    ReportDesk desk = world.server().get(ReportDesk.class);
    desk.publish(MARCH, "test");
    desk.publish(MARCH.plusMonths(1), "test");
  }

  @AfterAll
  void stop() throws Exception {
    if (world != null) {
      world.close();
    }
  }

  /// Two months of bookings in five counties of three states.
  private static void tell(Outbox outbox) {
    for (String[] place : PLACES) {
      outbox.append(
          new Event.JurisdictionListed(place[0], "County " + place[0], place[1]), at(0, 0));
      outbox.append(
          new Event.JurisdictionActivated(
              place[0], place[1], LocalDate.of(2011, 3, 1), Optional.empty(), Optional.empty()),
          at(0, 0));
    }
    for (int month = 0; month < 2; month++) {
      for (int i = 0; i < 300; i++) {
        String[] place = PLACES[i % PLACES.length];
        String control = "S" + month + "-" + i;
        outbox.append(
            new Event.SubmissionReceived(
                control, place[1] + place[0] + "00", place[0], place[1], Optional.of("CAR")),
            at(month, i));
        boolean match = i % 4 == 0;
        outbox.append(
            new Event.Searched(control, "immigration", match ? "HIT" : "NO_HIT"), at(month, i));
        if (match) {
          outbox.append(
              new Event.LeadMade(new UUID(month, i), control, place[0], place[1], "HIT"),
              at(month, i));
        }
      }
    }
  }

  private static Instant at(int month, int minute) {
    return MARCH
        .plusMonths(month)
        .atDay(2)
        .atStartOfDay(ZoneOffset.UTC)
        .plusMinutes(minute)
        .toInstant();
  }

  private void look(Page page, String path, String name) throws Exception {
    page.navigate(world.url() + path);
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
            .setPath(shots.resolve("statistics-" + name + ".png")));
  }

  @Test
  void aPublishedMonthIsThereForAnybody() throws Exception {
    Page wide = world.page(1440, false);
    look(wide, "/public/statistics", "list");
    assertThat(wide.locator("tbody tr").count()).isEqualTo(2);
    look(wide, "/public/statistics/2011-04/1/", "wide");
    assertThat(wide.locator("main").textContent())
        .contains("April 2011")
        .contains("6 jurisdictions in 3 states take part")
        .contains("Bookings received")
        .contains("600");
    look(world.page(1440, true), "/public/statistics/2011-04/1/", "wide-dark");
    look(world.page(390, false), "/public/statistics/2011-04/1/", "phone");
    look(world.page(390, true), "/public/statistics", "list-phone-dark");
    assertThat(broken).isEmpty();
    assertThat(world.complaints).isEmpty();
  }

  @Test
  void everyFileIsAsItWasPublishedAndNothingElseIsThere() throws Exception {
    ReportStore reports = world.server().get(ReportStore.class);
    ReportStore.Issue issue = reports.newest(MARCH).orElseThrow();
    reports
        .files(issue)
        .forEach((name, bytes) -> {
          HttpResponse<byte[]> answer = get("/public/statistics/2011-03/1/" + name);
          assertThat(answer.statusCode()).as(name).isEqualTo(200);
          assertThat(answer.body()).as(name).isEqualTo(bytes);
          assertThat(answer.headers().map().toString()).contains("default-src");
          assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
              .contains("default-src 'none'")
              .doesNotContain("script-src");
        });
    for (String wrong :
        List.of(
            "2011-03/2/index.html",
            "2011-13/1/index.html",
            "x/1/",
            "2011-03/1/x.csv",
            "2011-03/1/..%2f..%2fsecrets.properties",
            "2011-03/9999999999/")) {
      assertThat(get("/public/statistics/" + wrong).statusCode()).as(wrong).isBetween(400, 404);
    }
  }

  private HttpResponse<byte[]> get(String path) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(world.url() + path)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (Exception e) {
      throw new IllegalStateException(path, e);
    }
  }
}
