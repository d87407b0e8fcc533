package org.ridgeline.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.bench.PeopleGallery;
import org.ridgeline.cli.Said;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.StoredGallery;
import tools.jackson.databind.JsonNode;

class SynthCommandTest {
  @TempDir private Path dir;

  private String err = "";

  @Test
  void writesPrintsNamedByFingerAndImpression() throws IOException {
    Path sheet = dir.resolve("sheet.png");
    assertThat(run("prints", "--fingers=2", "--impressions=2", out(), "--sheet=" + sheet)).isZero();
    assertThat(dir.resolve("1_1.png")).isNotEmptyFile();
    assertThat(dir.resolve("2_2.png")).isNotEmptyFile();
    assertThat(sheet).isNotEmptyFile();
  }

  @Test
  void writesPrintsTouchedOnASensor() throws IOException {
    assertThat(run("prints", "--sensor=sweep", "--fingers=1", "--impressions=2", out())).isZero();
    assertThat(dir.resolve("1_2.png")).isNotEmptyFile();
    assertThat(Files.readAllBytes(dir.resolve("1_1.png")))
        .isNotEqualTo(Files.readAllBytes(dir.resolve("1_2.png")));
  }

  @Test
  void writesCardsThatRead() throws IOException {
    String content = "--content=ten_rolled";
    assertThat(run("cards", "--people=1", "--first=3", content, out())).isZero();
    assertThat(ItlReader.read(Files.readAllBytes(dir.resolve("3_1.an2"))))
        .isInstanceOf(Decoded.Accepted.class);
  }

  @Test
  void writesTemplatesOfPeopleToAGalleryAndAddsToIt() {
    Path gallery = dir.resolve("people");
    assertThat(run("people", "--count=3", "--impressions=2", "--gallery=" + gallery)).isZero();
    assertThat(run("people", "--count=1", "--first=3", "--gallery=" + gallery)).isZero();
    try (StoredGallery written = PeopleGallery.open(gallery)) {
      assertThat(written.snapshot().encounters()).isEqualTo(7);
      Segment segment = written.snapshot().segments().getFirst();
      assertThat(segment.personId(0)).isEqualTo(segment.personId(1));
      assertThat(segment.personId(6)).isEqualTo(PeopleGallery.person(1, 3));
    }
  }

  @Test
  void listsBookingsWithWhatEachShouldFind() throws IOException {
    assertThat(run("bookings", "--limit=20", "--list-only", out())).isZero();
    List<String> lines = Files.readAllLines(dir.resolve("bookings.jsonl"));
    assertThat(lines).hasSize(20);
    JsonNode first = Output.mapper().readTree(lines.getFirst());
    assertThat(first.get("knownTo").asString()).isIn("NEITHER", "CRIMINAL", "IMMIGRATION", "BOTH");
  }

  @Test
  void refusesWhatItCannotMake() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(run("prints", "--quality=101", out())).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("quality=101");
    assertThat(run("prints", "--fingers=0", out())).isEqualTo(ExitCode.USAGE);
    assertThat(run("cards", "--defect=NOPE", out())).isEqualTo(ExitCode.USAGE);
  }

  private String out() {
    return "--out=" + dir;
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("synth"));
    all.addAll(List.of(args));
    Said said = Said.by(all.toArray(String[]::new));
    err = said.err();
    return said.exitCode();
  }
}
