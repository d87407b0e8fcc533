package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.purge.PurgeStore;
import org.ridgeline.exchange.purge.SubmissionPurge;
import org.ridgeline.node.DataFolder;
import org.ridgeline.oversight.sealed.AgeBand;
import org.ridgeline.oversight.sealed.BookedCounts;
import org.ridgeline.oversight.sealed.DemographicStore;
import org.ridgeline.oversight.sealed.Demographics;
import org.ridgeline.oversight.sealed.KeyFolder;
import org.ridgeline.oversight.sealed.OpeningKey;
import org.ridgeline.oversight.sealed.Sex;

/// Who was booked is sealed when the booking comes, by a server that has not the key that opens.
class SealedIT {
  @TempDir private static Path temp;
  private static RunningServer running;
  private static OpeningKey key;
  private static String token = "";

  @BeforeAll
  static void start() throws Exception {
    Path data = temp.resolve("data");
    running = new RunningServer(data);
    // The analysts take their half away; the server goes on.
    Path away = temp.resolve("analysts.key");
    Files.move(data.resolve("sealed").resolve(KeyFolder.OPENS), away);
    running.close();
    running = new RunningServer(data);
    assertThat(data.resolve("sealed").resolve(KeyFolder.OPENS)).doesNotExist();
    key = OpeningKey.of(away);
    token = running.activeAgency(TestCards.ORI);
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static BookedCounts counts() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return new DemographicStore(running.server.get(DataFolder.class).databases().sealed())
        .read(key, DemographicStore.By.FIPS, new DemographicStore.Days(today.minusDays(1), today));
  }

  @Test
  void aBookingIsCountedByItsDemographicsAndItsPurgeTakesThemOut() throws Exception {
    byte[] card = TestCards.card(71, 1, "S-71", "DOE,SAM");
    String control = running.booked(token, card).path("control").asString();
    running.booked(token, card);
    var one = new Demographics(Sex.MALE, AgeBand.TO_54, Optional.of("U"));
    assertThat(counts().units()).isEqualTo(Map.of("06067", Map.of(one, 1L)));
    byte[] broken = "no card".getBytes(StandardCharsets.UTF_8);
    assertThat(running.api.post("/api/v1/submissions", token, broken).status())
        .isGreaterThanOrEqualTo(400);
    assertThat(counts().units()).isEqualTo(Map.of("06067", Map.of(one, 1L)));
    SubmissionPurge purge = running.server.get(SubmissionPurge.class);
    purge.order(control, "test");
    purge.purgeDue();
    assertThat(counts().units()).isEmpty();
    assertThat(counts().forgotten()).isEqualTo(Map.of("06067", 1L));
    assertThat(
            running
                .server
                .get(PurgeStore.class)
                .receipts(Trail.submission(control))
                .getFirst()
                .statement()
                .says())
        .containsEntry("demographics", "1");
  }
}
