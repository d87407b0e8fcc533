package org.ridgeline.app.main;

import jakarta.validation.Validation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.verification.VerificationRules;
import org.ridgeline.node.Settings;
import org.ridgeline.search.decision.Thresholds;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/// What the texts of `ridgeline.properties` mean to the rooms.
///
///     db-url               JDBC URL of an external PostgreSQL, with a user that may create roles
///     criminal.db-url      the criminal repository on a server of its own, with user and password
///     immigration.db-url   the immigration repository likewise
///     search.hit-fpir      share of searches that may bring up a stranger as a hit
///     search.review-fpir   and as a possible candidate
///     verification.planted-share   share of examiners' comparisons whose answer is known
///     verification.minutes         how long an examiner has for a comparison
///     determination.KEY    words of a further determination, which ends a case without action
///
/// - **Shape** `determinations`: key to words
public record RoomSettings(
    Thresholds thresholds, VerificationRules verification, Map<String, String> determinations) {
  private static final String RATE = "expected a number above 0 and below 1";

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
  record Verification(@Nullable Double plantedShare, @Nullable Long minutes) {}

  /// Reads what is set; what is not has its usual value.
  /// - **Error** a value that is none of its kind, or a review rate below the hit rate:
  ///   IllegalArgumentException, naming file, key, value and what was expected
  public static RoomSettings of(Settings settings) {
    return new RoomSettings(thresholds(settings), verification(settings), determinations(settings));
  }

  private static Thresholds thresholds(Settings settings) {
    Search set = bind(settings, "search", Search.class);
    double hit = Optional.ofNullable(set.hitFpir()).orElse(Thresholds.STANDARD.hitFpir());
    double review = Optional.ofNullable(set.reviewFpir()).orElse(Thresholds.STANDARD.reviewFpir());
    if (review < hit) {
      throw new IllegalArgumentException(
          settings.file()
              + ": search.review-fpir="
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
    try {
      return new VerificationRules(share, Duration.ofMinutes(minutes), usual.queue());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          settings.file()
              + ": verification.planted-share="
              + share
              + ", verification.minutes="
              + minutes
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static Map<String, String> determinations(Settings settings) {
    return binder(settings)
        .bind("determination", Bindable.mapOf(String.class, String.class))
        .orElse(Map.of());
  }

  private static <T> T bind(Settings settings, String name, Class<T> type) {
    try (var validators = Validation.buildDefaultValidatorFactory()) {
      BindHandler checking =
          new ValidationBindHandler(new SpringValidatorAdapter(validators.getValidator()));
      return binder(settings).bindOrCreate(name, Bindable.of(type), checking);
    } catch (BindException e) {
      throw new IllegalArgumentException(settings.file() + ": " + what(settings, e), e);
    }
  }

  private static Binder binder(Settings settings) {
    return new Binder(new MapConfigurationPropertySource(settings.values()));
  }

  /// What is wrong, with the text as it was written.
  private static String what(Settings settings, BindException e) {
    if (e.getCause() instanceof BindValidationException refused
        && refused.getValidationErrors().getAllErrors().getFirst() instanceof FieldError field) {
      String key = refused.getValidationErrors().getName() + "." + dashed(field.getField());
      return key + "=" + settings.value(key).orElse("") + " " + field.getDefaultMessage();
    }
    String key = e.getName().toString();
    return key + "=" + settings.value(key).orElse("") + " expected a number";
  }

  private static String dashed(String field) {
    return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
