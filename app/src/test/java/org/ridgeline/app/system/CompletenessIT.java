package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.casework.custody.BurdenMeter;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.completeness.BookingFields;
import org.ridgeline.exchange.completeness.BookingWeek;
import org.ridgeline.exchange.completeness.FieldCheck;
import org.ridgeline.exchange.completeness.WatchedField;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.vocabulary.Ori;
import tools.jackson.databind.JsonNode;

/// An agency's own count against what came, at its doors and before oversight.
class CompletenessIT {
  private static final String API = "/api/v1/booking-counts";
  private static final String OTHER = "CA0340071";

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static String token = "";
  private static BookingWeek last;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    token = world.running.activeAgency(TestCards.ORI);
    world.running.agency(OTHER, false, Channel.FETCH, Optional.empty());
    last = BookingWeek.of(Instant.now()).plus(-1);
    BookingFields fields = Rooms.of(world.running.server).get(BookingFields.class);
    var lacking = new FieldCheck(Set.of(WatchedField.CHARGES), Set.of(), Optional.of(true));
    for (int i = 0; i < 20; i++) {
      fields.put(new Ori(TestCards.ORI), last.monday(), false, lacking);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static Visitor as(Role role) throws Exception {
    return Visitor.of(world.running.server.url(), CaseWorld.name(role, "one"), CaseWorld.PASSWORD);
  }

  @Test
  void whatASystemTellsIsHeldAgainstWhatCameAndBothPagesSayWhatIsMissing() throws Exception {
    Api.Reply told = world.running.api.postJson(API + "/" + last, token, "{\"bookings\":50}");
    assertThat(told.status()).isEqualTo(200);
    JsonNode week = told.json().get(1);
    assertThat(week.path("week").asString()).isEqualTo(last.toString());
    assertThat(week.path("booked").asInt()).isEqualTo(50);
    assertThat(week.path("taken").asInt()).isEqualTo(20);
    assertThat(week.path("standing").asString()).isEqualTo("GAP");
    assertThat(world.running.api.get(API, token).json()).isEqualTo(told.json());

    assertThat(bare(as(Role.BOOKING_AGENCY).get("/agency/counts").body()))
        .contains("bookings are missing", "<td>50</td>");
    assertThat(as(Role.OVERSIGHT).get("/oversight/agencies").body())
        .contains("60.0 %", "bookings are missing", "no count told", OTHER, "100.0 %")
        .contains("83.2–100", "20 of 20");
  }

  @Test
  void aBookingThatComesIsCountedInItsWeekAndOneThatIsRefusedIsNot() throws Exception {
    int before = running();
    byte[] refused =
        org.ridgeline.codec.itl.ItlWriter.write(
            TestCards.booking(TestCards.ORI, "COUNT-2", "DOE,SAM").build());
    assertThat(world.running.api.post("/api/v1/submissions", token, refused).status())
        .isEqualTo(422);
    assertThat(running()).isEqualTo(before);
    world.running.booked(token, TestCards.card(TestCards.ORI, 7301, "COUNT-1", "DOE,SAM"));
    assertThat(running()).isEqualTo(before + 1);
  }

  private static int running() throws Exception {
    return world.running.api.get(API, token).json().get(0).path("taken").asInt();
  }

  @Test
  void aPersonOfTheAgencyTellsByTheFormAndNobodyTellsForAnother() throws Exception {
    Visitor clerk = as(Role.BOOKING_AGENCY);
    String week = last.plus(-3).toString();
    var form = Map.of("week", week, "bookings", "0");
    assertThat(clerk.post("/agency/counts", form).statusCode()).isEqualTo(302);
    assertThat(clerk.get("/agency/counts").body()).contains("agrees");
    for (Map<String, String> wrong :
        List.of(
            Map.of("week", week, "bookings", "-1"),
            Map.of("week", week, "bookings", "100001"),
            Map.of("week", week),
            Map.of("bookings", "3"),
            Map.of("week", last.monday().plusDays(1).toString(), "bookings", "3"),
            Map.of("week", last.plus(1).toString(), "bookings", "3"))) {
      assertThat(clerk.post("/agency/counts", wrong).statusCode())
          .as(wrong.toString())
          .isIn(409, 422);
    }
    for (Role role : EnumSet.complementOf(EnumSet.of(Role.BOOKING_AGENCY))) {
      assertThat(as(role).post("/agency/counts", form).statusCode()).as(role.name()).isEqualTo(403);
    }
    for (Role role : EnumSet.complementOf(EnumSet.of(Role.OVERSIGHT))) {
      assertThat(as(role).get("/oversight/agencies").statusCode()).as(role.name()).isEqualTo(403);
    }
  }

  @Test
  void whatAllOfItCostsAnAgencyStandsBeforeOversight() throws Exception {
    Rooms.of(world.running.server)
        .get(BurdenMeter.class)
        .add(OTHER, "custody", Duration.ofSeconds(90), 2, Instant.now());
    assertThat(bare(as(Role.OVERSIGHT).get("/oversight/agencies").body()))
        .containsPattern(
            OTHER + "</span> <span>[^<]+</span></th>" + "<td>0</td><td>1</td><td>–</td><td>2</td>");
  }

  /// A page whose cells say nothing of how they look.
  private static String bare(String page) {
    return page.replaceAll("<(t[dhr])\\b[^>]*>", "<$1>");
  }

  @ParameterizedTest
  @CsvSource({"2026-W44,422,its Monday", "2199-12-30,409,is not over"})
  void aWeekThatIsNoneOrNotOverIsRefusedInWords(String week, int status, String words)
      throws Exception {
    Api.Reply reply = world.running.api.postJson(API + "/" + week, token, "{\"bookings\":5}");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("detail").asString()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({"{}", "{\"bookings\":-1}", "{\"bookings\":100001}", "{\"bookings\":null}"})
  void aCountThatIsNoneIsRefusedInWords(String body) throws Exception {
    Api.Reply reply = world.running.api.postJson(API + "/" + last.plus(-2), token, body);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("detail").asString()).contains("a number of 0 to 100000");
  }

  @Test
  void anOfficesTokenTellsNothing() throws Exception {
    String office = world.running.officeToken;
    assertThat(world.running.api.postJson(API + "/" + last, office, "{\"bookings\":5}").status())
        .isEqualTo(403);
    assertThat(world.running.api.get(API, "none").status()).isEqualTo(401);
  }
}
