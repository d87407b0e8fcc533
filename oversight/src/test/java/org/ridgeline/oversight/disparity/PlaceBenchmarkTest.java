package org.ridgeline.oversight.disparity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.oversight.sealed.Group;

class PlaceBenchmarkTest {
  private static final YearMonth MONTH = YearMonth.of(2011, 4);

  @TempDir private Path folder;

  private PlaceBenchmark read(String lines) throws IOException {
    return PlaceBenchmark.read("residents", Files.writeString(folder.resolve("b.csv"), lines));
  }

  @Test
  void aGroupsShareIsOfAllGroupsOfItsField() throws IOException {
    PlaceBenchmark read =
        read("fips,group,count\n06067,RACE=B,10\n06067,RACE=W,30\n06067,SEX=FEMALE,7\n");
    assertThat(read.share("06067", Group.of("RACE=B"))).contains(new Share(10, 40));
    assertThat(read.share("06067", Group.of("RACE=A"))).isEmpty();
    assertThat(read.share("06067", Group.of("SEX=FEMALE"))).as("alone of its field").isEmpty();
    assertThat(read.share("06001", Group.of("RACE=B"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "county,group,count; first line",
        "fips,group,count/6067,RACE=B,1; line 2: expected five digits",
        "fips,group,count/06067,RACE=B; line 2",
        "fips,group,count/06067,RACE=B,1/06067,RACE=B,2; line 3: 06067 RACE=B stands there twice",
        "fips,group,count/06067,COLOUR=B,1; line 2: group=COLOUR=B",
        "fips,group,count/06067,RACE=B,-1; line 2: count=-1",
        "fips,group,count/06067,RACE=B,many; line 2"
      })
  void whatIsNoBenchmarkIsRefusedByLine(String lines, String says) {
    assertThatThrownBy(() -> read(lines.replace('/', '\n')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> read("")).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<PlaceBenchmark> some(int many) {
    return IntStream.range(0, many).mapToObj(i -> new PlaceBenchmark("b" + i, Map.of())).toList();
  }

  @Test
  void monthsAndBenchmarksAreBoundedBelowAtAndAbove() {
    new Ask(MONTH, MONTH, Ask.By.AGENCY, some(7));
    new Ask(MONTH, MONTH.plusMonths(238), Ask.By.AGENCY, some(8));
    new Ask(MONTH, MONTH.plusMonths(239), Ask.By.AGENCY, some(8));
    assertThatThrownBy(() -> new Ask(MONTH, MONTH.plusMonths(240), Ask.By.AGENCY, some(0)))
        .hasMessageContaining("240");
    assertThatThrownBy(() -> new Ask(MONTH, MONTH.minusMonths(1), Ask.By.AGENCY, some(0)))
        .hasMessageContaining("in order");
    assertThatThrownBy(() -> new Ask(MONTH, MONTH, Ask.By.AGENCY, some(9)))
        .hasMessageContaining("benchmarks=9");
    List<PlaceBenchmark> twice = List.of(some(1).getFirst(), some(1).getFirst());
    assertThatThrownBy(() -> new Ask(MONTH, MONTH, Ask.By.AGENCY, twice))
        .hasMessageContaining("named once");
    assertThatThrownBy(() -> new PlaceBenchmark("<b>", Map.of())).hasMessageContaining("<b>");
  }
}
