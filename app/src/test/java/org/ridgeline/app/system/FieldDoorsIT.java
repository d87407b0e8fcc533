package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import tools.jackson.databind.JsonNode;

/// One finger of a card is as real senders are known to send it, the others are good: every door
/// says what is wrong with it, and nobody is enrolled by it.
class FieldDoorsIT {
  @TempDir private static Path temp;
  private static RunningServer running;
  private static String token = "";
  private static Rooms rooms;

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
    token = running.activeAgency(TestCards.ORI);
    rooms = Rooms.of(running.server);
  }

  @AfterAll
  static void stop() throws IOException {
    running.close();
  }

  /// What one record is, and what each door says of it.
  private record Odd(
      String name, Picture picture, Map<Integer, String> more, FindingCode sent, FindingCode kept) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Odd odd(String name, Cga cga, byte[] data, FindingCode sent, FindingCode kept) {
    return new Odd(name, picture(cga, data), Map.of(), sent, kept);
  }

  private static Picture picture(Cga cga, byte[] data) {
    GrayImage print = print();
    return Picture.of(cga, print.widthPx(), print.heightPx(), data);
  }

  private static GrayImage print() {
    return TestCards.print(401, FingerPosition.RIGHT_RING, 1);
  }

  static Stream<Arguments> odd() {
    GrayImage print = print();
    byte[] fine = ImageEncoder.encode(ImageFormat.WSQ, print.withResolutionPpi(1000));
    byte[] jpeg = ImageEncoder.encode(ImageFormat.JPEG, print);
    byte[] png = ImageEncoder.encode(ImageFormat.PNG, print);
    byte[] raw = print.pixels();
    FindingCode scale = FindingCode.RESOLUTION_DISAGREES;
    FindingCode relation = FindingCode.FIELD_RELATION;
    FindingCode size = FindingCode.IMAGE_SIZE_MISMATCH;
    FindingCode broken = FindingCode.IMAGE_UNREADABLE;
    return Stream.of(
            odd("WSQ of 1000 ppi in a record of 500", Cga.WSQ20, fine, scale, scale),
            odd("half a JPEG", Cga.JPEGB, Arrays.copyOf(jpeg, jpeg.length / 2), broken, broken),
            odd("a cut PNG", Cga.PNG, Arrays.copyOf(png, png.length / 2), broken, broken),
            odd("raw, five bytes short", Cga.NONE, Arrays.copyOf(raw, raw.length - 5), size, size),
            odd("zeros for WSQ", Cga.WSQ20, new byte[5000], relation, broken),
            odd("a PNG called raw", Cga.NONE, png, relation, size),
            new Odd(
                "no scale",
                picture(Cga.PNG, png),
                Map.of(8, "0"),
                FindingCode.FIELD_INVALID,
                FindingCode.FIELD_RANGE))
        .map(Arguments::of);
  }

  private static byte[] card(String tcn, Odd odd) {
    TransactionBuilder card =
        TestCards.prints(TestCards.booking(TestCards.ORI, tcn, "FIELD,FAY"), 401, 1);
    card.type14(FingerPosition.RIGHT_RING.fgp(), 1, odd.picture(), odd.more());
    return ItlWriter.write(card.build());
  }

  @ParameterizedTest
  @MethodSource("odd")
  void aSubmissionSaysWhatIsWrong(Odd odd) throws Exception {
    byte[] card = card("T-ODD-" + Math.abs(odd.name().hashCode() % 100_000), odd);

    Api.Reply reply = running.api.post("/api/v1/submissions", token, card);

    JsonNode body =
        reply.status() == 202
            ? running.api.closed(reply.json().path("control").asString(), token)
            : reply.json();
    assertThat(codes(body)).contains(odd.sent().name());
    assertThat(body.path("fingers").valueStream())
        .noneMatch(finger -> finger.path("finger").asString().equals("right ring"));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void anImportSaysWhatIsWrong(Odd odd) throws Exception {
    byte[] card = card("T-OLD-" + Math.abs(odd.name().hashCode() % 100_000), odd);

    Imported imported = rooms.importer(RepositoryName.CRIMINAL).take(card);

    assertThat(imported)
        .isInstanceOfSatisfying(
            Imported.Done.class,
            done ->
                assertThat(done.findings()).extracting(Finding::code).containsExactly(odd.kept()));
  }

  @Test
  void aNameInAnotherAlphabetIsKeptWithAWarningAtBothDoors() throws Exception {
    byte[] card = TestCards.card(402, 1, "T-ALPHABET-1", "NAMEX,AB");
    byte[] name = "כהןלר,אב".getBytes(java.nio.charset.Charset.forName("windows-1255"));
    int at = new String(card, StandardCharsets.ISO_8859_1).indexOf("NAMEX,AB");
    System.arraycopy(name, 0, card, at, name.length);

    Api.Reply reply = running.api.post("/api/v1/submissions", token, card);
    Imported imported = rooms.importer(RepositoryName.IMMIGRATION).take(card);

    assertThat(reply.status()).isEqualTo(202);
    JsonNode closed = running.api.closed(reply.json().path("control").asString(), token);
    assertThat(codes(closed)).contains("TEXT_ENCODING");
    assertThat(((Imported.Done) imported).findings())
        .extracting(Finding::field)
        .containsExactly("2.018");
  }

  private static List<String> codes(JsonNode body) {
    return body.path("findings").valueStream().map(f -> f.path("code").asString()).toList();
  }
}
