package org.ridgeline.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.template.FingerTemplate;
import org.ridgeline.codec.template.TypeNine;
import org.ridgeline.exchange.Limits;
import org.ridgeline.repository.export.Export;
import org.ridgeline.repository.export.ExportRefusedException;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Sha256;
import org.ridgeline.vocabulary.TenPrint;

/// What an export holds, and into which folder it goes.
class RepositoryExportTest extends OnExports {
  @Test
  void everyFileIsThereAsItCameAndTheListsSayWhose() throws Exception {
    UUID sam = person(enrol("r1", 1, 1));
    assertThat(person(enrol("r2", 1, 2))).isEqualTo(sam);
    UUID ann = person(enrol("r3", 2, 1));
    UUID id = agreed();
    Exported done = run(id);
    addsUp(done);
    assertThat(done.counts().persons()).isEqualTo(2);
    assertThat(done.counts().originals()).isEqualTo(3);
    for (List<String> row : manifest().values()) {
      String source = row.get(7);
      String path =
          "encounters/%s/%s/%s/%s.an2"
              .formatted(
                  row.get(0).substring(0, 2), row.get(0).substring(2, 4), row.get(0), row.get(1));
      assertThat(row.get(0)).isEqualTo((source.equals("r3") ? ann : sam).toString());
      assertThat(row.get(2)).isEqualTo(path);
      assertThat(Files.readAllBytes(out.resolve(path))).isEqualTo(file(source));
      assertThat(row.get(3)).isEqualTo("original");
      assertThat(row.get(4)).isEqualTo(Sha256.hex(file(source)));
      assertThat(row.get(8)).isEqualTo("2026-11-03");
      assertThat(row.get(11)).isEqualTo("\"DOE,SAM|ROE\\|BAR,\"\"X\"\"\"");
      assertThat(row.get(12)).matches("FBI=R\\d{8}\\|SID=CA\\d");
    }
    assertThat(Files.readAllLines(out.resolve("history.jsonl")))
        .hasSize(3)
        .allMatch(line -> line.contains("\"kind\":\"ARRESTED\",\"occurredOn\":\"2026-11-03\""));
    assertThat(exports.state(exports.find(id))).isEqualTo(Export.State.ENDED);
    try (Stream<Path> all = Files.walk(out)) {
      for (Path one : all.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
            .isEqualTo(Files.isDirectory(one) ? "rwx------" : "rw-------");
      }
    }
    assertThatThrownBy(() -> run(id)).hasMessageContaining("written already");
  }

  @Test
  void whereNoFileIsKeptATransactionIsMadeOfTheTemplates() throws Exception {
    enrol("r1", 1, 1);
    enrol("r2", 2, 1);
    enrol("r3", 3, 1);
    rows()
        .sql(
            """
            delete from encounter_file using encounter
            where encounter.encounter_id = encounter_file.encounter_id and source in ('r1', 'r2')
            """)
        .update();
    rows()
        .sql(
            """
            delete from finger using encounter
            where encounter.encounter_id = finger.encounter_id and source = 'r2'
            """)
        .update();
    Exported done = run(agreed());
    addsUp(done);
    assertThat(done.counts().made()).isEqualTo(1);
    assertThat(done.counts().withoutPrints()).isEqualTo(1);
    for (List<String> row : manifest().values()) {
      switch (row.get(7)) {
        case "r1" -> made(row);
        case "r2" -> assertThat(row.subList(2, 6)).containsExactly("", "nothing", "", "0");
        default -> assertThat(row.get(3)).isEqualTo("original");
      }
    }
  }

  private void made(List<String> row) throws IOException {
    assertThat(row.get(3)).isEqualTo("templates");
    var read = (Decoded.Accepted) ItlReader.read(Files.readAllBytes(out.resolve(row.get(2))));
    assertThat(read.findings()).isEmpty();
    assertThat(read.transaction().typeTwo().orElseThrow().values(18)).containsExactly("DOE,SAM");
    List<FingerTemplate> fingers =
        read.transaction().records().stream()
            .flatMap(record -> TypeNine.read(record).stream())
            .toList();
    TenPrint kept = prints(1, 1);
    assertThat(fingers).hasSize(10);
    for (FingerTemplate finger : fingers) {
      assertThat(finger.template().minutiae())
          .hasSameSizeAs(
              kept.fingers().get(FingerPosition.ofFgp(finger.fgp()).orElseThrow()).minutiae());
    }
  }

  @Test
  void aFileThatIsNotWhatItsDigestSaysIsWrittenAndNamed() throws Exception {
    enrol("r1", 1, 1);
    enrol("r2", 2, 1);
    rows()
        .sql("update encounter_file set bytes = '\\x3c3f' where sha256 = ?")
        .param(Sha256.of(file("r1")))
        .update();
    Exported done = run(agreed());
    addsUp(done);
    assertThat(done.counts().damaged()).isEqualTo(1);
    assertThat(manifest().values())
        .filteredOn(row -> row.get(7).equals("r1"))
        .allSatisfy(row -> {
          assertThat(row.get(2)).as("as an XML file begins").endsWith(".xml");
          assertThat(row.get(3)).isEqualTo("damaged");
          assertThat(row.get(4)).isEqualTo(Sha256.hex(new byte[] {0x3c, 0x3f}));
        })
        .hasSize(1);
  }

  @Test
  void noFolderButItsOwnIsWrittenInto() throws Exception {
    enrol("r1", 1, 1);
    UUID id = agreed();
    Files.createDirectories(out);
    Files.writeString(out.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> run(id))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessageContaining("is not empty");
    assertThat(files()).containsExactly("mine.txt");
    assertThatThrownBy(() -> writer.run(id, out.resolve("mine.txt"), MEANS, NOBODY))
        .hasMessageContaining("is no folder");
    Files.delete(out.resolve("mine.txt"));
    broken(id, "listed");
    UUID other = agreed();
    assertThatThrownBy(() -> run(other)).hasMessageContaining("another export's folder");
    Path elsewhere = temp.resolve("elsewhere");
    assertThatThrownBy(() -> writer.run(id, elsewhere, MEANS, NOBODY))
        .hasMessageContaining("was begun in another folder");
    try (ExportFolder _ = ExportFolder.open(out, id)) {
      assertThatThrownBy(() -> run(id)).hasMessageContaining("by another run");
    }
    addsUp(run(id));
  }

  @Test
  void anEmptyRepositoryIsAnExportOfNobody() throws Exception {
    Exported done = run(agreed());
    addsUp(done);
    assertThat(done.counts().encounters()).isZero();
  }

  @Test
  void threadsAreBounded() {
    int most = Limits.EXPORT_THREADS_MAX;
    assertThat(new RepositoryExport.Means("root", 1).threads()).isEqualTo(1);
    assertThat(new RepositoryExport.Means("root", most).threads()).isEqualTo(most);
    for (int wrong : new int[] {0, most + 1}) {
      assertThatThrownBy(() -> new RepositoryExport.Means("root", wrong))
          .hasMessage("threads=" + wrong + " limit=1..64");
    }
  }
}
