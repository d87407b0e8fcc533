package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.app.RetentionSettings;
import org.ridgeline.app.Services;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.oversight.inventory.Entry;
import org.ridgeline.oversight.inventory.Inventory;
import org.ridgeline.oversight.inventory.InventorySource;
import org.ridgeline.oversight.inventory.InventoryText;
import org.ridgeline.oversight.inventory.Part;
import org.ridgeline.policy.PolicyTables;
import org.ridgeline.repository.Purpose;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.vocabulary.Sha256;
import tools.jackson.databind.JsonNode;

/// The inventory against what runs: the database's own catalogue, the code's closed lists, the
/// learned files of the program, and settings. What is new and not in it fails here.
class InventoryIT {
  @TempDir private static Path temp;
  private static RunningServer running;
  private static Connection admin;

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(temp.resolve("data"));
    running.agency("CA0350000", false, Channel.FETCH, Optional.empty());
    try (DataFolder beside = beside(Map.of())) {
      admin = DriverManager.getConnection(beside.managedAddress().orElseThrow().whole());
    }
  }

  @AfterAll
  static void stop() throws Exception {
    admin.close();
    running.close();
  }

  private static DataFolder beside(Map<String, String> set) throws IOException {
    Path file = running.data.resolve("ridgeline.properties");
    return DataFolder.use(running.data, new Settings(file, set));
  }

  private static Inventory now() {
    return running.server.get(InventorySource.class).now();
  }

  /// The same installation where something else is set.
  private static Inventory where(Map<String, String> set) throws IOException {
    try (DataFolder folder = beside(set);
        Services services = Services.open(folder, Engine::standard, Clock.systemUTC())) {
      return services.get(InventorySource.class).now();
    }
  }

  private static Set<String> asked(String sql) throws SQLException {
    Set<String> answers = new TreeSet<>();
    try (Statement statement = admin.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }

  private static void execute(String sql) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Set<String> cells(Inventory inventory, Part part, String... columns) {
    Set<String> found = new TreeSet<>();
    for (Entry row : inventory.rows(part)) {
      found.add(String.join(".", Stream.of(columns).map(row::cell).toList()));
    }
    return found;
  }

  @Test
  void everyTableOfTheDatabaseHasItsRowWithAllItsColumns() throws Exception {
    assertThat(cells(now(), Part.TABLES, "schema", "table", "columns"))
        .isEqualTo(
            asked(
                """
                select t.table_schema || '.' || t.table_name || '.' || count(*)
                from information_schema.tables t join information_schema.columns c
                  on c.table_schema = t.table_schema and c.table_name = t.table_name
                where t.table_type = 'BASE TABLE'
                  and t.table_schema not in ('pg_catalog', 'information_schema')
                group by t.table_schema, t.table_name
                """))
        .hasSizeGreaterThan(100);
  }

  @Test
  void everythingThatIsThereIsDescribed() {
    Set<String> unsaid = new TreeSet<>();
    for (Entry row : now().entries()) {
      if (row.cells().contains(Inventory.NOT_DESCRIBED)) {
        unsaid.add(row.toString());
      }
    }
    assertThat(unsaid).isEmpty();
  }

  @Test
  void nothingIsDescribedThatIsNotThere() throws IOException {
    Properties words = new Properties();
    try (var in = Services.class.getResourceAsStream("inventory.properties")) {
      words.load(in);
    }
    Set<String> there = new TreeSet<>();
    for (Entry row : now().entries()) {
      switch (row.part()) {
        case TABLES -> {
          String schema = row.cell("schema");
          String room = Settings.REPOSITORIES.contains(schema) ? "repository" : schema;
          there.add("table." + room + "." + row.cell("table"));
          there.add("table." + row.cell("table"));
        }
        case PEOPLE -> there.add("role." + row.cell("role"));
        case PURPOSES -> there.add("purpose." + row.cell("purpose"));
        default -> {}
      }
    }
    Set<String> gone = new TreeSet<>(words.stringPropertyNames());
    gone.removeIf(key -> key.startsWith("folder."));
    gone.removeAll(there);
    assertThat(gone).isEmpty();
  }

  @Test
  void everyRoleThatMayLogInIsThereWithItsSchemas() throws Exception {
    assertThat(cells(now(), Part.DATABASE_ROLES, "role"))
        .isEqualTo(asked("select rolname from pg_roles where rolname !~ '^pg_'"));
    assertThat(now().rows(Part.DATABASE_ROLES))
        .filteredOn(row -> row.cell("schema").equals("sealed"))
        .extracting(row -> row.cell("role") + ": " + row.cell("may"))
        .containsExactly(
            "ridgeline_admin: everything: superuser",
            "ridgeline_exchange: tables: 0 read, 0 written; functions: forget, put",
            "ridgeline_sealed: everything: owns it");
  }

  @Test
  void aPlantedTableAndAPlantedRoleAreSeenAtOnce() throws Exception {
    execute("create table exchange.planted (one text, two text)");
    execute("create role planted_reader login");
    try {
      execute("grant usage on schema exchange to planted_reader");
      execute("grant select (one) on exchange.planted to planted_reader");
      Inventory seen = now();
      assertThat(seen.rows(Part.TABLES))
          .contains(Entry.of(Part.TABLES, "exchange", "planted", "2", Inventory.NOT_DESCRIBED));
      assertThat(seen.rows(Part.DATABASE_ROLES))
          .contains(
              Entry.of(
                  Part.DATABASE_ROLES,
                  "planted_reader",
                  "exchange",
                  "tables: 1 read, 0 written; functions: none"));
      assertThat(cells(seen.forPublic(), Part.DATABASE_ROLES, "role"))
          .doesNotContain("planted_reader");
      execute("comment on table exchange.planted is 'what the catalogue says'");
      assertThat(cells(now(), Part.TABLES, "table", "held_for"))
          .contains("planted.what the catalogue says");
    } finally {
      execute("drop table exchange.planted");
      execute("drop owned by planted_reader");
      execute("drop role planted_reader");
    }
  }

  private static <T> Set<String> texts(T[] all, Function<T, String> text) {
    return new TreeSet<>(Stream.of(all).map(text).toList());
  }

  @Test
  void everyRolePurposeServiceAndRuleOfTheCodeHasItsRow() {
    Inventory inventory = now();
    assertThat(cells(inventory, Part.PEOPLE, "role")).isEqualTo(texts(Role.values(), Role::name));
    assertThat(cells(inventory, Part.PURPOSES, "purpose"))
        .isEqualTo(texts(Purpose.values(), Purpose::name));
    assertThat(cells(inventory, Part.SERVICES, "service"))
        .isEqualTo(texts(Service.values(), Service::key));
    Set<String> rules = new TreeSet<>(Set.of("run", "unfetched", "outbound-hours"));
    rules.addAll(RetentionSettings.RULES);
    assertThat(cells(inventory, Part.RETENTION, "rule"))
        .isEqualTo(texts(rules.toArray(String[]::new), rule -> "retention." + rule));
  }

  @Test
  void everyLearnedFileAndEveryPolicyTableIsNamedWithItsHash() throws Exception {
    List<Entry> rows = new ArrayList<>(now().rows(Part.ALGORITHMS));
    rows.addAll(now().rows(Part.POLICIES));
    int files = 0;
    for (String room : List.of("search", "extract", "policy")) {
      Path resources = Path.of("..", room, "src", "main", "resources");
      if (!Files.exists(resources)) {
        continue;
      }
      try (Stream<Path> all = Files.walk(resources)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files++;
          assertThat(rows)
              .as(file.toString())
              .anyMatch(row ->
                  row.cells().getFirst().contains("(" + file.getFileName() + ")")
                      && row.cell("sha256").matches("[0-9a-f]{64}"));
        }
      }
    }
    assertThat(files).isEqualTo(5);
    String published = PolicyTables.texts().get("B");
    assertThat(cells(now(), Part.POLICIES, "sha256"))
        .contains(Sha256.hex(published.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsSetChangesTheInventoryAndOnlyThere() throws IOException {
    Map<String, String> set = new TreeMap<>();
    set.put("search.hit-fpir", "0.0002");
    set.put("retention.leads", "30");
    set.put("retention.cases.no-action-x", "9");
    set.put("determination.no-action-x", "nothing more to do");
    set.put("statistics.hide-below", "25");
    set.put("verification.planted-share", "0.3");
    Inventory before = now();
    Inventory after = where(set);
    Consumer<Inventory> has =
        inventory -> {
          assertThat(cells(inventory, Part.LINES, "where", "line", "rate"))
              .contains("criminal, BOOKING.hit fpir.0.0002");
          assertThat(cells(inventory, Part.RETENTION, "rule", "in_force"))
              .contains("retention.leads.30 days", "retention.cases.no-action-x.9 days");
          assertThat(cells(inventory, Part.POLICIES, "policy", "says"))
              .contains("public counts are hidden below.25")
              .anyMatch(cell -> cell.startsWith("determination no-action-x.nothing more to do"))
              .anyMatch(cell -> cell.contains("planted share 0.3"));
          assertThat(cells(inventory, Part.SETTINGS, "key", "value"))
              .contains("search.hit-fpir.0.0002", "retention.leads.30");
        };
    has.accept(after);
    has.accept(after.forPublic());
    assertThat(before.rows(Part.SETTINGS)).isEmpty();
    for (Part part : List.of(Part.TABLES, Part.DATABASE_ROLES, Part.ALGORITHMS, Part.PEOPLE)) {
      assertThat(after.rows(part)).isEqualTo(before.rows(part));
    }
  }

  @Test
  void noSecretIsInItAndNoPlaceInThePublicOne() throws IOException {
    Inventory seen =
        where(
            Map.of(
                "civil.db-url",
                    "jdbc:postgresql://someone:hunter22@10.9.8.7:5/prints?password=pw33",
                "civil.db-password", "letmein44",
                "ledger.witness", "http://127.0.0.1:9/witness"));
    String all = seen.toString();
    assertThat(all).doesNotContain("hunter22", "pw33", "letmein44").contains("10.9.8.7");
    assertThat(seen.rows(Part.TABLES))
        .contains(Entry.of(Part.TABLES, "civil", "(all)", "", "its server cannot be asked now"));
    assertThat(cells(seen, Part.PARTNERS, "kind", "standing")).contains("witness.countersigns");
    assertThat(seen.forPublic().toString())
        .doesNotContain("10.9.8.7", "127.0.0.1", "someone", "Test CA0350000")
        .contains("civil.db-url", Inventory.NOT_SHOWN);
    for (String secret : secrets()) {
      assertThat(all).doesNotContain(secret);
    }
  }

  private static Set<String> secrets() throws IOException {
    Properties secrets = new Properties();
    try (var in = Files.newBufferedReader(running.data.resolve(DataFolder.SECRETS))) {
      secrets.load(in);
    }
    assertThat(secrets).isNotEmpty();
    Set<String> values = new TreeSet<>();
    secrets.values().forEach(value -> values.add(value.toString()));
    return values;
  }

  @Test
  void anybodyReadsItAsPageJsonAndPdfAndSeesNoAgencysName() throws Exception {
    Api.Reply json = running.api.getWithoutToken("/public/inventory.json");
    assertThat(json.status()).isEqualTo(200);
    JsonNode read = json.json();
    assertThat(read.path("tables").size()).isEqualTo(now().rows(Part.TABLES).size());
    assertThat(read.path("partners").toString())
        .contains("\"agency\"", "(1)")
        .doesNotContain("CA0350000", "Office");
    Api.Reply page = running.api.getWithoutToken("/public/inventory");
    assertThat(page.status()).isEqualTo(200);
    assertThat(new String(page.response().body(), StandardCharsets.UTF_8))
        .contains("Data held: tables", "<th scope=\"row\">OFFICER</th>")
        .doesNotContain("CA0350000", running.data.toString(), "127.0.0.1");
    assertThat(page.response().headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("script-src");
    Api.Reply pdf = running.api.getWithoutToken("/public/inventory.pdf");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(new String(pdf.response().body(), 0, 5, StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    assertThat(running.api.getWithoutToken("/public/inventory.schema.json").status())
        .isEqualTo(200);
    assertThat(running.api.getWithoutToken("/public/inventory.txt").status()).isEqualTo(404);
  }

  @Test
  void thePageInDocsIsWhatRuns() throws IOException {
    Path page = Path.of("..", "docs", "inventory.md");
    String text = InventoryText.of(now());
    if (Boolean.getBoolean("inventory.write")) {
      Files.writeString(page, text);
    }
    assertThat(Files.readString(page)).isEqualTo(text);
  }
}
