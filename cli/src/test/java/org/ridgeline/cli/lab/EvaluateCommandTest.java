package org.ridgeline.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.bench.evaluate.Comparers;
import org.ridgeline.cli.Ridgeline;
import org.ridgeline.cli.Said;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import tools.jackson.databind.JsonNode;

class EvaluateCommandTest {
  @TempDir private static Path prints;
  @TempDir private Path other;

  private String out = "";
  private String err = "";

  @BeforeAll
  static void draw() {
    String to = "--out=" + prints;
    int code =
        Ridgeline.run("synth", "prints", "--fingers=4", "--impressions=2", "--quality=85", to);
    assertThat(code).isZero();
  }

  @Test
  void verifyPrintsWhatThePeersPrint() throws IOException {
    Path plot = other.resolve("det.svg");
    assertThat(run("verify", prints + "@500", "--json", "--plot=" + plot)).isZero();
    JsonNode pooled = Output.mapper().readTree(out).get("sourceafis").get("pooled");
    assertThat(pooled.get("genuinePairs").asInt()).isEqualTo(4);
    assertThat(pooled.get("impostorPairs").asInt()).isEqualTo(6);
    assertThat(pooled.get("failureToExtract").asInt()).isZero();
    assertThat(pooled.get("eer").get("rate").asDouble()).isZero();
    assertThat(pooled.get("eer").get("high").asDouble())
        .as("four pairs prove little")
        .isGreaterThan(0.5);
    assertThat(pooled.get("fnmrAtFmr")).hasSize(3);
    assertThat(pooled.get("fnmrAtFmr").get(0).get("fnmr").isNull()).isTrue();
    assertThat(plot).content().contains("<polyline", ">sourceafis<", ">quick<", ">signature<");
  }

  @Test
  void everyEngineIsLaidBesideSourceAfis() throws IOException {
    assertThat(run("verify", prints.toString(), "--json")).isZero();
    JsonNode engines = Output.mapper().readTree(out);
    assertThat(engines.get("sourceafis").get("pooled").get("against").isNull()).isTrue();
    JsonNode against = engines.get("quick").get("pooled").get("against");
    assertThat(against.get("engine").asString()).isEqualTo("sourceafis");
    assertThat(against.get("eer").propertyNames()).containsExactly("difference", "low", "high");
    assertThat(against.get("fnmrAtFmr")).hasSize(3);
    assertThat(engines.get("quick").get("quality").get("reason").asString())
        .isEqualTo("6 impostor pairs, this FMR needs 3000");
    Path plot = other.resolve("det.svg");
    String[] folders = {"--gallery=" + prints, "--probes=" + prints};
    assertThat(run("identify", folders[0], folders[1], "--json", "--plot=" + plot)).isZero();
    JsonNode cascade = Output.mapper().readTree(out).get("cascade");
    assertThat(cascade.get("against").get("engine").asString()).isEqualTo("exhaustive");
    assertThat(cascade.get("against").get("fnir")).hasSize(3);
    assertThat(plot).content().contains(">cascade, N=4<", ">exhaustive, N=4<");
  }

  @Test
  void listsWhatMissesAndWhoComesNearest() throws IOException {
    Path csv = other.resolve("misses.csv");
    assertThat(run("verify", prints.toString(), "--misses=" + csv)).isZero();
    assertThat(out).contains("missed genuine pairs by what is striking", "0/4", "not a cause");
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.getFirst()).startsWith("engine,set,pair,kind,score,threshold,overlapMm2,");
    int columns = lines.getFirst().split(",").length;
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.split(",")).hasSize(columns))
        .anySatisfy(line -> assertThat(line).contains("sourceafis,", ",impostor,,", ",1_1.png,"));
    Path json = other.resolve("misses.json");
    assertThat(run("verify", prints.toString(), "--json", "--misses=" + json)).isZero();
    assertThat(out).hasLineCount(1);
    JsonNode misses = Output.mapper().readTree(Files.readString(json));
    assertThat(misses.propertyNames()).containsExactly("rule", "fmr", "sets", "pairs");
    assertThat(misses.get("sets")).hasSize(Comparers.standard().size());
    assertThat(misses.get("pairs").size()).isEqualTo(lines.size() - 1);
  }

  @Test
  void identifyPrintsTheNamedKeys() throws IOException {
    assertThat(run("identify", "--gallery=" + prints, "--probes=" + prints, "--json")).isZero();
    JsonNode engine = Output.mapper().readTree(out).get("exhaustive");
    assertThat(engine.get("mated").asInt()).isEqualTo(4);
    assertThat(engine.get("nonMated").asInt()).isEqualTo(4);
    assertThat(engine.get("rank1").asInt()).isEqualTo(4);
    assertThat(engine.get("rank10").asInt()).isEqualTo(4);
    List<Double> fpirs = new ArrayList<>();
    engine.get("fnir").forEach(at -> fpirs.add(at.get("fpir").asDouble()));
    assertThat(fpirs).containsExactly(0.1, 0.01, 0.001);
    assertThat(engine.get("fnir").get(0).propertyNames())
        .contains("fpir", "fnir", "low", "high", "reason");
    assertThat(engine.get("penetration").propertyNames()).containsExactly("p50", "p99", "max");
    assertThat(engine.get("penetration").get("max").asDouble()).isEqualTo(1);
    assertThat(engine.get("failureToExtract").asInt()).isZero();
    assertThat(engine.get("gallerySize").asInt()).isEqualTo(4);
  }

  @Test
  void tablesAreForPeople() {
    assertThat(run("verify", prints.toString())).isZero();
    assertThat(out).contains("EER", "too few pairs", "less sourceafis", "by the lower quality");
    String[] folders = {"--gallery=" + prints, "--probes=" + prints};
    assertThat(run("identify", folders[0], folders[1], "--fingers=2")).isZero();
    assertThat(out).contains("exhaustive: N=2 (0 distractors), 2 fingers a person", "rank 1 ");
    assertThat(out).contains("FNIR less exhaustive");
    assertThat(run("identify", folders[0], folders[1], "--no-leave-out")).isZero();
    assertThat(out).contains("4 mated and 0 non-mated searches");
  }

  @Test
  void filesThatStateAnotherScaleAreToldOnceAFolder() {
    assertThat(run("verify", prints + "@1000")).isIn(ExitCode.DONE, ExitCode.FINDINGS);
    assertThat(err)
        .contains("8 files state another resolution; 1_1.png: RESOLUTION_DISAGREES")
        .contains("expected 1000 ppi, as said of the image, found 500 ppi (pHYs)");
    assertThat(run("verify", prints.toString())).isZero();
    assertThat(err).doesNotContain("another resolution");
    assertThat(run("verify", prints + "@99999")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void imagesThatCannotBeReadAreFindings() throws IOException {
    for (String name : List.of("1_1.png", "1_2.png", "2_1.png", "2_2.png")) {
      Files.copy(prints.resolve(name), other.resolve(name));
    }
    Files.write(other.resolve("2_3.png"), new byte[] {1});
    assertThat(run("verify", other.toString())).isEqualTo(ExitCode.FINDINGS);
    assertThat(err).contains("not read: ", "2_3.png: IMAGE_UNSUPPORTED, expected a known image");
  }

  @Test
  void saysWhatItExpected() throws IOException {
    assertThat(run("verify")).isEqualTo(ExitCode.USAGE);
    assertThat(run("verify", other.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("is not a folder");
    assertThat(run("verify", other.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("has no image", "FINGER_IMPRESSION.ext");
    assertThat(run("verify", prints.toString(), "--plot=det.pdf")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains(".svg or .png");
    assertThat(run("verify", prints.toString(), "--misses=m.txt")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains(".csv or .json");
    Files.copy(prints.resolve("1_1.png"), other.resolve("77_1.png"));
    String[] folders = {"--gallery=" + prints, "--probes=" + other};
    assertThat(run("identify", folders[0])).isEqualTo(ExitCode.USAGE);
    assertThat(run("identify", folders[0], folders[1])).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("no probe has a mate");
    assertThat(run("identify", folders[0], folders[1], "--fingers=3")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("limit=1, 2, 4 or 10");
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of("evaluate"));
    all.addAll(List.of(args));
    Said said = Said.by(all.toArray(String[]::new));
    out = said.out();
    err = said.err();
    return said.exitCode();
  }
}
