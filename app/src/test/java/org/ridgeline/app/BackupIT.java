package org.ridgeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.StillLedger;
import org.ridgeline.ledger.Subject;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.ManagedPostgres;
import org.ridgeline.node.Secrets;
import org.ridgeline.node.Settings;
import org.ridgeline.node.backup.Backup;
import org.ridgeline.node.backup.BackupKey;
import org.ridgeline.node.backup.BackupMaker;
import org.ridgeline.node.backup.BackupMaker.Order;
import org.ridgeline.search.rank.Engine;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A backup of an installation of before: what is restored is brought up, also into a database that
/// somebody else runs, and what may not be there is not.
class BackupIT {
  private static final Map<String, String> OLDER =
      Map.of("ledger", "4", "exchange", "21", "criminal", "3", "casework", "14");

  @TempDir private static Path temp;
  private static BackupKey key;
  private static BackupMaker.Made made;
  private static String installation;

  @BeforeAll
  static void makeAnOlderOne() throws Exception {
    key = BackupKey.make(temp.resolve("key"));
    Path data = Files.createDirectories(temp.resolve("old"));
    Files.writeString(
        data.resolve("ridgeline.properties"),
        "db-password=fictional-password\nretention.unfetched=5\n");
    Files.writeString(data.resolve("tls.pem"), "fictional");
    Settings settings = new Settings(data.resolve("ridgeline.properties"), Map.of());
    try (DataFolder folder = DataFolder.use(data, settings)) {
      RoomSchemas.bring(folder, OLDER);
      Secrets secrets = Secrets.in(data);
      installation = secrets.installation();
      secrets.of("erasure_mark");
      Files.writeString(data.resolve("sealed/demographics.key"), "fictional");
      Files.writeString(data.resolve("sealed/demographics.pub"), "fictional");
      for (String one :
          List.of("inbound/CA0340000", "inbound/CA0340000/done", "outbound/CA0340000")) {
        Files.createDirectories(data.resolve(one));
        Files.writeString(data.resolve(one).resolve("a.an2"), "fictional");
      }
      Files.writeString(data.resolve("inbound/CA0340000/b.tmp"), "half");
      JdbcClient.create(folder.databases().criminal())
          .sql("insert into person (person_id) values (gen_random_uuid())")
          .update();
      StillLedger still = new StillLedger(folder.databases().ledger());
      made =
          new BackupMaker(folder, "0.0.9", Map.of("ledger", StillLedger::head), Clock.systemUTC())
              .make(
                  "ridgeline-20100112T120000Z.backup",
                  new Order(temp.resolve("backups"), Optional.of(key), false),
                  still::during,
                  (_, _) -> {});
    }
  }

  private static ManagedPostgres external;

  @AfterAll
  static void stop() throws Exception {
    if (external != null) {
      external.stop();
    }
  }

  @Test
  void whatLeadsInAndOpensStaysBehindAndIsNamed() {
    assertThat(made.manifest().schemas()).isEqualTo(OLDER);
    assertThat(made.manifest().withheld())
        .containsExactlyInAnyOrder(
            "ridgeline.properties: db-password",
            "sealed/demographics.key: opens sealed demographics; keep it apart",
            "inbound: 1 files that were taken in",
            "tls.pem: not Ridgeline's own");
    assertThat(made.manifest().files())
        .extracting(file -> file.name())
        .containsExactlyInAnyOrder(
            "inbound/CA0340000/a.an2",
            "outbound/CA0340000/a.an2",
            "ridgeline.properties",
            "secrets.properties",
            "sealed/demographics.pub");
  }

  @Test
  void anOlderOneComesUpInADatabaseOfSomebodyElses() throws Exception {
    external = ManagedPostgres.in(temp.resolve("external"), "fictional");
    String url =
        "jdbc:postgresql://127.0.0.1:"
            + external.start()
            + "/postgres?user="
            + ManagedPostgres.ADMIN
            + "&password=fictional";
    Path data = temp.resolve("new");
    Backup backup = new Backup(made.file(), Optional.of(key));
    RestoreDesk.restore(backup, data, Optional.of(url), _ -> {});

    assertThat(Files.readString(data.resolve("ridgeline.properties")))
        .contains("retention.unfetched=5")
        .doesNotContain("fictional-password");
    assertThat(data.resolve("inbound/CA0340000/a.an2")).hasContent("fictional");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("outbound/CA0340000/a.an2"))))
        .isEqualTo("rw-r-----");
    assertThat(data.resolve("sealed/demographics.pub")).exists();
    assertThat(data.resolve("sealed/demographics.key")).doesNotExist();
    Secrets secrets = Secrets.in(data);
    assertThat(secrets.installation()).isNotEqualTo(installation);
    assertThat(secrets.of("erasure_mark"))
        .isEqualTo(Secrets.in(temp.resolve("old")).of("erasure_mark"));
    Settings settings = Settings.of(data, Optional.of(url), Map.of());
    try (DataFolder folder = DataFolder.use(data, settings);
        Services services = Services.open(folder, BackupIT::noEngine, Clock.systemUTC())) {
      JdbcClient criminal = JdbcClient.create(folder.databases().criminal());
      assertThat(criminal.sql("select count(*) from person").query(Long.class).single())
          .isEqualTo(1);
      assertThat(
              criminal
                  .sql("select max(version::int) from flyway_schema_history")
                  .query(Integer.class)
                  .single())
          .isGreaterThan(3);
      assertThat(
              services
                  .get(LedgerReader.class)
                  .about(List.of(Subject.Kind.BACKUP.of("ridgeline-20100112T120000Z.backup"))))
          .singleElement()
          .satisfies(entry -> {
            assertThat(entry.entry().action().key()).isEqualTo("backup.restore");
            assertThat(entry.entry().detail()).containsEntry("sha256", made.whole().sha256());
          });
      assertThat(
              JdbcClient.create(folder.databases().exchange())
                  .sql("select nextval('control_number')")
                  .query(Long.class)
                  .single())
          .isGreaterThanOrEqualTo(RestoreDesk.CONTROLS_AHEAD);
      again(services);
      changedRowsAreNamed(url, services);
    }
    Path taken = temp.resolve("taken");
    assertThatThrownBy(() -> RestoreDesk.restore(backup, taken, Optional.of(url), _ -> {}))
        .hasMessageContaining("belongs to installation");
    assertThat(taken).isEmptyDirectory();
  }

  /// A backup of the database of somebody else's.
  private static void again(Services services) throws Exception {
    Order order = new Order(temp.resolve("again"), Optional.empty(), false);
    BackupMaker.Made second = services.get(BackupDesk.class).make(order, (_, _) -> {});
    assertThat(second.manifest().withheld())
        .contains(
            "secrets.properties: keys of marks and pseudonyms go into encrypted backups only");
    assertThat(new Backup(second.file(), Optional.empty()).check(_ -> {}).whole())
        .isEqualTo(second.whole());
  }

  /// Somebody changes an entry past the ledger's triggers, and everything is backed up as it is.
  private static void changedRowsAreNamed(String url, Services services) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute("alter table ledger.entry disable trigger user");
      sql.execute("update ledger.entry set actor = 'somebody else'");
      sql.execute("alter table ledger.entry enable trigger user");
    }
    Order order = new Order(temp.resolve("changed"), Optional.of(key), false);
    Path file = services.get(BackupDesk.class).make(order, (_, _) -> {}).file();
    BackupCheck.Report report =
        new BackupCheck(new Backup(file, Optional.of(key)), Engine.standard(), Clock.systemUTC(), 5)
            .in(Files.createDirectories(temp.resolve("scratch")), _ -> {});
    assertThat(report.isGood()).isFalse();
    assertThat(report.differences()).anyMatch(one -> one.startsWith("ledger: 1 "));
    assertThat(report.checked()).anyMatch(one -> one.startsWith("the ledger's chain of "));
    assertThat(temp.resolve("scratch")).isEmptyDirectory();
  }

  private static Engine noEngine() {
    throw new IllegalStateException("nothing is searched here");
  }
}
