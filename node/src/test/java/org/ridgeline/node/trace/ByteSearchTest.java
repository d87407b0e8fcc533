package org.ridgeline.node.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteSearchTest {
  private static final byte[] PRINT = random(1, 40_000);
  private static final ByteSearch SEARCH =
      Traces.search(List.of(new Trace("image", Trace.Kind.FEATURES, PRINT)), List.of("DOE,SAM"));

  @TempDir private Path folder;

  private static byte[] random(long seed, int bytes) {
    byte[] made = new byte[bytes];
    new Random(seed).nextBytes(made);
    return made;
  }

  @Test
  void anyChunkOfADatabaseIsRecognised() {
    for (int from = 0; from + 1996 <= PRINT.length; from += 1996) {
      assertThat(SEARCH.in(Arrays.copyOfRange(PRINT, from, from + 1996))).hasSize(1);
    }
    assertThat(SEARCH.in(random(2, 40_000))).isEmpty();
  }

  @Test
  void bytesWrittenAsTextAreRecognisedWhereverTheyBegin() {
    for (int from = 0; from < 3; from++) {
      byte[] part = Arrays.copyOfRange(PRINT, from, from + 3000);
      String base64 = Base64.getEncoder().encodeToString(part);
      assertThat(SEARCH.in(base64.getBytes(StandardCharsets.UTF_8)))
          .extracting(ByteSearch.Hit::trace)
          .contains("image in Base64");
    }
    String hex = HexFormat.of().formatHex(PRINT);
    assertThat(SEARCH.in(hex.getBytes(StandardCharsets.UTF_8)))
        .extracting(ByteSearch.Hit::trace)
        .containsExactly("image in hex");
  }

  @Test
  void aTextIsFoundAtTheVeryEnd() {
    assertThat(SEARCH.in("NAM DOE,SAM".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(new ByteSearch.Hit("\"DOE,SAM\"", 1, 4));
    assertThat(SEARCH.in("NAM DOE,SA".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThatThrownBy(() -> Traces.search(List.of(), List.of("DOE")))
        .hasMessageContaining("limit=4..64");
  }

  @Test
  void whatLiesAcrossTheBuffersOfAStreamIsFoundOnce() throws IOException {
    byte[] name = "DOE,SAM".getBytes(StandardCharsets.UTF_8);
    for (int at : new int[] {(1 << 20) - 70, (1 << 20) - 3, 1 << 20, (2 << 20) - 67}) {
      byte[] all = new byte[3 << 20];
      System.arraycopy(name, 0, all, at, name.length);
      ByteSearch.Read read = SEARCH.in(new ByteArrayInputStream(all));
      assertThat(read.bytes()).isEqualTo(all.length);
      assertThat(read.hits()).containsExactly(new ByteSearch.Hit("\"DOE,SAM\"", 1, at));
    }
  }

  @Test
  void whatEveryImageHasIsNotLookedFor() {
    byte[] table = random(3, 512);
    byte[] one = random(4, 1024);
    byte[] other = random(5, 1024);
    System.arraycopy(table, 0, one, 0, 512);
    System.arraycopy(table, 0, other, 0, 512);
    ByteSearch search =
        Traces.search(
            List.of(
                new Trace("one", Trace.Kind.FEATURES, one),
                new Trace("other", Trace.Kind.FEATURES, other)),
            List.of());
    assertThat(search.in(table)).isEmpty();
    assertThat(search.in(one)).hasSize(1);
    ByteSearch white =
        Traces.search(List.of(new Trace("paper", Trace.Kind.FEATURES, new byte[9000])), List.of());
    assertThat(white.traces()).isEmpty();
  }

  @Test
  void filesAreSearchedByFolder() throws IOException {
    Files.createDirectories(folder.resolve("postgres/base/5"));
    Files.createDirectories(folder.resolve("outbound"));
    Files.write(folder.resolve("postgres/base/5/2600"), PRINT);
    Files.writeString(folder.resolve("outbound/a.an2"), "nothing");
    Files.writeString(folder.resolve("secrets"), "DOE,SAM");
    Files.createSymbolicLink(folder.resolve("outbound/link"), folder.resolve("secrets"));
    List<Place> places = new FileSearch(SEARCH).in(folder);
    assertThat(places)
        .extracting(Place::name)
        .containsExactly("files .", "files outbound", "files postgres/base");
    assertThat(places.getLast().found().getFirst().where()).isEqualTo("postgres/base/5/2600");
    assertThat(places.get(1)).isEqualTo(new Place("files outbound", 1, 7, List.of()));
  }
}
