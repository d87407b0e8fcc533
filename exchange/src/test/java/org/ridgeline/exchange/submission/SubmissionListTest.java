package org.ridgeline.exchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.exchange.ExchangeRoom.NOW;
import static org.ridgeline.exchange.ExchangeRoom.ORI;
import static org.ridgeline.exchange.ExchangeRoom.bytes;
import static org.ridgeline.exchange.ExchangeRoom.submission;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.ExchangeRoom;

class SubmissionListTest {
  private ExchangeRoom room;
  private SubmissionList list;

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    list = new SubmissionList(room.source());
    SubmissionStore store = new SubmissionStore(room.source());
    SearchStore searches = new SearchStore(room.source());
    for (int i = 1; i <= 3; i++) {
      String control = "R" + i;
      store.insert(
          submission(
              control,
              "T" + i,
              i == 2 ? SubmissionState.REFUSED : SubmissionState.ACCEPTED,
              ORI,
              NOW.plusSeconds(i)),
          bytes(control),
          5);
    }
    searches.open("R1", RepositoryName.CRIMINAL);
    searches.open("R1", RepositoryName.IMMIGRATION);
    searches.close("R1", RepositoryName.CRIMINAL, SearchDecision.HIT, NOW);
  }

  private List<String> controls(Optional<SubmissionState> state, Optional<String> sought) {
    return list.newest(state, sought, 9).stream().map(line -> line.submission().control()).toList();
  }

  @Test
  void theNewestComesFirstAndNoMoreThanAsked() {
    assertThat(controls(Optional.empty(), Optional.empty())).containsExactly("R3", "R2", "R1");
    assertThat(list.newest(Optional.empty(), Optional.empty(), 2)).hasSize(2);
  }

  @Test
  void countsByStateAddUpToWhatIsListed() {
    for (Optional<String> sought :
        List.of(
            Optional.<String>empty(), Optional.of("T1"), Optional.of("R2"), Optional.of("R9"))) {
      var counts = list.counts(sought);
      assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(controls(Optional.empty(), sought).size());
      counts.forEach(
          (state, count) -> assertThat(controls(Optional.of(state), sought)).hasSize(count));
    }
  }

  @Test
  void oneStateControlOrTcnIsFound() {
    assertThat(controls(Optional.of(SubmissionState.REFUSED), Optional.empty()))
        .containsExactly("R2");
    assertThat(controls(Optional.empty(), Optional.of("R3"))).containsExactly("R3");
    assertThat(controls(Optional.empty(), Optional.of("T1"))).containsExactly("R1");
    assertThat(controls(Optional.of(SubmissionState.REFUSED), Optional.of("T1"))).isEmpty();
  }

  @Test
  void aLineNamesItsAgencyAndWhatWasDecided() {
    var line = list.newest(Optional.empty(), Optional.of("R1"), 1).getFirst();
    assertThat(line.agency()).contains("County jail");
    assertThat(line.criminal()).contains(SearchDecision.HIT);
    assertThat(line.second()).as("not judged yet").isEmpty();
  }
}
