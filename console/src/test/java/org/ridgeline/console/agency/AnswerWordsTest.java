package org.ridgeline.console.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.casefile.LeadStanding;
import org.ridgeline.console.page.AnswerWords;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SubmissionState;

/// One vocabulary: what an agency and a bureau read, what an operator reads of the answer, and what
/// the search came to.
class AnswerWordsTest {
  private static Word decided(SearchDecision decision) {
    return Word.criminal(SubmissionState.ANSWERED, Optional.of(decision));
  }

  private static Word matched(SearchDecision decision, Optional<LeadStanding> lead) {
    return Word.immigration(SubmissionState.ANSWERED, Optional.of(decision), lead);
  }

  @Test
  void agenciesAndOperatorsReadTheSameWordOfEveryAnswer() {
    for (Service asked : Service.values()) {
      String tot = asked.tots().getFirst();
      for (Outcome outcome : Outcome.values()) {
        String what = asked + " " + outcome;
        for (AnswerSource first : List.of(AnswerSource.CRIMINAL, AnswerSource.EXCHANGE)) {
          assertThat(PlainAnswer.first(tot, Optional.of(outcome)).word())
              .as(what)
              .isEqualTo(AnswerWords.of(first, asked, outcome));
        }
        assertThat(PlainAnswer.first(tot, Optional.of(outcome)).means()).as(what).isNotBlank();
      }
    }
    for (Outcome outcome : Outcome.values()) {
      for (AnswerSource second : List.of(AnswerSource.IMMIGRATION, AnswerSource.DETERMINATION)) {
        assertThat(PlainAnswer.second("CAR", Optional.of(outcome)).word())
            .isEqualTo(AnswerWords.of(second, Service.BOOKING, outcome));
      }
      String applicant = Service.APPLICANT.tots().getFirst();
      assertThat(PlainAnswer.second(applicant, Optional.of(outcome)).word())
          .isEqualTo(AnswerWords.of(AnswerSource.CIVIL, Service.APPLICANT, outcome));
    }
  }

  @Test
  void aSearchAndItsAnswerHaveOneWord() {
    Map<SearchDecision, Outcome> first =
        Map.of(
            SearchDecision.HIT, Outcome.HIT,
            SearchDecision.NO_HIT, Outcome.NO_HIT,
            SearchDecision.REVIEW, Outcome.PENDING,
            SearchDecision.NOT_ACTIVE, Outcome.NOT_ACTIVE,
            SearchDecision.ERROR, Outcome.ERROR);
    assertThat(first.keySet()).containsExactlyInAnyOrder(SearchDecision.values());
    first.forEach((decision, outcome) ->
        assertThat(decided(decision)).isEqualTo(AnswerWords.first(Service.BOOKING, outcome)));
    for (SearchDecision none :
        List.of(SearchDecision.NO_HIT, SearchDecision.NOT_ACTIVE, SearchDecision.ERROR)) {
      assertThat(matched(none, Optional.empty()))
          .isEqualTo(AnswerWords.second(Service.BOOKING, first.get(none)));
    }
  }

  @Test
  void aWordAlwaysHasTheSameSymbolAndTone() {
    Map<String, Word> known = new HashMap<>();
    words()
        .forEach(word -> {
          assertThat(word.text()).isNotBlank();
          assertThat(known.computeIfAbsent(word.text(), _ -> word)).isEqualTo(word);
        });
    assertThat(known).containsKeys("identified", "no match", "determined", "not searched");
  }

  private static Stream<Word> words() {
    Stream<Word> answers =
        Stream.of(Service.values())
            .flatMap(asked ->
                Stream.of(AnswerSource.values())
                    .flatMap(source ->
                        Stream.of(Outcome.values())
                            .map(outcome -> AnswerWords.of(source, asked, outcome))));
    Stream<Word> decisions =
        Stream.of(SearchDecision.values())
            .flatMap(decision -> Stream.of(decided(decision), matched(decision, Optional.empty())));
    return Stream.concat(answers, decisions);
  }

  @Test
  void aMatchIsCalledUnverifiedOnlyUntilPeopleHaveSettledIt() {
    for (SearchDecision match : List.of(SearchDecision.HIT, SearchDecision.REVIEW)) {
      assertThat(matched(match, Optional.empty()).text()).contains("unverified");
      for (LeadStanding standing : LeadStanding.values()) {
        boolean isSettled = standing != LeadStanding.UNVERIFIED && standing != LeadStanding.ENDED;
        assertThat(matched(match, Optional.of(standing)).text().contains("unverified"))
            .as(standing.name())
            .isEqualTo(!isSettled);
      }
    }
  }
}
