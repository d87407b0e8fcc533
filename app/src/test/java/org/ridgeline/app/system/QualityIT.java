package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import tools.jackson.databind.JsonNode;

/// Held cards through the doors: how an agency asks for it, what its sender is told, what the
/// people of quality control see and do, and what everybody else sees afterwards.
class QualityIT {
  private static final FingerPosition INDEX = FingerPosition.RIGHT_INDEX;
  private static final FingerPosition MIDDLE = FingerPosition.RIGHT_MIDDLE;
  private static final String NAME = "QUORUM,QUENTIN";

  @TempDir private static Path temp;
  private static CaseWorld world;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    token = world.running.activeAgency(TestCards.ORI);
    Browserless admin = as(Role.ADMINISTRATOR, "one");
    String agency = "/agencies/" + TestCards.ORI;
    assertThat(admin.get(agency).body()).contains("Quality control: off");
    assertThat(admin.post(agency + "/quality", Map.of("asked", "true")).statusCode())
        .isEqualTo(302);
    assertThat(admin.get(agency).body())
        .contains("Quality control: on", "quality-hold", "false &gt; true");
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  private static Browserless as(Role role, String number) throws Exception {
    return Browserless.loggedIn(
        world.running.server.url(), CaseWorld.name(role, number), CaseWorld.PASSWORD);
  }

  private static Picture picture(GrayImage image) {
    byte[] png = ImageEncoder.encode(ImageFormat.PNG, image);
    return Picture.of(Cga.PNG, image.widthPx(), image.heightPx(), png);
  }

  /// Rolled index and middle under each other's label, the plain ones in order.
  private static byte[] swapped(int person, String tcn) {
    TransactionBuilder card = TestCards.booking(TestCards.ORI, tcn, NAME);
    card.type4(INDEX.fgp(), 1, picture(TestCards.print(person, MIDDLE, 1)));
    card.type4(MIDDLE.fgp(), 1, picture(TestCards.print(person, INDEX, 1)));
    card.type4(INDEX.fgp(), 0, picture(TestCards.print(person, INDEX, 2)));
    card.type4(MIDDLE.fgp(), 0, picture(TestCards.print(person, MIDDLE, 2)));
    return ItlWriter.write(card.build());
  }

  /// Two fingers whose images show nothing.
  private static byte[] blank(String tcn) {
    byte[] white = new byte[300 * 300];
    Arrays.fill(white, (byte) 250);
    Picture picture = picture(GrayImage.of(300, 300, 500, white));
    TransactionBuilder card = TestCards.booking(TestCards.ORI, tcn, NAME);
    return ItlWriter.write(card.type4(2, 1, picture).type4(3, 1, picture).build());
  }

  private static JsonNode submission(String control) throws Exception {
    return world.running.api.get("/api/v1/submissions/" + control, token).json();
  }

  private static String held(byte[] card) throws Exception {
    Api.Reply reply = world.running.api.post("/api/v1/submissions", token, card);
    assertThat(reply.status()).isEqualTo(202);
    String control = reply.json().path("control").asString();
    for (int i = 0; i < 400; i++) {
      if (!submission(control).path("state").asString().equals("ACCEPTED")) {
        break;
      }
      Thread.sleep(50);
    }
    assertThat(submission(control).path("state").asString()).isEqualTo("HELD");
    return control;
  }

  private static Map<String, String> form(String... pairs) {
    Map<String, String> form = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      form.put(pairs[i], pairs[i + 1]);
    }
    return form;
  }

  @Test
  void aPersonPutsLabelsRightAndTheSearchGoesOn() throws Exception {
    String control = held(swapped(901, "T-QUALITY-1"));
    JsonNode hold = submission(control).path("hold");
    assertThat(hold.path("reasons").get(0).asString()).isEqualTo("FINGER_SEQUENCE");
    assertThat(hold.path("until").asString()).isGreaterThan(hold.path("heldAt").asString());
    assertThat(submission(control).path("answers")).isEmpty();
    assertThat(as(Role.BOOKING_AGENCY, "one").get("/agency/bookings/" + control).body())
        .contains("Held for quality control", "no search has begun");

    Browserless one = as(Role.QUALITY, "one");
    Browserless two = as(Role.QUALITY, "two");
    String path = "/quality/" + control;
    assertThat(one.get("/quality").body()).contains(control, "rolled prints are not of");
    assertThat(one.get(path).body()).contains("take it first").doesNotContain("images/0.png");
    assertThat(one.bytes(path + "/images/0.png").statusCode()).isEqualTo(404);
    assertThat(one.post(path + "/take", Map.of()).statusCode()).isEqualTo(302);
    HttpResponse<String> page = one.get(path);
    assertThat(page.body())
        .contains("images/3.png", "FINGER_SEQUENCE")
        .doesNotContain(NAME, "QUENTIN", "OPEN CONTAINER", TestCards.ORI, "T-QUALITY-1");
    assertThat(one.bytes(path + "/images/0.png").body()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(one.bytes(path + "/images/9.png").statusCode()).isEqualTo(404);
    // Somebody else cannot take, see or decide it meanwhile.
    two.get("/quality");
    two.post(path + "/take", Map.of());
    assertThat(two.get("/quality").body()).contains("quality.one has this card");
    assertThat(two.bytes(path + "/images/0.png").statusCode()).isEqualTo(404);
    assertThat(two.post(path + "/decide", form("decision", "refuse", "reason", "no")).body())
        .contains("Nothing was done", "quality.one has this card");

    assertThat(one.post(path, form("act", "preview", "reason", "typed <early>")).body())
        .contains("still not of the fingers", "typed &lt;early&gt;");
    assertThat(one.post(path, form("act", "preview", "fgp.0", "3", "fgp.1", "3")).body())
        .contains("Nothing was done", "right middle already");
    Map<String, String> right = form("fgp.0", "3", "fgp.1", "2");
    right.put("act", "preview");
    assertThat(one.post(path, right).body()).contains("No print was found out");
    right.put("decision", "search");
    assertThat(one.post(path + "/decide", right).body()).contains("needs a reason");
    right.put("reason", "rolled index and middle exchanged");
    right.remove("decision");
    assertThat(one.post(path + "/decide", right).body())
        .contains("Nothing was decided", "rolled index and middle exchanged");
    right.put("decision", "search");
    assertThat(one.post(path + "/decide", right).statusCode()).isEqualTo(302);
    assertThat(world.running.api.closed(control, token).path("state").asString())
        .isEqualTo("ANSWERED");
    assertThat(submission(control).path("hold").isNull()).isTrue();
    assertThat(submission(control).path("findings").toString())
        .contains("PRINT_CORRECTED", "taken as 3")
        .doesNotContain("FINGER_SEQUENCE");

    Browserless operator = as(Role.OPERATOR, "one");
    operator.get("/purpose");
    operator.post("/purpose", Map.of("other", "test", "to", "/submissions/" + control));
    assertThat(operator.get("/submissions/" + control).body())
        .contains("Quality control corrected this card", "is taken as right middle");
    byte[] shown = operator.bytes("/submissions/" + control + "/prints/2.png").body();
    assertThat(shown)
        .isEqualTo(ImageEncoder.encode(ImageFormat.PNG, TestCards.print(901, INDEX, 1)));
    // A page left open decides nothing, and what was typed is still there.
    assertThat(one.post(path + "/decide", right).body())
        .contains("Nothing was done", "it is searched", "rolled index and middle exchanged");
  }

  @Test
  void whatIsEnrolledHasTheCorrectedLabels() throws Exception {
    String control = held(swapped(902, "T-QUALITY-2"));
    Browserless one = as(Role.QUALITY, "one");
    one.get("/quality");
    String path = "/quality/" + control;
    one.post(path + "/take", Map.of());
    assertThat(one.post(path, form("act", "pair-1")).statusCode()).isEqualTo(200);
    one.post(
        path + "/decide",
        form("fgp.0", "3", "fgp.1", "2", "decision", "search", "reason", "exchanged"));
    assertThat(world.running.api.closed(control, token).path("state").asString())
        .isEqualTo("ANSWERED");
    // The same person rightly labelled is found, and not as one whose fingers are out of order.
    TransactionBuilder again = TestCards.booking(TestCards.ORI, "T-QUALITY-3", NAME);
    again.type4(INDEX.fgp(), 1, picture(TestCards.print(902, INDEX, 3)));
    again.type4(MIDDLE.fgp(), 1, picture(TestCards.print(902, MIDDLE, 3)));
    JsonNode closed = world.running.booked(token, ItlWriter.write(again.build()));
    assertThat(closed.path("answers").toString()).contains("\"outcome\":\"hit\"");
  }

  @Test
  void aPersonRefusesACardAndTheSenderReadsWhy() throws Exception {
    String control = held(blank("T-QUALITY-4"));
    Browserless two = as(Role.QUALITY, "two");
    two.get("/quality");
    String path = "/quality/" + control;
    two.post(path + "/take", Map.of());
    assertThat(two.post(path, form("act", "preview")).body()).contains("too few");
    assertThat(two.post(path + "/release", Map.of()).statusCode()).isEqualTo(302);
    assertThat(two.post(path + "/decide", form("decision", "refuse", "reason", "white")).body())
        .contains("You do not have this card", "value=\"white\"", "Take it and go on");
    assertThat(two.post(path, form("reason", "white")).body()).contains(">white</textarea>");
    assertThat(
            two.post(path + "/decide", form("decision", "refuse", "reason", "images are white"))
                .statusCode())
        .isEqualTo(302);
    JsonNode closed = world.running.api.closed(control, token);
    assertThat(closed.path("state").asString()).isEqualTo("REFUSED");
    byte[] errt =
        Base64.getDecoder().decode(closed.path("answers").get(0).path("transaction").asString());
    assertThat(new String(errt, StandardCharsets.ISO_8859_1))
        .contains("L0008", "refused: images are white");
  }

  @Test
  void nobodyElseComesIn() throws Exception {
    for (Role role : Role.values()) {
      if (role != Role.QUALITY) {
        assertThat(as(role, "one").get("/quality").statusCode()).as(role.name()).isEqualTo(403);
      }
    }
    Browserless one = as(Role.QUALITY, "one");
    for (String url : List.of("/submissions", "/cases", "/leads", "/examine", "/agency")) {
      assertThat(one.get(url).statusCode()).as(url).isEqualTo(403);
    }
    assertThat(one.get("/quality/R20260000000000000000").statusCode()).isEqualTo(404);
  }
}
