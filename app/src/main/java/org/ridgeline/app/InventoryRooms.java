package org.ridgeline.app;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ridgeline.casework.casefile.Transitions;
import org.ridgeline.casework.custody.HoldLimit;
import org.ridgeline.casework.determination.DeterminationKind;
import org.ridgeline.casework.determination.DeterminationKinds;
import org.ridgeline.casework.verification.QueueRule;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.exchange.purge.RetentionRule;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.extract.Extractor;
import org.ridgeline.node.Settings;
import org.ridgeline.oversight.inventory.Entry;
import org.ridgeline.oversight.inventory.Part;
import org.ridgeline.policy.PolicyTable;
import org.ridgeline.policy.PolicyTables;
import org.ridgeline.repository.Check;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.RepositoryProfile;
import org.ridgeline.search.compare.PhaseWeights;
import org.ridgeline.search.decision.Calibration;
import org.ridgeline.search.decision.Thresholds;
import org.ridgeline.search.decision.VerificationLines;
import org.ridgeline.vocabulary.Sha256;

/// What the rooms' code and settings say of themselves, part by part. Nothing is asked of a
/// database here, and nothing is listed by hand: what a room has more of tomorrow is in the
/// inventory then.
final class InventoryRooms {
  private static final String NONE = "–";

  private InventoryRooms() {}

  static List<Entry> people(InventoryWords words) {
    return Stream.of(Role.values())
        .map(role ->
            Entry.of(
                Part.PEOPLE,
                role.name(),
                switch (role.scope()) {
                  case NONE -> NONE;
                  case ORI -> "one agency";
                  case STATE -> "one state";
                },
                words.of("role", role.name()),
                steps(role)))
        .toList();
  }

  private static String steps(Role role) {
    String steps =
        Transitions.table().stream()
            .filter(row -> row.roles().contains(role))
            .map(row -> row.step().words())
            .distinct()
            .collect(Collectors.joining("; "));
    return steps.isEmpty() ? NONE : steps;
  }

  static List<Entry> purposes(InventoryWords words) {
    return Stream.of(Purpose.values())
        .map(purpose ->
            Entry.of(
                Part.PURPOSES,
                purpose.name(),
                Stream.of(RepositoryName.values())
                    .filter(name -> DataWiring.profile(name).purposes().contains(purpose))
                    .map(RepositoryName::key)
                    .collect(Collectors.joining(", ")),
                purpose.check().map(Check::name).orElse(NONE),
                words.of("purpose", purpose.name())))
        .toList();
  }

  static List<Entry> services() {
    return Stream.of(Service.values())
        .map(service ->
            Entry.of(
                Part.SERVICES,
                service.key(),
                String.join(" ", service.tots()),
                String.valueOf(service.fingers()),
                service.keepsNothing() ? "nothing anybody goes back to" : "card and answers"))
        .toList();
  }

  /// Rules as they run, and what is set beside them.
  static List<Entry> retention(List<RetentionRule> rules, RetentionSettings settings) {
    Map<String, Integer> days = new TreeMap<>(settings.days());
    settings.outcomes().forEach((outcome, count) -> days.put("cases." + outcome, count));
    List<Entry> rows = new ArrayList<>();
    for (RetentionRule rule : rules) {
      rows.add(
          Entry.of(
              Part.RETENTION,
              "retention." + rule.key(),
              rule.since(),
              Optional.ofNullable(days.get(rule.key()))
                  .map(count -> count + " days")
                  .orElse("not set")));
    }
    rows.add(
        Entry.of(
            Part.RETENTION,
            "retention.run",
            NONE,
            settings.isDaily() ? "daily" : "by command only"));
    rows.add(
        Entry.of(
            Part.RETENTION,
            "retention.unfetched",
            "a purge waits for an answer to be acknowledged",
            settings.patience().answer().toDays() + " days"));
    rows.add(
        Entry.of(
            Part.RETENTION,
            "retention.outbound-hours",
            "a purge leaves a file in an outbound folder",
            settings.patience().outbound().toHours() + " hours"));
    return rows;
  }

  static List<Entry> algorithms(Calibration calibration) {
    PhaseWeights weights = PhaseWeights.load();
    return List.of(
        algorithm("extractor", String.valueOf(Extractor.VERSION), "nothing learned", NONE),
        algorithm(
            "signature network (signature.rln)",
            calibration.network().substring(0, 12),
            calibration.source(),
            calibration.network()),
        table("scores of signatures", calibration.source(), calibration.signature().toString()),
        table("scores of the quick look", calibration.source(), calibration.quick().toString()),
        table("scores of minutiae", calibration.fullSource(), calibration.full().toString()),
        table("scores of ridges", calibration.ridgesSource(), calibration.ridges().toString()),
        algorithm(
            "weights of ridges (phase-weights.properties)",
            sha256(weights.toLines()).substring(0, 12),
            weights.source(),
            sha256(weights.toLines())));
  }

  private static Entry table(String name, String source, String points) {
    String hash = sha256(points);
    return algorithm(name + " (calibration.properties)", hash.substring(0, 12), source, hash);
  }

  private static Entry algorithm(String name, String version, String source, String hash) {
    return Entry.of(Part.ALGORITHMS, name, version, source, hash);
  }

  static List<Entry> lines(Thresholds set) {
    List<Entry> rows = new ArrayList<>();
    for (RepositoryName name : RepositoryName.values()) {
      RepositoryProfile profile = DataWiring.profile(name).with(set);
      for (Check check : profile.checks()) {
        Thresholds lines = profile.thresholds(check);
        String where = name.key() + ", " + check;
        rows.add(Entry.of(Part.LINES, where, "hit fpir", rate(lines.hitFpir())));
        rows.add(Entry.of(Part.LINES, where, "review fpir", rate(lines.reviewFpir())));
      }
    }
    String one = "one person who is named";
    rows.add(Entry.of(Part.LINES, one, "match fmr", rate(VerificationLines.MATCH_FMR)));
    rows.add(Entry.of(Part.LINES, one, "open fmr", rate(VerificationLines.OPEN_FMR)));
    return rows;
  }

  static List<Entry> policies(
      RoomSettings settings, StatisticsSettings statistics, DeterminationKinds kinds) {
    List<Entry> rows = new ArrayList<>();
    Map<String, String> texts = PolicyTables.texts();
    String current = PolicyTables.current().version();
    for (PolicyTable table : PolicyTables.published()) {
      rows.add(
          Entry.of(
              Part.POLICIES,
              "priority table (policy-" + table.version() + ".table)",
              table.version() + " of " + table.from(),
              (table.version().equals(current) ? "in force: " : "published: ")
                  + table.title()
                  + ", "
                  + table.rows().size()
                  + " rows",
              sha256(texts.getOrDefault(table.version(), ""))));
    }
    for (DeterminationKind kind : kinds.all()) {
      rows.add(
          rule(
              "determination " + kind.key(),
              kind.words()
                  + "; then "
                  + kind.effect().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
    QueueRule queue = settings.verification().queue();
    rows.add(
        rule(
            "examiners' comparisons",
            "planted share "
                + settings.verification().plantedShare()
                + ", "
                + settings.verification().taskLife().toMinutes()
                + " minutes each"));
    rows.add(
        rule(
            "when an examiner leaves the queue",
            "more than "
                + queue.falseIdentificationsMax()
                + " false identifications in the last "
                + queue.window()
                + " planted, or a rate over "
                + queue.falseIdentificationRateMax()
                + " (exclusions "
                + queue.falseExclusionRateMax()
                + ")"));
    rows.add(
        rule(
            "how long a card is held for quality control",
            settings.holds().usual().toMinutes()
                + " minutes, urgent "
                + settings.holds().urgent().toMinutes()));
    rows.add(rule("public counts are hidden below", String.valueOf(statistics.hideBelow())));
    return rows;
  }

  private static String rate(double rate) {
    return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
  }

  private static Entry rule(String name, String says) {
    return Entry.of(Part.POLICIES, name, NONE, says, NONE);
  }

  /// How long somebody may be kept after they may go, by state.
  static List<Entry> holdLimits(List<HoldLimit> limits) {
    return limits.stream()
        .sorted(Comparator.comparing(HoldLimit::state).thenComparing(HoldLimit::version))
        .map(limit ->
            Entry.of(
                Part.POLICIES,
                "lawful hold, "
                    + (limit.state().equals(HoldLimit.ANY_STATE) ? "other states" : limit.state()),
                limit.version() + " of " + limit.from(),
                limit.hours() + " hours, " + (limit.verified() ? "verified" : "not verified"),
                NONE))
        .toList();
  }

  /// What is set, without what is secret in it.
  static List<Entry> settings(Settings settings) {
    List<Entry> rows = new ArrayList<>();
    new TreeMap<>(settings.values())
        .forEach((key, value) ->
            rows.add(Entry.of(Part.SETTINGS, key, SettingsStand.hidden(key, value))));
    return rows;
  }

  /// What a data folder may hold, and what lies in this one beside.
  static List<Entry> folders(Set<String> there, InventoryWords words) {
    Set<String> names = new TreeSet<>(words.names("folder"));
    names.addAll(there);
    return names.stream()
        .map(name -> Entry.of(Part.FOLDERS, name, words.of("folder", name)))
        .toList();
  }

  private static String sha256(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
