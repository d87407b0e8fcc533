package org.ridgeline.casework.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.evidence.CheckEntry;
import org.ridgeline.casework.evidence.CheckResult;
import org.ridgeline.casework.evidence.CitizenshipCheck;
import org.ridgeline.casework.evidence.Dossier;

class ContradictionTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static Dossier checked(CheckResult first) {
    List<CheckEntry> checks =
        Arrays.stream(CitizenshipCheck.values())
            .map(kind ->
                new CheckEntry(
                    kind,
                    kind.ordinal() == 0 ? first : new CheckResult.Negative(),
                    "index",
                    LocalDate.parse("2026-11-20"),
                    "officer",
                    NOW))
            .toList();
    return new Dossier(checks, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /// What goes against a dossier, by kind.
  private static Map<String, Contradiction> against(Dossier dossier) {
    Map<String, Contradiction> found = new TreeMap<>();
    DeterminationKinds.standard()
        .all()
        .forEach(kind ->
            Contradiction.of(kind, dossier).ifPresent(against -> found.put(kind.key(), against)));
    return found;
  }

  @Test
  void aCitizenNeedsACheckThatPointsToCitizenship() {
    Map<String, Contradiction> only =
        Map.of("us-citizen", Contradiction.NOTHING_POINTS_TO_CITIZENSHIP);
    assertThat(against(checked(new CheckResult.Negative()))).isEqualTo(only);
    assertThat(against(checked(new CheckResult.Unavailable("closed")))).isEqualTo(only);
    assertThat(against(Dossier.empty())).isEqualTo(only);
  }

  @Test
  void nobodyIsAskedToActWhereACheckPointsToCitizenship() {
    assertThat(against(checked(new CheckResult.Positive("passport issued"))))
        .isEqualTo(
            Map.of(
                "notify-on-release", Contradiction.CITIZENSHIP_IS_POSSIBLE,
                "referred-to-prosecutor", Contradiction.CITIZENSHIP_IS_POSSIBLE));
  }

  @Test
  void whatPurgesTakesTwoWhateverIsOnFile() {
    Dossier negative = checked(new CheckResult.Negative());
    List<String> two =
        DeterminationKinds.standard().all().stream()
            .filter(kind -> SigningDesk.needsTwo(kind, false, negative))
            .map(DeterminationKind::key)
            .toList();
    assertThat(two).containsExactly("us-citizen", "referred-to-prosecutor");
    assertThat(Optional.of(DeterminationKind.Effect.CLOSE_AND_PURGE.follows()))
        .hasValueSatisfying(words -> assertThat(words).contains("Nobody can undo", "second"));
  }
}
