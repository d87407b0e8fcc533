package org.ridgeline.app;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.node.Settings;

/// The keys that `ridgeline.properties` may have. One that nobody reads would be a wish that nobody
/// hears: it is refused, with the nearest one that is read.
final class KnownKeys {
  /// Read by their very spelling.
  private static final Set<String> EXACT =
      Set.of(
          "ledger.checkpoints",
          "ledger.witness",
          "ledger.tsa-url",
          "ledger.tsa-certificate",
          "ledger.tsa-policy",
          "ledger.tsa-minutes",
          StatisticsSettings.HIDE_BELOW,
          "server.tls-certificate",
          "server.tls-key",
          "server.client-authorities",
          "server.trusted-proxies",
          "server.public-url",
          "server.plain",
          "console.lock-after",
          "console.notice");

  private static final List<String> DATABASE =
      List.of("db-url", "db-user", "db-password", "db-password-file");

  /// May be written `search.hitFpir`, too.
  private static final Set<String> BOUND =
      Set.of(
          "quality.hold-minutes",
          "quality.urgent-minutes",
          "search.hit-fpir",
          "search.review-fpir",
          "verification.planted-share",
          "verification.minutes");

  /// Whose rest is a name; [RetentionSettings] and [RoomSettings] say which there are.
  private static final List<String> NAMED = List.of("retention.", "determination.");

  private KnownKeys() {}

  /// - **Error** a key that nobody reads: IllegalArgumentException
  static void check(Settings settings) {
    for (String key : new TreeSet<>(settings.values().keySet())) {
      if (!isKnown(key)) {
        throw new IllegalArgumentException(
            settings.file()
                + ": "
                + key
                + " is no setting; the nearest is "
                + nearest(key)
                + " (docs/operating.md has all)");
      }
    }
  }

  private static boolean isKnown(String key) {
    return exact().contains(key)
        || BOUND.stream().anyMatch(bound -> plain(bound).equals(plain(key)))
        || NAMED.stream().anyMatch(key::startsWith);
  }

  private static Set<String> exact() {
    Set<String> all = new TreeSet<>(EXACT);
    all.addAll(DATABASE);
    for (RepositoryName name : RepositoryName.values()) {
      DATABASE.forEach(key -> all.add(name.key() + "." + key));
    }
    return all;
  }

  private static String plain(String key) {
    return key.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  private static String nearest(String key) {
    Set<String> all = exact();
    all.addAll(BOUND);
    RetentionSettings.RULES.forEach(rule -> all.add("retention." + rule));
    return all.stream()
        .min(Comparator.comparingInt(known -> distance(plain(known), plain(key))))
        .orElseThrow();
  }

  /// Levenshtein's: letters to put in, take out or change.
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] here = new int[other.length() + 1];
      here[0] = i;
      for (int j = 1; j < here.length; j++) {
        int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        here[j] = Math.min(changed, 1 + Math.min(here[j - 1], before[j]));
      }
      before = here;
    }
    return before[other.length()];
  }
}
