package org.ridgeline.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir private Path folder;

  private Settings settings(String file, Map<String, String> environment) throws IOException {
    Files.writeString(folder.resolve("ridgeline.properties"), file);
    return Settings.of(folder, Optional.empty(), environment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          jdbc:postgresql://h/d                        | jdbc:postgresql://h/d            | -   | -
          jdbc:postgresql://h/d?user=a&password=b%26   | jdbc:postgresql://h/d            | a   | b&
          jdbc:postgresql://h/d?password=b&ssl=true    | jdbc:postgresql://h/d?ssl=true   | -   | b
          jdbc:postgresql://h:1,i/d?ssl=1&user=a&x=    | jdbc:postgresql://h:1,i/d?ssl=1&x= | a | -
          """)
  void onlyWhoIsTakenOutOfAUrl(String text, String url, String user, String password) {
    assertThat(DatabaseAddress.of(text))
        .isEqualTo(
            new DatabaseAddress(url, Optional.ofNullable(user), Optional.ofNullable(password)));
  }

  @Test
  void aSchemaInAUrlIsRefusedWithoutItsPassword() {
    assertThatThrownBy(() -> DatabaseAddress.of("jdbc:postgresql://h/d?password=b&currentSchema=x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("currentSchema in jdbc:postgresql://h/d?password=***&currentSchema")
        .hasMessageContaining("leave it out");
  }

  @Test
  void passwordsComeFromTheEnvironmentOrAFile() throws IOException {
    Files.writeString(folder.resolve("password"), "first line\nsecond");
    String file =
        """
        db-url=jdbc:postgresql://h/d
        db-user=a
        criminal.db-url=jdbc:postgresql://i/e?user=c
        criminal.db-password-file=password
        """;
    Settings settings = settings(file, Map.of("RIDGELINE_DB_PASSWORD", "of the environment"));
    assertThat(settings.external())
        .contains(
            new DatabaseAddress(
                "jdbc:postgresql://h/d", Optional.of("a"), Optional.of("of the environment")));
    assertThat(settings.own("criminal").orElseThrow().password()).contains("first line");
    assertThat(settings.own("immigration")).isEmpty();
  }

  @Test
  void everyRepositoryMayHaveAServerOfItsOwn() throws IOException {
    for (String repository : List.of("criminal", "immigration", "civil")) {
      String variable = "RIDGELINE_" + repository.toUpperCase(Locale.ROOT) + "_DB_URL";
      Settings settings = settings("", Map.of(variable, "jdbc:postgresql://h/" + repository));
      assertThat(settings.own(repository).orElseThrow().url()).endsWith("/" + repository);
      assertThat(settings.values()).hasSize(1);
    }
    assertThat(Settings.REPOSITORIES).containsExactly("criminal", "immigration", "civil");
  }

  @Test
  void aPasswordFileThatIsNotThereIsNamed() throws IOException {
    Settings settings = settings("db-url=jdbc:postgresql://h/d\ndb-password-file=none\n", Map.of());
    assertThatThrownBy(settings::external)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ridgeline.properties: db-password-file=" + folder.resolve("none"));
  }

  @Test
  void aPasswordIsNotShown() {
    assertThat(DatabaseAddress.of("jdbc:postgresql://h/d?user=a&password=b").toString())
        .isEqualTo("a at jdbc:postgresql://h/d");
  }
}
