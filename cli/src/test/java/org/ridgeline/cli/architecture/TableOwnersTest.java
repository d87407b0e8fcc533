package org.ridgeline.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every table and view has one package that owns it: nobody else's SQL names it. What two packages
/// are asked for together is a view in a Flyway file, or a method of the owner.
class TableOwnersTest {
  /// Tables and views by the package that owns them, as `room.package`, or the room alone where its
  /// root holds all.
  private static final Map<String, Set<String>> OWNED =
      Map.ofEntries(
          Map.entry(
              "casework.casefile",
              Set.of("case_file", "case_lead", "case_event", "case_receipt", "case_kept")),
          Map.entry(
              "casework.evidence",
              Set.of(
                  "citizenship_check",
                  "citizenship_review",
                  "fact",
                  "source_document",
                  "interview",
                  "protected_stop",
                  // Of the first version; history_entry took its place.
                  "disposition_note")),
          Map.entry("casework.history", Set.of("history_entry", "priority_factor")),
          Map.entry(
              "casework.determination",
              Set.of("determination", "outbound_answer", "waiting_answer", "answered_match")),
          Map.entry(
              "casework.custody",
              Set.of(
                  "facility",
                  "hold_limit",
                  "hold_holiday",
                  "alarm_lead",
                  "custody",
                  "custody_event",
                  "custody_alarm",
                  "hand_over",
                  "hand_over_receipt",
                  "referral",
                  "referral_step",
                  "programme",
                  "outcome",
                  "agency_burden")),
          Map.entry(
              "casework.redress",
              Set.of("redress_item", "redress_event", "redress_escalation", "correction_notice")),
          Map.entry(
              "casework.verification",
              Set.of(
                  "known_pair",
                  "comparison",
                  "comparison_print",
                  "comparison_task",
                  "comparison_verdict",
                  "comparison_mark",
                  "comparison_ridge_line",
                  "comparison_set_aside",
                  "score_seen",
                  "examiner_standing")),
          Map.entry(
              "exchange.agency",
              Set.of(
                  "agency",
                  "activation",
                  "office",
                  "office_coverage",
                  "owner_token",
                  "state_option",
                  "state_choice",
                  "agency_sends_as",
                  "agency_service",
                  "agency_copy",
                  "access_token",
                  "agency_certificate",
                  "state_bureau",
                  "open_delivery",
                  "agency_user",
                  "uncovered_lead",
                  "listed_jurisdiction",
                  "listed_period")),
          Map.entry(
              "exchange.jurisdiction",
              Set.of(
                  "jurisdiction",
                  "wave",
                  "wave_member",
                  "jurisdiction_period",
                  "readiness_item",
                  "readiness_tick",
                  "legal_basis",
                  "public_notice",
                  "jurisdiction_change",
                  "jurisdiction_agency")),
          Map.entry(
              "exchange.completeness",
              Set.of("booking_count", "booking_fields", "completeness_agency")),
          Map.entry(
              "exchange.submission",
              Set.of(
                  "submission",
                  "finding",
                  "probe_finger",
                  "search",
                  "quality_hold",
                  "quality_correction",
                  "submitter",
                  "held_submission")),
          Map.entry(
              "exchange.answer",
              Set.of(
                  "answer",
                  "delivery",
                  "bureau_answer",
                  "answered_booking",
                  "receiver",
                  "copy_receiver",
                  "state_forwarding",
                  "return_cause",
                  "poor_finger",
                  "held_answer")),
          Map.entry(
              "exchange.purge", Set.of("submission_purge", "purge_receipt", "retention_hold")),
          Map.entry("exchange.lead", Set.of("lead", "lead_office", "lead_order", "held_lead")),
          Map.entry(
              "exchange.operator",
              Set.of("operator", "setup_link", "login_place", "login_failure")),
          Map.entry(
              "repository",
              Set.of(
                  "person",
                  "encounter",
                  "encounter_file",
                  "finger",
                  "not_renewed",
                  "name_used",
                  "identifier",
                  "history_record",
                  "gallery",
                  "gallery_change")),
          Map.entry("repository.amend", Set.of("amendment", "expunged_file", "expiry")),
          Map.entry("repository.export", Set.of("export")),
          Map.entry("ledger", Set.of("entry", "link", "checkpoint", "signing_key")),
          Map.entry("ledger.stamp", Set.of("time_stamp")));

  /// What a room's schema has for its facts and for the places of those that follow other rooms':
  /// named by the SQL of the room `outbox` alone.
  private static final Set<String> OF_OUTBOX = Set.of("outbox", "consumer_place", "consumer_aside");

  private static final Pattern CREATED =
      Pattern.compile("(?im)^\\s*create (?:or replace )?(?:table|view) (?:if not exists )?(\\w+)");
  private static final Pattern LITERAL =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
  private static final Pattern NAMED =
      Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+(?:ledger\\.)?([a-z_]+)\\b");

  private static String room(String owner) {
    return owner.split("\\.")[0];
  }

  private static Map<String, String> ownersOf(String room) {
    Map<String, String> owners = new HashMap<>();
    OWNED.forEach((owner, tables) -> {
      if (room(owner).equals(room)) {
        tables.forEach(table -> owners.put(table, owner));
      }
    });
    return owners;
  }

  private static Set<String> rooms() {
    Set<String> rooms = new TreeSet<>();
    OWNED.keySet().forEach(owner -> rooms.add(room(owner)));
    return rooms;
  }

  @Test
  void everyTableOfTheFlywayFilesHasItsOwner() throws IOException {
    for (String room : rooms()) {
      Path files = Sources.root().resolve(room).resolve("src/main/resources/db");
      Set<String> created = new TreeSet<>();
      try (Stream<Path> all = Files.walk(files)) {
        for (Path file : all.filter(f -> f.toString().endsWith(".sql")).toList()) {
          CREATED.matcher(Files.readString(file)).results().forEach(m -> created.add(m.group(1)));
        }
      }
      created.removeAll(OF_OUTBOX);
      assertThat(created).as(room).isEqualTo(new TreeSet<>(ownersOf(room).keySet()));
    }
  }

  /// Tables of a room that a source file's SQL names.
  private static Set<String> named(String source, Set<String> tables) {
    List<String> literals = new ArrayList<>();
    Matcher literal = LITERAL.matcher(source);
    while (literal.find()) {
      literals.add(literal.group(1) == null ? literal.group(2) : literal.group(1));
    }
    Set<String> named = new TreeSet<>();
    for (String text : literals) {
      NAMED
          .matcher(text)
          .results()
          .map(m -> m.group(1))
          .filter(tables::contains)
          .forEach(named::add);
    }
    // A table's name put into a statement stands alone.
    if (literals.stream().anyMatch(text -> text.endsWith(" from "))) {
      literals.stream().filter(tables::contains).forEach(named::add);
    }
    return named;
  }

  private static Set<String> foreign() throws IOException {
    Set<String> foreign = new TreeSet<>();
    for (Path file : Sources.java("main")) {
      String path = Sources.root().relativize(file).toString().replace('\\', '/');
      String room = path.split("/")[0];
      if (!rooms().contains(room)) {
        continue;
      }
      String name = path.replaceAll(".*/org/ridgeline/", "").replace(".java", "").replace('/', '.');
      String home = name.substring(0, Math.max(name.lastIndexOf('.'), 0));
      Map<String, String> owners = ownersOf(room);
      OF_OUTBOX.forEach(table -> owners.put(table, "outbox"));
      for (String table : named(Files.readString(file), owners.keySet())) {
        if (!owners.get(table).equals(home)) {
          foreign.add(name + " " + table);
        }
      }
    }
    return foreign;
  }

  @Test
  void sqlNamesTablesOfItsOwnPackageOnly() throws IOException {
    assertThat(foreign()).isEmpty();
  }

  @Test
  void sqlIsFound() throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    for (Path file : Sources.java("main")) {
      String room = Sources.root().relativize(file).getName(0).toString();
      int tables = named(Files.readString(file), ownersOf(room).keySet()).size();
      found.merge(room, tables, Integer::sum);
    }
    // Ledger's own SQL calls functions of the database, but for reading.
    assertThat(found.get("casework")).isGreaterThan(35);
    assertThat(found.get("exchange")).isGreaterThan(17);
    assertThat(found.get("repository")).isGreaterThan(8);
    assertThat(named("\"select 1 from fact\"", Set.of("fact"))).containsExactly("fact");
  }

  @Test
  void desksAskStores() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ridgeline.casework");
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Desk")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "javax\\.sql\\..*|java\\.sql\\..*|org\\.springframework\\.jdbc\\.core\\..*")
        .check(classes);
  }
}
