package org.ridgeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ridgeline.node.Settings;

class RetentionSettingsTest {
  private static RetentionSettings of(Map<String, String> values) {
    return RetentionSettings.of(new Settings(Path.of("ridgeline.properties"), values));
  }

  @Test
  void withoutARuleNothingGoes() {
    RetentionSettings nothing = of(Map.of("db-url", "jdbc:postgresql://h/d"));
    assertThat(nothing.isDaily()).isFalse();
    assertThat(nothing.days()).isEmpty();
    assertThat(nothing.outcomes()).isEmpty();
    assertThat(nothing.patience().answer()).isEqualTo(Duration.ofDays(30));
    assertThat(nothing.patience().outbound()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void rulesAreReadWithTheirBounds() {
    RetentionSettings set =
        of(
            Map.of(
                "retention.run", "daily",
                "retention.files", "1",
                "retention.answers", "36500",
                "retention.civil-encounters", "3650",
                "retention.cases.no-action", "90",
                "retention.unfetched", "0",
                "retention.outbound-hours", "0"));
    assertThat(set.isDaily()).isTrue();
    assertThat(set.days())
        .containsOnly(
            Map.entry("files", 1),
            Map.entry("answers", 36500),
            Map.entry("civil-encounters", 3650));
    assertThat(set.outcomes()).containsOnly(Map.entry("no-action", 90));
    assertThat(set.patience().answer()).isEqualTo(Duration.ZERO);
  }

  @Test
  void whatIsNoRuleIsSaidBeforeAnythingStarts() {
    for (var wrong :
        Map.of(
                "retention.file", "3",
                "retention.files", "0",
                "retention.answers", "36501",
                "retention.leads", "a year",
                "retention.cases.no-action", "-1",
                "retention.run", "hourly")
            .entrySet()) {
      assertThatThrownBy(() -> of(Map.of(wrong.getKey(), wrong.getValue())))
          .as(wrong.toString())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.getKey());
    }
  }
}
