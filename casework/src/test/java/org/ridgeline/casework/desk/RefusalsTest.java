package org.ridgeline.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.DossierDigest;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.determination.Contradiction;
import org.ridgeline.casework.evidence.CitizenshipCheck;
import org.ridgeline.exchange.operator.Role;

/// The words of refusals, in every language.
class RefusalsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");
  private static final Locale SPANISH = Locale.of("es");

  private static Map<String, String> bundle(String name, Locale language) throws IOException {
    String file = name + "_" + language.getLanguage() + ".properties";
    try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      Map<String, String> all = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
      return all;
    }
  }

  private static Set<Integer> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(m -> Integer.valueOf(m.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Term> terms() {
    return Stream.of(
            Arrays.stream(Field.values()),
            Arrays.stream(Act.values()),
            Arrays.stream(Kept.values()),
            Arrays.stream(Step.values()),
            Arrays.stream(Contradiction.values()),
            Arrays.stream(CaseState.values()),
            Arrays.stream(CitizenshipCheck.values()),
            Arrays.stream(DossierDigest.Part.values()),
            Arrays.stream(Role.values()).map(Term::of))
        .flatMap(each -> each.map(Term.class::cast))
        .toList();
  }

  @Test
  void everyRefusalHasBothTextsInEveryLanguageAndEveryTextItsRefusal() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Refusal refusal : Refusal.values()) {
      keys.add(refusal.name() + ".what");
      keys.add(refusal.name() + ".todo");
    }
    for (Phrase phrase : Phrase.values()) {
      keys.add("phrase." + phrase.name());
    }
    for (Locale language : Words.LANGUAGES) {
      Map<String, String> texts = bundle("refusals", language);
      assertThat(texts.keySet()).as(language.toString()).isEqualTo(keys);
      assertThat(texts.values()).as(language.toString()).noneMatch(String::isBlank);
    }
  }

  @Test
  void languagesTakeTheSameArguments() throws IOException {
    Map<String, String> english = bundle("refusals", Locale.ENGLISH);
    for (Locale language : Words.LANGUAGES) {
      bundle("refusals", language)
          .forEach((key, text) ->
              assertThat(arguments(text))
                  .as(language + " " + key)
                  .isEqualTo(arguments(english.getOrDefault(key, ""))));
    }
  }

  @Test
  void anApostropheIsNeverAloneSoThatNoTextLosesOne() throws IOException {
    for (Locale language : Words.LANGUAGES) {
      assertThat(bundle("refusals", language).values())
          .allMatch(text -> !text.replace("''", "").contains("'"));
    }
  }

  @Test
  void everyTermHasItsWordInEveryOtherLanguage() throws IOException {
    Set<String> keys =
        terms().stream().map(Term::key).collect(Collectors.toCollection(TreeSet::new));
    assertThat(keys).hasSameSizeAs(terms());
    assertThat(bundle("terms", SPANISH).keySet()).isEqualTo(keys);
    assertThat(terms()).noneMatch(term -> term.words().isBlank());
  }

  @Test
  void aRefusalIsSaidInEnglishAndInTheLanguageAskedFor() {
    RefusedStep refused =
        new RefusedStep(
            Refusal.STEP_NOT_FROM_HERE, Step.FINISH_FACTS, CaseState.CITIZENSHIP_REVIEW);
    assertThat(refused.code()).isEqualTo(Reason.Code.STATE);
    assertThat(refused.kind()).isEqualTo(Reason.Kind.CONFLICT);
    assertThat(refused)
        .hasMessage(
            "\"finish the facts\" is not possible while the case is: citizenship review."
                + " Load the case again; its page says what comes next.");
    assertThat(refused.message(SPANISH))
        .isEqualTo(
            "«terminar los hechos» no es posible mientras el caso está en este estado: revisión de"
                + " ciudadanía. Vuelva a cargar el caso; su página indica qué sigue.");
    assertThat(refused.message(Locale.FRENCH)).isEqualTo(refused.getMessage());
    assertThat(refused.message(Locale.of("es", "MX"))).isEqualTo(refused.message(SPANISH));
  }

  @Test
  void numbersDaysAndListsAreSaidPlainly() {
    assertThat(new RefusedStep(Refusal.FIELD_TOO_LONG, Field.NARRATIVE, 12_345, 8_000))
        .hasMessage("The narrative has 12345 characters, 8000 are allowed. Shorten it.");
    assertThat(new RefusedStep(Refusal.GANG_CLAIM_TOO_LONG, LocalDate.of(2026, 1, 2)))
        .hasMessage("A gang claim expires by 2026-01-02. Choose an earlier day.");
    List<Phrase.Said> missing =
        List.of(
            Phrase.TODO_BY.of(
                Phrase.RUN_CHECK.of(CitizenshipCheck.PASSPORT), Term.of(Role.OFFICER)),
            Phrase.TODO_BY.of(Phrase.RECORD_INTERVIEW.of(), Term.of(Role.OFFICER)));
    assertThat(new RefusedStep(Refusal.GATES_SHUT, missing))
        .hasMessage(
            "Still to do first: run the passport record check (officer); record the interview with"
                + " the person, or why there was none (officer). Then take this step again.");
  }

  @Test
  void whatSomebodyTypedIsNoPattern() {
    assertThat(new RefusedStep(Refusal.NO_SUCH_DETERMINATION, "it's {0}"))
        .hasMessage("\"it's {0}\" is no determination. Choose one of the list.");
  }
}
