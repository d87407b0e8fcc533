package org.ridgeline.cli.itl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.vocabulary.GrayImage;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ItlCommandTest {
  @TempDir private Path dir;

  private String out = "";
  private String err = "";

  @Test
  void makesACardThatValidates() throws IOException {
    Path card = dir.resolve("card.an2");
    Path image = image(500);
    assertThat(
            run(
                "make",
                "--tot=CAR",
                "--out=" + card,
                "--field=2.018=DOE,JANE",
                "--field=2.019=ROE,J",
                "--field=2.019=POE,J",
                "--field=2.047=20100111^PETTY THEFT",
                "--field=2.073=CA0340100",
                "--print=2=" + image,
                "--print=13=" + image + "@500",
                "--print=3=" + image + "@1000",
                "--compress=png"))
        .isZero();
    assertThat(err).contains("2.022 DOB=00000000", "2.045 DOA=").doesNotContain("2.018");
    Transaction read = read(card);
    assertThat(read.dai()).contains("RIDGELINE");
    assertThat(read.ori()).contains("CA0340100");
    TaggedRecord two = read.typeTwo().orElseThrow();
    assertThat(two.values(19)).containsExactly("ROE,J", "POE,J");
    assertThat(two.subfields(47)).containsExactly(List.of("20100111", "PETTY THEFT"));
    assertThat(read.fingerImages()).extracting(FingerImage::fgp).containsExactly(2, 13, 3);
    assertThat(read.fingerImages()).extracting(FingerImage::imp).containsExactly(1, 0, 1);
    assertThat(read.fingerImages())
        .extracting(FingerImage::resolutionPpi)
        .containsExactly(500, 500, 1000);
    assertThat(read.fingerImages()).allMatch(finger -> finger.cga() == Cga.PNG);
    assertThat(run("validate", card.toString())).isZero();
    assertThat(out).contains("accepted");
  }

  @Test
  void generatesTcnsThatDiffer() throws IOException {
    Path a = dir.resolve("a.an2");
    Path b = dir.resolve("b.an2");
    for (Path file : List.of(a, b)) {
      assertThat(run("make", "--tot=ERRT", "--out=" + file, "--field=1.008=CA0340100")).isZero();
    }
    assertThat(read(a).tcn()).isNotEqualTo(read(b).tcn());
    assertThat(run("diff", a.toString(), a.toString())).isZero();
    assertThat(run("diff", a.toString(), b.toString())).isEqualTo(ExitCode.FINDINGS);
    assertThat(out).contains("record 1 1.009 TCN:");
  }

  @Test
  void leavesFieldsOutOnRequest() throws IOException {
    Path file = dir.resolve("bare.an2");
    run("make", "--tot=CAR", "--out=" + file, "--field=1.008=CA0340100", "--no-fill");
    assertThat(run("validate", "--json", file.toString())).isEqualTo(ExitCode.FINDINGS);
    JsonNode result = JsonMapper.shared().readTree(out).get(0);
    assertThat(result.get("accepted").asBoolean()).isFalse();
    assertThat(result.get("file").asString()).isEqualTo(file.toString());
    List<String> fields = new ArrayList<>();
    result.get("findings").forEach(finding -> fields.add(finding.get("field").asString()));
    assertThat(fields).contains("2.018", "2.022", "2.073");
    assertThat(result.get("findings").get(0).propertyNames())
        .contains("severity", "code", "record", "field", "offset", "expected", "found");
    assertThat(run("validate", "--profile=itl", file.toString())).isZero();
  }

  @Test
  void refusesWhatCannotBeMade() throws IOException {
    String out = "--out=" + dir.resolve("x.an2");
    assertThat(run("make", "--tot=CAR", out)).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("1.008=ORI");
    assertThat(run("make", "--tot=CAR", out, "--field=9.001=1")).isEqualTo(ExitCode.USAGE);
    String ori = "--field=1.008=CA0340100";
    String print = "--print=1=" + image(500);
    assertThat(run("make", "--tot=CAR", out, ori, print + "@700", "--type=4"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(run("make", "--tot=CAR", out, ori, print, "--compress=zip"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(run("validate", "--profile=x", "y")).isEqualTo(ExitCode.USAGE);
    assertThat(run("validate", dir.resolve("missing").toString())).isEqualTo(ExitCode.TROUBLE);
  }

  @Test
  void showsFieldsAndWritesImages() throws IOException {
    Path file = dir.resolve("card.an2");
    run(
        "make",
        "--tot=CAR",
        "--out=" + file,
        "--field=2.073=CA0340100",
        "--print=1=" + image(500),
        "--compress=none");
    Path images = dir.resolve("images");
    assertThat(run("show", file.toString(), "--images=" + images)).isZero();
    assertThat(out).contains("2.018   NAM   DOE,JOHN", "4.008   GCA   0");
    assertThat(images.resolve("card_4.png")).exists();
    assertThat(run("show", "--json", file.toString())).isZero();
    String first = out;
    JsonNode records = JsonMapper.shared().readTree(out).get(0).get("records");
    assertThat(records).hasSize(3);
    assertThat(records.get(1).get("fields").get(2).get("subfields").get(0).get(0).asString())
        .isEqualTo("Y");
    run("show", "--json", file.toString());
    assertThat(out).isEqualTo(first);
  }

  @Test
  void convertsToXmlAndBack() throws IOException {
    Path card = dir.resolve("card.an2");
    Path xml = dir.resolve("card.xml");
    Path back = dir.resolve("back.an2");
    run(
        "make",
        "--tot=CAR",
        "--out=" + card,
        "--field=2.073=CA0340100",
        "--print=1=" + image(500),
        "--compress=png");
    assertThat(run("convert", card.toString(), xml.toString())).isZero();
    assertThat(run("validate", xml.toString())).isZero();
    assertThat(run("convert", xml.toString(), back.toString())).isZero();
    assertThat(Files.readAllBytes(back)).isEqualTo(Files.readAllBytes(card));
    Files.writeString(xml, "<a/>");
    assertThat(run("convert", xml.toString(), back.toString())).isEqualTo(ExitCode.FINDINGS);
    assertThat(err).contains("NISTBiometricInformationExchangePackage");
  }

  @Test
  void printsTheConformanceOfAFolder() throws IOException {
    Path pass = Files.createDirectories(dir.resolve("set/pass"));
    run("make", "--tot=CAR", "--out=" + pass.resolve("a.an2"), "--field=1.008=CA0340100");
    assertThat(run("conformance", dir.resolve("set").toString())).isZero();
    assertThat(out).contains("| a.an2 | accepted | accepted | yes | yes |");
    Files.writeString(pass.resolve("b.an2"), "no transaction");
    assertThat(run("conformance", dir.resolve("set").toString())).isEqualTo(ExitCode.FINDINGS);
  }

  private Path image(int ppi) throws IOException {
    int side = 96;
    byte[] pixels = new byte[side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (128 + 100 * Math.sin(i % side / 1.4));
    }
    Path file = dir.resolve("print.png");
    GrayImage image = GrayImage.of(side, side, ppi, pixels);
    return Files.write(file, ImageEncoder.encode(ImageFormat.PNG, image));
  }

  private static Transaction read(Path file) throws IOException {
    Decoded decoded = ItlReader.read(Files.readAllBytes(file));
    assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
    return ((Decoded.Accepted) decoded).transaction();
  }

  private int run(String... args) {
    StringWriter stdout = new StringWriter();
    StringWriter stderr = new StringWriter();
    int code =
        new CommandLine(new ItlCommand())
            .setOut(new PrintWriter(stdout))
            .setErr(new PrintWriter(stderr))
            .setExecutionExceptionHandler((_, _, _) -> ExitCode.TROUBLE)
            .execute(args);
    out = stdout.toString();
    err = stderr.toString();
    return code;
  }
}
