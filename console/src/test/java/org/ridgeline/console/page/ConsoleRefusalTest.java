package org.ridgeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.casework.desk.Reason;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.desk.Words;
import org.ridgeline.rest.Problems;

/// The words of what doors refuse by themselves, in every language.
class ConsoleRefusalTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");
  private static final Locale SPANISH = Locale.of("es");

  private static Map<String, String> words(Class<?> beside, Locale language) throws IOException {
    String file = "refusals_" + language.getLanguage() + ".properties";
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      Map<String, String> all = new TreeMap<>();
      properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
      return all;
    }
  }

  private static String arguments(String text) {
    return ARGUMENT.matcher(text).results().map(m -> m.group(1)).sorted().distinct().toList() + "";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"org.ridgeline.console.page.ConsoleRefusal", "org.ridgeline.rest.RestRefusal"})
  void everyRefusalHasBothTextsInEveryLanguage(String name) throws Exception {
    Class<?> kind = Class.forName(name, true, Problems.class.getClassLoader());
    var keys =
        java.util.Arrays.stream(kind.getEnumConstants())
            .map(Reason.class::cast)
            .flatMap(r -> java.util.stream.Stream.of(r.name() + ".what", r.name() + ".todo"))
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, String> english = words(kind, Locale.ENGLISH);
    for (Locale language : Words.LANGUAGES) {
      Map<String, String> texts = words(kind, language);
      assertThat(texts.keySet()).as(language.toString()).isEqualTo(keys);
      assertThat(texts.values())
          .as(language.toString())
          .allMatch(text -> !text.isBlank() && !text.replace("''", "").contains("'"));
      texts.forEach((key, text) ->
          assertThat(arguments(text))
              .as(language + " " + key)
              .isEqualTo(arguments(english.getOrDefault(key, ""))));
    }
  }

  @Test
  void aDoorSaysItsOwnInItsOwnWords() {
    RefusedStep refused =
        new RefusedStep(ConsoleRefusal.FIELD_NOT_UNDERSTOOD, "version", "it's {0}");
    assertThat(refused.code()).isEqualTo(Reason.Code.INPUT);
    assertThat(refused)
        .hasMessage(
            "The field \"version\" is \"it's {0}\", which is not understood. Go back, fill it in"
                + " again, and try once more.");
    assertThat(refused.message(SPANISH))
        .isEqualTo(
            "El campo «version» contiene «it's {0}», que no se entiende. Vuelva atrás, rellénelo de"
                + " nuevo e inténtelo otra vez.");
    assertThat(refused.message(Locale.FRENCH)).isEqualTo(refused.getMessage());
  }
}
