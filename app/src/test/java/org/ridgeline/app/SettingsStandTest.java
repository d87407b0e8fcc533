package org.ridgeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.node.Settings;

class SettingsStandTest {
  private static final String URL = "jdbc:postgresql://db.example/x?user=u&password=s3cret";

  @TempDir private Path root;
  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private LedgerEntry start(Map<String, String> values) throws Exception {
    Settings settings = new Settings(root.resolve("ridgeline.properties"), values);
    SettingsStand.record(settings, "127.0.0.1:8088", new Ledger(database.of().exchange()));
    return new LedgerReader(database.of().ledger()).last().orElseThrow().entry();
  }

  @Test
  void aStartSaysWhichKeysAreOthersThanAtTheLast() throws Exception {
    LedgerEntry first = start(Map.of("search.hit-fpir", "0.01"));
    assertThat(first.action().key()).isEqualTo("settings.stand");
    assertThat(first.detail())
        .containsEntry("changed", "search.hit-fpir")
        .containsEntry("digest", SettingsStand.digest(Map.of("search.hit-fpir", "0.01")));
    assertThat(start(Map.of("search.hit-fpir", "0.01")).detail()).containsEntry("changed", "");
    assertThat(start(Map.of("search.hit-fpir", "0.02", "verification.minutes", "5")).detail())
        .containsEntry("changed", "search.hit-fpir verification.minutes");
    assertThat(start(Map.of("verification.minutes", "5")).detail())
        .containsEntry("changed", "search.hit-fpir")
        .containsEntry("set", "verification.minutes");
  }

  @Test
  void noSecretIsKeptButAChangeOfOneIsSeen() throws Exception {
    LedgerEntry first = start(Map.of("db-url", URL));
    LedgerEntry other = start(Map.of("db-url", URL.replace("s3cret", "0ther")));
    assertThat(other.detail())
        .containsEntry("changed", "db-url")
        .containsEntry("digest", first.detail().get("digest"));
    Path kept = root.resolve("settings-stand");
    List<String> lines = Files.readAllLines(kept);
    assertThat(lines.toString() + first + other).doesNotContain("s3cret").doesNotContain("0ther");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
  }
}
