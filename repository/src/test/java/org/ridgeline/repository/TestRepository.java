package org.ridgeline.repository;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.TenPrint;

/// Records of fictional people for a repository's tests.
final class TestRepository {
  private TestRepository() {}

  static TenPrint prints(int person, int touch) {
    return Nation.person(1, person).tenPrint(touch, ImpressionStyle.rolled(80));
  }

  /// A booking of somebody, named after its source.
  static EncounterRecord booking(String source, int person, Map<String, String> identifiers) {
    return new EncounterRecord(
        source,
        Optional.of(LocalDate.of(2026, 11, 3)),
        List.of("DOE,SAM", source.toUpperCase(Locale.ROOT)),
        identifiers,
        List.of(
            new HistoryRecord("arrest", Optional.of(LocalDate.of(2026, 11, 3)), "THEFT " + source)),
        prints(person, source.hashCode() & 7),
        source.getBytes(StandardCharsets.UTF_8));
  }

  static Repository open(RepositoryProfile profile, DataSource source, Path folder) {
    return Repository.open(profile, source, folder, People.ENGINE, new Population());
  }
}
