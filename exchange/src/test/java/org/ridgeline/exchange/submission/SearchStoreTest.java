package org.ridgeline.exchange.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.exchange.ExchangeRoom.NOW;
import static org.ridgeline.exchange.submission.RepositoryName.CIVIL;
import static org.ridgeline.exchange.submission.RepositoryName.CRIMINAL;
import static org.ridgeline.exchange.submission.RepositoryName.IMMIGRATION;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.FingerSequence;
import org.ridgeline.vocabulary.event.Event;

class SearchStoreTest {
  private static final Candidate BEST =
      new Candidate(new UUID(1, 1), new UUID(2, 1), 4000, Map.of(), FingerSequence.AS_GIVEN);
  private static final Candidate NEXT =
      new Candidate(new UUID(1, 2), new UUID(2, 2), 1500, Map.of(), FingerSequence.AS_GIVEN);

  private ExchangeRoom room;
  private SearchStore store;

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    store = new SearchStore(room.source());
    room.accepted("R1");
    store.open("R1", CRIMINAL);
    store.open("R1", IMMIGRATION);
  }

  private SearchRow decided(Decision decision, Candidate... candidates) {
    store.decided(
        store.of("R1", CRIMINAL), decision, new CandidateList(List.of(candidates), 77, 5));
    return store.of("R1", CRIMINAL);
  }

  @Test
  void bothPartsAreOpenCriminalFirst() {
    assertThat(store.of("R1"))
        .extracting(SearchRow::repository)
        .containsExactly(CRIMINAL, IMMIGRATION);
    assertThat(store.of("R1")).noneMatch(SearchRow::done);
    assertThat(store.open("R1")).isEqualTo(2);
    assertThat(store.work(CRIMINAL, 9)).extracting(SearchRow::control).containsExactly("R1");
  }

  @Test
  void anApplicantsPartIsTheCivilRepositorysAndStaysItsOwn() {
    store.open("R1", CIVIL);
    assertThat(store.of("R1"))
        .extracting(SearchRow::repository)
        .containsExactly(CRIMINAL, IMMIGRATION, CIVIL);
    SearchRow row = store.of("R1", CIVIL);
    store.decided(row, new Decision.NoHit(), new CandidateList(List.of(), 7, 1));
    SearchRow enrolled = store.enrolled(row, new UUID(1, 9), new UUID(2, 9));
    assertThat(enrolled.repository()).isEqualTo(CIVIL);
    assertThat(enrolled.personId()).contains(new UUID(1, 9));
    assertThat(store.of("R1", CRIMINAL).personId()).isEmpty();
    assertThat(store.work(CIVIL, 9)).extracting(SearchRow::control).containsExactly("R1");
    assertThat(store.controlsOf(CIVIL, List.of(new UUID(1, 9)), List.of())).containsExactly("R1");
  }

  @Test
  void whatAHitSaidIsKeptBeforeAnythingIsDoneAboutIt() {
    SearchRow row = decided(new Decision.Hit(BEST), BEST, NEXT);
    assertThat(row.done()).isFalse();
    assertThat(row.isHit()).isTrue();
    assertThat(row.score()).contains(4000);
    assertThat(row.personId()).contains(BEST.personId());
    assertThat(row.encounterId()).contains(BEST.encounterId());
    assertThat(row.searched()).isEqualTo(77);
    assertThat(row.upTo()).isEqualTo(5);
    assertThat(room.entries(new Subject("submission:R1")).getLast().entry().detail())
        .containsEntry("person", "person:" + BEST.personId())
        .containsEntry("decision", "HIT");
  }

  @Test
  void aReviewNamesTheFirstOfThoseToLookAt() {
    SearchRow row = decided(new Decision.Review(List.of(NEXT)), NEXT);
    assertThat(row.decision()).contains(SearchDecision.REVIEW);
    assertThat(row.personId()).contains(NEXT.personId());
  }

  @Test
  void noHitKeepsTheBestScoreAndNobody() {
    SearchRow row = decided(new Decision.NoHit(), NEXT);
    assertThat(row.decision()).contains(SearchDecision.NO_HIT);
    assertThat(row.score()).contains(1500);
    assertThat(row.personId()).isEmpty();
    assertThat(room.entries(new Subject("submission:R1")).getLast().entry().detail())
        .doesNotContainKey("person");
  }

  @Test
  void enrolmentSaysWhoItBecameAndMayFindThePersonAfterAll() {
    SearchRow row = decided(new Decision.NoHit());
    SearchRow enrolled = store.enrolled(row, new UUID(1, 9), new UUID(2, 9));
    assertThat(enrolled.personId()).contains(new UUID(1, 9));
    assertThat(enrolled.isHit()).isFalse();
    store.found(row, new UUID(1, 8), new UUID(2, 8));
    assertThat(store.of("R1", CRIMINAL).isHit()).isTrue();
    assertThat(room.actions("submission:R1"))
        .containsExactly("submission.accept", "search.decide", "search.decide");
  }

  @Test
  void aPartClosesOnceAndOtherRoomsHearOfASearch() {
    assertThat(store.close("R1", CRIMINAL, SearchDecision.NO_HIT, NOW)).isTrue();
    assertThat(store.close("R1", CRIMINAL, SearchDecision.HIT, NOW)).isFalse();
    assertThat(store.of("R1", CRIMINAL).decision()).contains(SearchDecision.NO_HIT);
    assertThat(store.of("R1", CRIMINAL).finishedAt()).contains(NOW);
    assertThat(store.close("R1", IMMIGRATION, SearchDecision.NOT_ACTIVE, NOW)).isTrue();
    assertThat(room.facts())
        .as("where nothing was searched nobody hears of it")
        .containsExactly(new Event.Searched("R1", "criminal", "NO_HIT"));
    assertThat(room.actions("submission:R1"))
        .as("what the scores said is there by then; that there was no search is noted")
        .containsExactly("submission.accept", "search.decide");
  }

  @Test
  void ofTwoSearchesEndingAtOnceOneSeesNoOtherOpen() throws Exception {
    Trail trail = new Trail(room.source());
    var parts = List.of(CRIMINAL, IMMIGRATION).iterator();
    List<Integer> open =
        ExchangeRoom.atOnce(() -> {
          RepositoryName part;
          synchronized (parts) {
            part = parts.next();
          }
          return trail.together(() -> {
            int before = store.open("R1");
            store.close("R1", part, SearchDecision.NO_HIT, NOW);
            return before;
          });
        });
    assertThat(open).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void aFailureIsTriedAgainLater() {
    SearchRow row = store.of("R1", CRIMINAL);
    assertThat(store.failed(row, "planned", Duration.ofMinutes(1))).isEqualTo(1);
    assertThat(store.work(CRIMINAL, 9)).isEmpty();
    assertThat(store.work(IMMIGRATION, 9)).hasSize(1);
    assertThat(store.of("R1", CRIMINAL).lastError()).contains("planned");
  }
}
