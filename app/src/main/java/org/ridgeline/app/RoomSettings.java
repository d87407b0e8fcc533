package org.ridgeline.app;

import jakarta.validation.Validation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.custody.OutcomeKind;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.determination.DeterminationKinds;
import org.ridgeline.casework.verification.VerificationRules;
import org.ridgeline.exchange.submission.HoldTimes;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.node.Settings;
import org.ridgeline.search.decision.Thresholds;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/// What the texts of `ridgeline.properties` mean to the rooms.
///
///     db-url               JDBC URL of an external PostgreSQL, with a user that may create roles
///     criminal.db-url      the criminal repository on a server of its own, with user and password
///     immigration.db-url   the immigration repository likewise
///     civil.db-url         the civil repository likewise
///     search.hit-fpir      share of searches that may bring up a stranger as a hit
///     search.review-fpir   and as a possible candidate
///     verification.planted-share   share of examiners' comparisons whose answer is known
///     verification.minutes         how long an examiner has for a comparison
///     quality.hold-minutes         how long a card is held for quality control
///     quality.urgent-minutes       the same of an urgent one, priority 1 to 3
///     retention.RULE       days after which a rule of retention takes out (RetentionSettings)
///     determination.KEY    words of a further determination, which ends a case without action
///
/// - **Shape** `determinations`: key to words; `holds`: of quality control
public record RoomSettings(
    Thresholds thresholds,
    VerificationRules verification,
    HoldTimes holds,
    Map<String, String> determinations,
    RetentionSettings retention) {
  private static final String RATE = "expected a number above 0 and below 1";
  private static final String SHARE = "expected a number from 0 to 0.5";
  private static final String MINUTES = "expected a whole number from 1 to 1440";
  private static final String HOLD = "expected a whole number from 1 to 4320";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  public RoomSettings {
    determinations = Map.copyOf(determinations);
  }

  /// Of the search's lines, as rates; null where nothing is set.
  record Search(
      @DecimalMin(value = "0", inclusive = false, message = RATE)
          @DecimalMax(value = "1", inclusive = false, message = RATE)
          @Nullable Double hitFpir,
      @DecimalMin(value = "0", inclusive = false, message = RATE)
          @DecimalMax(value = "1", inclusive = false, message = RATE)
          @Nullable Double reviewFpir) {}

  /// Of the examiners' work; null where nothing is set.
  record Verification(
      @DecimalMin(value = "0", message = SHARE) @DecimalMax(value = "0.5", message = SHARE)
          @Nullable Double plantedShare,
      @Min(value = 1, message = MINUTES) @Max(value = 1440, message = MINUTES)
          @Nullable Long minutes) {}

  /// Of held cards; null where nothing is set.
  record Quality(
      @Min(value = 1, message = HOLD) @Max(value = 4320, message = HOLD) @Nullable Long holdMinutes,
      @Min(value = 1, message = HOLD) @Max(value = 4320, message = HOLD)
          @Nullable Long urgentMinutes) {}

  /// Reads what is set; what is not has its usual value.
  /// - **Error** a key that nobody reads, a value that is none of its kind, or a review rate below
  ///   the hit rate: IllegalArgumentException, naming file, key, text and what was expected
  public static RoomSettings of(Settings settings) {
    KnownKeys.check(settings);
    checkDatabases(settings);
    LedgerSettings.of(settings);
    StatisticsSettings.of(settings);
    RoomSettings read =
        new RoomSettings(
            thresholds(settings),
            verification(settings),
            holds(settings),
            determinations(settings),
            RetentionSettings.of(settings));
    read.checkOutcomes(settings);
    return read;
  }

  /// Those by which a case may end: a determination, or what became of the person.
  private void checkOutcomes(Settings settings) {
    DeterminationKinds kinds = DeterminationKinds.standard().with(determinations);
    List<String> others = Stream.of(OutcomeKind.values()).map(Enum::name).toList();
    for (String outcome : new TreeSet<>(retention.outcomes().keySet())) {
      if (kinds.of(outcome).isEmpty() && !others.contains(outcome)) {
        throw wrong(
            settings,
            "retention.cases."
                + outcome
                + ": no case ends so; expected the key of a determination, or one of "
                + String.join(", ", others));
      }
    }
  }

  /// What a room connects to is the business of [org.ridgeline.node.Databases]; that it cannot be
  /// connected to at all is said here, before anything starts.
  private static void checkDatabases(Settings settings) {
    List<String> keys = new ArrayList<>(List.of(Settings.DB_URL));
    for (RepositoryName name : RepositoryName.values()) {
      keys.add(name.key() + "." + Settings.DB_URL);
    }
    for (String key : keys) {
      String text = settings.value(key).orElse(POSTGRESQL);
      if (!text.startsWith(POSTGRESQL)) {
        String hidden = text.replaceAll("(password=)[^&]*", "$1***");
        throw wrong(settings, key + "=" + hidden + " expected " + POSTGRESQL + "//HOST/DATABASE");
      }
    }
  }

  private static Thresholds thresholds(Settings settings) {
    Search set = bind(settings, "search", Search.class);
    double hit = Optional.ofNullable(set.hitFpir()).orElse(Thresholds.STANDARD.hitFpir());
    double review = Optional.ofNullable(set.reviewFpir()).orElse(Thresholds.STANDARD.reviewFpir());
    if (review < hit) {
      throw wrong(
          settings,
          "search.review-fpir="
              + review
              + " is below search.hit-fpir="
              + hit
              + "; whoever is a hit is a possible candidate, too");
    }
    return new Thresholds(hit, review);
  }

  private static VerificationRules verification(Settings settings) {
    Verification set = bind(settings, "verification", Verification.class);
    VerificationRules usual = VerificationRules.standard();
    double share = Optional.ofNullable(set.plantedShare()).orElse(usual.plantedShare());
    long minutes = Optional.ofNullable(set.minutes()).orElse(usual.taskLife().toMinutes());
    return new VerificationRules(share, Duration.ofMinutes(minutes), usual.queue());
  }

  private static HoldTimes holds(Settings settings) {
    Quality set = bind(settings, "quality", Quality.class);
    HoldTimes usual = HoldTimes.standard();
    long hold = Optional.ofNullable(set.holdMinutes()).orElse(usual.usual().toMinutes());
    long urgent = Optional.ofNullable(set.urgentMinutes()).orElse(usual.urgent().toMinutes());
    if (urgent > hold) {
      throw wrong(
          settings,
          "quality.urgent-minutes="
              + urgent
              + " is above quality.hold-minutes="
              + hold
              + "; what is urgent is not held longer");
    }
    return new HoldTimes(Duration.ofMinutes(hold), Duration.ofMinutes(urgent));
  }

  private static Map<String, String> determinations(Settings settings) {
    Map<String, String> own =
        binder(settings)
            .bind("determination", Bindable.mapOf(String.class, String.class))
            .orElse(Map.of());
    own.forEach((key, words) -> {
      try {
        DeterminationKinds.standard().with(Map.of(key, words));
      } catch (IllegalArgumentException | RefusedStep e) {
        throw wrong(settings, "determination." + key + "=" + words + ": " + e.getMessage());
      }
    });
    return own;
  }

  private static <T> T bind(Settings settings, String name, Class<T> type) {
    try {
      BindHandler checking = new ValidationBindHandler(Checks.VALIDATOR);
      return binder(settings).bindOrCreate(name, Bindable.of(type), checking);
    } catch (BindException e) {
      throw wrong(settings, what(settings, e));
    }
  }

  /// Made once: what it reads of classes takes longer than every start's checks.
  private static final class Checks {
    private static final SpringValidatorAdapter VALIDATOR =
        new SpringValidatorAdapter(Validation.buildDefaultValidatorFactory().getValidator());
  }

  private static IllegalArgumentException wrong(Settings settings, String what) {
    return new IllegalArgumentException(settings.file() + ": " + what);
  }

  private static Binder binder(Settings settings) {
    return new Binder(source(settings));
  }

  private static MapConfigurationPropertySource source(Settings settings) {
    return new MapConfigurationPropertySource(settings.values());
  }

  /// What is wrong, with the text as it was written.
  private static String what(Settings settings, BindException e) {
    if (e.getCause() instanceof BindValidationException refused
        && refused.getValidationErrors().getAllErrors().getFirst() instanceof FieldError field) {
      String key = refused.getValidationErrors().getName() + "." + dashed(field.getField());
      return written(settings, key) + " " + field.getDefaultMessage();
    }
    boolean isWhole = Long.class.equals(e.getTarget().getType().resolve());
    return written(settings, e.getName().toString())
        + (isWhole ? " expected a whole number" : " expected a number");
  }

  /// Key and text; a key may be written `hitFpir`, too.
  private static String written(Settings settings, String key) {
    ConfigurationProperty found =
        source(settings).getConfigurationProperty(ConfigurationPropertyName.of(key));
    return key + "=" + (found == null ? "" : found.getValue());
  }

  private static String dashed(String field) {
    return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
