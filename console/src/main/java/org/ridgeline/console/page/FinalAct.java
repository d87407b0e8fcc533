package org.ridgeline.console.page;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// What cannot be undone by the one who does it: answers that go out, records that go, access that
/// ends. Its form says what happens, and is taken only with the tick that says it was read.
enum FinalAct {
  SIGN("/cases/*/sign"),
  COUNTERSIGN("/cases/*/countersign"),
  OUTCOME("/cases/*/custody/outcome"),
  CLOSE("/cases/*/step", Set.of("CLOSE_INCONCLUSIVE", "CLOSE_STOPPED")),
  AMEND("/records/*/*/approve"),
  EXPORT("/records/exports/*/*/agree"),
  REDRESS("/redress/*/decide"),
  OPERATOR_DISABLE("/operators/*/disable"),
  OPERATOR_REMOVE("/operators/*/remove"),
  AGENCY_DISABLE("/agencies/{ori:[A-Z0-9]{9}}/disable"),
  AGENCY_REMOVE("/agencies/{ori:[A-Z0-9]{9}}/remove"),
  AGENCY_TOKENS("/agencies/{ori:[A-Z0-9]{9}}/end-tokens"),
  OFFICE_DISABLE("/offices/*/disable"),
  OFFICE_REMOVE("/offices/*/remove"),
  OFFICE_TOKENS("/offices/*/end-tokens");

  /// The field of the tick.
  static final String TICK = "confirmed";

  private final PathPattern path;
  private final Set<String> steps;

  FinalAct(String path) {
    this(path, Set.of());
  }

  /// - **Shape** `steps` the steps at this address that are final; none where all are
  FinalAct(String path, Set<String> steps) {
    this.path = new PathPatternParser().parse(path);
    this.steps = Set.copyOf(steps);
  }

  boolean isAt(String address) {
    return path.matches(PathContainer.parsePath(address));
  }

  /// Whether a form does something for good and nobody said that they mean it.
  /// - **Shape** `step` and `tick` as the form sent them
  static boolean isUnconfirmed(String address, Optional<String> step, Optional<String> tick) {
    return tick.filter("true"::equals).isEmpty()
        && Arrays.stream(values())
            .filter(act -> act.isAt(address))
            .anyMatch(act -> act.steps.isEmpty() || step.filter(act.steps::contains).isPresent());
  }
}
