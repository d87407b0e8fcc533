package org.ridgeline.oversight.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.estimate.disparity.Disparity.UnitDisparity;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.fixture.TestDatabase;

/// Who can do what with sealed demographics, asked of the database as each role.
class DemographicStoreTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final DemographicStore.Days DAYS = new DemographicStore.Days(DAY, DAY);
  private static final Demographics WOMAN =
      new Demographics(Sex.FEMALE, AgeBand.TO_34, Optional.of("QX7PLAIN"));
  private static final Demographics MAN =
      new Demographics(Sex.MALE, AgeBand.TO_34, Optional.of("U"));
  private static final String[] READS = {
    "select * from sealed.demographic",
    "select count(*) from sealed.demographic",
    "select control from sealed.demographic where control = 'R1'",
    "select * from sealed.forgotten",
    "copy sealed.demographic to stdout",
    "table sealed.flyway_schema_history",
    "update sealed.demographic set agency = agency returning *",
    "delete from sealed.demographic returning *",
    "insert into sealed.demographic select * from sealed.demographic returning *",
    "create table sealed.mine (a text)",
    "create function sealed.mine() returns int language sql return 1",
    "set role ridgeline_sealed"
  };

  @TempDir private static Path folder;
  private static TestDatabase database;
  private static SealKey key;
  private static DemographicIntake intake;

  @BeforeAll
  static void open() throws Exception {
    database = TestDatabase.create();
    SealedSchema.migrate(database.of().sealed());
    key = KeyFolder.sealing(folder);
    intake = new DemographicIntake(database.of().exchange(), key);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    try (Connection connection = database.of().sealed().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("truncate sealed.demographic, sealed.forgotten");
    }
  }

  private static Booking booking(String control, String agency) {
    return new Booking(control, DAY, agency, "06067", "CA");
  }

  private static BookedCounts read() throws Exception {
    return new DemographicStore(database.of().sealed())
        .read(OpeningKey.of(folder.resolve(KeyFolder.OPENS)), DemographicStore.By.AGENCY, DAYS);
  }

  private static Map<String, DataSource> others() {
    Map<String, DataSource> roles = new LinkedHashMap<>();
    roles.put("criminal", database.of().criminal());
    roles.put("immigration", database.of().immigration());
    roles.put("civil", database.of().civil());
    roles.put("casework", database.of().casework());
    roles.put("oversight", database.of().oversight());
    roles.put("ledger", database.of().ledger());
    return roles;
  }

  private static ThrowingCallable doing(DataSource role, String text) {
    return () -> {
      try (Connection connection = role.getConnection();
          Statement sql = connection.createStatement()) {
        sql.execute(text);
      }
    };
  }

  private static void denied(String name, DataSource role, String text) {
    assertThatThrownBy(doing(role, text))
        .as(name + ": " + text)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @Test
  void noRoleOfThoseThatDecideReadsARow() {
    intake.put(booking("R1", "A"), WOMAN);
    Map<String, DataSource> roles = others();
    roles.put("exchange", database.of().exchange());
    roles.forEach((name, role) -> {
      for (String text : READS) {
        denied(name, role, text);
      }
    });
  }

  @Test
  void nobodyButTheExchangeCallsWhatPutsInAndTakesOut() {
    others()
        .forEach((name, role) -> {
          denied(
              name,
              role,
              "select sealed.put('R2', now()::date, array['a','b','c'], ''::bytea, '')");
          denied(name, role, "select sealed.forget('R1')");
        });
  }

  /// What the catalogue says of every role but the owner, the server's administrators and its own
  /// predefined roles, of which ours are given none.
  @Test
  void theCatalogueGrantsTwoFunctionsToOneRoleAndNothingElse() throws Exception {
    try (Connection connection = DriverManager.getConnection(database.adminUrl());
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                """
                select r.rolname || ' ' || what from pg_roles r, lateral (
                  select 'reads ' || c.relname as what from pg_class c
                  where c.relnamespace = 'sealed'::regnamespace and c.relkind in ('r', 'v', 'm')
                    and (has_table_privilege(r.oid, c.oid,
                           'select, insert, update, delete, truncate, references, trigger')
                      or has_any_column_privilege(r.oid, c.oid, 'select, insert, update'))
                  union all
                  select 'calls ' || p.proname from pg_proc p
                  where p.pronamespace = 'sealed'::regnamespace
                    and has_function_privilege(r.oid, p.oid, 'execute')) as may
                where not r.rolsuper and r.rolname <> 'ridgeline_sealed'
                  and r.rolname not like 'pg\\_%'
                order by 1
                """)) {
      StringBuilder granted = new StringBuilder();
      while (row.next()) {
        granted.append(row.getString(1)).append('\n');
      }
      assertThat(granted.toString())
          .isEqualTo("ridgeline_exchange calls forget\nridgeline_exchange calls put\n");
    }
  }

  @Test
  void puttingSaysNothingBackNotEvenThatItWasThere() throws Exception {
    intake.put(booking("R1", "A"), WOMAN);
    intake.put(booking("R1", "B"), MAN);
    try (Connection connection = database.of().exchange().getConnection();
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "select sealed.put('R1', '2026-11-02', array['a','b','c'], '\\x00', '')")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isNullOrEmpty();
    }
    assertThat(read().units()).isEqualTo(Map.of("A", Map.of(WOMAN, 1L)));
  }

  @Test
  void nothingOfAPersonStandsInTheTableInPlain() throws Exception {
    intake.put(booking("R1", "A"), WOMAN);
    byte[] plain = WOMAN.padded();
    try (Connection connection = database.of().sealed().getConnection();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("select d.*, d::text as all_of_it from demographic d")) {
      assertThat(row.next()).isTrue();
      byte[] sealed = row.getBytes("ciphertext");
      String text = new String(sealed, StandardCharsets.ISO_8859_1);
      assertThat(text).doesNotContain("QX7", "PLAIN");
      for (int at = 0; at + 8 <= plain.length; at += 8) {
        byte[] part = Arrays.copyOfRange(plain, at, at + 8);
        assertThat(text).doesNotContain(new String(part, StandardCharsets.ISO_8859_1));
      }
      assertThat(row.getString("all_of_it")).doesNotContain("QX7", "FEMALE", "25-34");
    }
  }

  @Test
  void whatIsTakenOutIsCountedAsMissingAndNoMore() throws Exception {
    intake.put(booking("R1", "A"), WOMAN);
    intake.put(booking("R2", "A"), MAN);
    assertThat(intake.forget("R1")).isEqualTo(1);
    assertThat(intake.forget("R1")).isZero();
    assertThat(read().units()).isEqualTo(Map.of("A", Map.of(MAN, 1L)));
    assertThat(read().forgotten()).isEqualTo(Map.of("A", 1L));
  }

  @Test
  void aRowUnderAnotherBookingOrOfAnotherKeyIsCountedApart() throws Exception {
    intake.put(booking("R1", "A"), WOMAN);
    intake.put(booking("R2", "A"), MAN);
    OpeningKey.make(folder.resolve("another.key"));
    SealKey another = OpeningKey.of(folder.resolve("another.key")).sealing();
    new DemographicIntake(database.of().exchange(), another).put(booking("R3", "B"), MAN);
    try (Connection connection = database.of().sealed().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("update demographic set agency = 'B' where control = 'R2'");
    }
    assertThat(read().units()).isEqualTo(Map.of("A", Map.of(WOMAN, 1L)));
    assertThat(read().unopened()).isEqualTo(Map.of("B", 2L));
  }

  @Test
  void aBookingThatIsRolledBackLeavesNothing() throws Exception {
    try (Connection connection = database.of().exchange().getConnection()) {
      connection.setAutoCommit(false);
      var one =
          new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true);
      new DemographicIntake(one, key).put(booking("R1", "A"), WOMAN);
      connection.rollback();
      connection.setAutoCommit(true);
    }
    assertThat(read().units()).isEmpty();
  }

  @Test
  void aShareIsOfThoseKnownAndAUnitApartFromTheRestIsFound() throws Exception {
    for (int i = 0; i < 120; i++) {
      boolean odd = i % 2 == 1;
      intake.put(booking("A" + i, "A"), odd ? WOMAN : MAN);
      intake.put(booking("B" + i, "B"), i < 6 ? WOMAN : MAN);
      intake.put(booking("C" + i, "C"), i < 7 ? WOMAN : MAN);
      intake.put(booking("D" + i, "D"), i < 5 ? WOMAN : MAN);
    }
    BookedCounts counts = read();
    Group women = Group.of("SEX=FEMALE");
    assertThat(counts.shares(women).get("A"))
        .isEqualTo(new BookedCounts.Known(new Share(60, 120), 0));
    assertThat(counts.shares(Group.of("RACE=QX7PLAIN")).get("B"))
        .as("U is not known")
        .isEqualTo(new BookedCounts.Known(new Share(6, 6), 114));
    List<UnitDisparity> units = counts.disparity(women).units();
    assertThat(units)
        .extracting(unit -> unit.observed().unit())
        .containsExactly("A", "B", "C", "D");
    assertThat(units.getFirst().observed().benchmark().rate()).isEqualTo(18.0 / 360);
    assertThat(units.getFirst().observed().p()).isLessThan(1e-6);
  }
}
