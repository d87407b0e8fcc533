package org.ridgeline.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.ridgeline.casework.CaseworkSchema;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.node.DataFolder;
import org.ridgeline.oversight.OversightSchema;
import org.ridgeline.oversight.sealed.SealedSchema;
import org.ridgeline.repository.Repository;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The schemas of all rooms in the order in which they are made, each at any version it ever had.
final class RoomSchemas {
  private static final String LATEST = "latest";

  private RoomSchemas() {}

  private interface Bringing {
    void to(DataSource data, String version);
  }

  private record Room(DataSource data, Bringing bringing) {}

  private static Map<String, Room> rooms(DataFolder folder) {
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("ledger", new Room(folder.databases().ledger(), LedgerSchema::migrate));
    rooms.put("exchange", new Room(folder.databases().exchange(), ExchangeSchema::migrate));
    rooms.put("casework", new Room(folder.databases().casework(), CaseworkSchema::migrate));
    rooms.put("oversight", new Room(folder.databases().oversight(), OversightSchema::migrate));
    rooms.put("sealed", new Room(folder.databases().sealed(), SealedSchema::migrate));
    for (RepositoryName name : RepositoryName.values()) {
      rooms.put(
          name.key(),
          new Room(
              DataWiring.data(folder, name),
              (data, version) -> Repository.migrate(DataWiring.profile(name), data, version)));
    }
    return rooms;
  }

  /// Brings each to the version named; one that is not named stays as it is.
  static void bring(DataFolder folder, Map<String, String> versions) {
    rooms(folder)
        .forEach((name, room) -> {
          if (versions.containsKey(name)) {
            room.bringing().to(room.data(), versions.get(name));
          }
        });
  }

  /// Brings all to the newest version.
  static void bringUp(DataFolder folder) {
    rooms(folder).values().forEach(room -> room.bringing().to(room.data(), LATEST));
  }

  /// Which of some versions this program does not know, in words: another one wrote them.
  static List<String> unknown(Map<String, String> versions) throws IOException {
    List<String> unknown = new ArrayList<>();
    for (var one : versions.entrySet()) {
      Optional<MigrationVersion> newest = newest(one.getKey());
      if (newest.filter(known -> known.isAtLeast(one.getValue())).isEmpty()) {
        unknown.add(
            one.getKey()
                + " "
                + one.getValue()
                + " (known up to "
                + newest.map(MigrationVersion::getVersion).orElse("none")
                + ")");
      }
    }
    return unknown;
  }

  private static Optional<MigrationVersion> newest(String schema) throws IOException {
    boolean isRepository =
        List.of(RepositoryName.values()).stream().anyMatch(name -> name.key().equals(schema));
    String folder = isRepository ? "repository" : schema;
    List<MigrationVersion> known = new ArrayList<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:db/" + folder + "/V*__*.sql")) {
      String name = String.valueOf(file.getFilename());
      known.add(MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))));
    }
    return known.stream().max(MigrationVersion::compareTo);
  }
}
