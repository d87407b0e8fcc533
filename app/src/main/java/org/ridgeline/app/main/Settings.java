package org.ridgeline.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.ridgeline.casework.verification.VerificationRules;
import org.ridgeline.search.decision.Thresholds;

/// What of a data folder's working can be set: by `ridgeline.properties` in it, or by options.
///
///     db-url               JDBC URL of an external PostgreSQL, with a user that may create roles
///     criminal.db-url      the criminal repository on a server of its own, with user and password
///     immigration.db-url   the immigration repository likewise
///     search.hit-fpir      share of searches that may bring up a stranger as a hit
///     search.review-fpir   and as a possible candidate
///     verification.planted-share   share of examiners' comparisons whose answer is known
///     verification.minutes         how long an examiner has for a comparison
///     determination.KEY    words of a further determination, which ends a case without action
public record Settings(
    Optional<String> dbUrl,
    Optional<String> criminalDbUrl,
    Optional<String> immigrationDbUrl,
    Thresholds thresholds,
    VerificationRules verification,
    Map<String, String> determinations) {
  private static final String SHARE = "verification.planted-share";
  private static final String MINUTES = "verification.minutes";
  private static final String DETERMINATION = "determination.";

  public Settings {
    determinations = Map.copyOf(determinations);
  }

  /// Settings of a folder; `dbUrl` given as an option goes before the file's.
  /// - **Error** a rate that is none, or a review rate below the hit rate: IllegalArgumentException
  public static Settings of(Path root, Optional<String> dbUrl) throws IOException {
    Properties file = new Properties();
    Path path = root.resolve("ridgeline.properties");
    if (Files.exists(path)) {
      try (var in = Files.newBufferedReader(path)) {
        file.load(in);
      }
    }
    return new Settings(
        dbUrl.or(() -> value(file, "db-url")),
        value(file, "criminal.db-url"),
        value(file, "immigration.db-url"),
        thresholds(file, path),
        verification(file, path),
        determinations(file));
  }

  private static VerificationRules verification(Properties file, Path path) {
    VerificationRules usual = VerificationRules.standard();
    String share = value(file, SHARE).orElse(String.valueOf(usual.plantedShare()));
    String minutes = value(file, MINUTES).orElse(String.valueOf(usual.taskLife().toMinutes()));
    try {
      return new VerificationRules(
          Double.parseDouble(share), Duration.ofMinutes(Long.parseLong(minutes)), usual.queue());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          path
              + ": "
              + SHARE
              + "="
              + share
              + ", "
              + MINUTES
              + "="
              + minutes
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static Map<String, String> determinations(Properties file) {
    Map<String, String> words = new TreeMap<>();
    for (String key : file.stringPropertyNames()) {
      if (key.startsWith(DETERMINATION)) {
        value(file, key).ifPresent(text -> words.put(key.substring(DETERMINATION.length()), text));
      }
    }
    return words;
  }

  private static Thresholds thresholds(Properties file, Path path) {
    double hit = rate(file, path, "search.hit-fpir", Thresholds.STANDARD.hitFpir());
    double review = rate(file, path, "search.review-fpir", Thresholds.STANDARD.reviewFpir());
    if (review < hit) {
      throw new IllegalArgumentException(
          path
              + ": search.review-fpir="
              + review
              + " is below search.hit-fpir="
              + hit
              + "; whoever is a hit is a possible candidate, too");
    }
    return new Thresholds(hit, review);
  }

  private static double rate(Properties file, Path path, String key, double usual) {
    String text = value(file, key).orElse(String.valueOf(usual));
    double rate;
    try {
      rate = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      rate = Double.NaN;
    }
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException(
          path + ": " + key + "=" + text + " expected a number above 0 and below 1");
    }
    return rate;
  }

  private static Optional<String> value(Properties file, String key) {
    return Optional.ofNullable(file.getProperty(key)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
