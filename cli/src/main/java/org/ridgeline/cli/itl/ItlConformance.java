package org.ridgeline.cli.itl;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.xml.XmlReader;
import org.ridgeline.codec.xml.XmlWriter;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `itl conformance`: what becomes of a folder of files with known verdicts, as Markdown.
@Command(
    name = "conformance",
    description = {
      "Prints docs/conformance.md: each file below DIR under profile itl.",
      "A folder whose name begins with pass or fail says what is expected of its files."
    },
    mixinStandardHelpOptions = true)
final class ItlConformance implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "folder of ANSI/NIST-ITL files")
  private Path dir = Path.of("");

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(head());
    boolean asExpected = true;
    TreeMap<String, List<Path>> folders;
    try (Stream<Path> files = Files.walk(dir)) {
      folders =
          files
              .filter(file -> file.toString().matches(".*\\.an2k?"))
              .sorted()
              .collect(
                  Collectors.groupingBy(
                      file -> dir.relativize(file.getParent()).toString(),
                      TreeMap::new,
                      Collectors.toList()));
    }
    for (String folder : folders.keySet()) {
      out.println();
      out.println("## " + folder);
      out.println();
      out.println("| file | expected | verdict | byte for byte | by XML | errors at |");
      out.println("|---|---|---|---|---|---|");
      for (Path file : folders.get(folder)) {
        asExpected &= row(out, folder, file);
      }
    }
    out.flush();
    return asExpected ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private boolean row(PrintWriter out, String folder, Path file) throws IOException {
    byte[] bytes = ItlFiles.read(file);
    Decoded decoded = ItlFiles.decode(bytes);
    List<Finding> errors =
        ItlValidate.findings(decoded, Profile.named("itl")).stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList();
    String name = file.getFileName().toString();
    String last = Path.of(folder).getFileName().toString();
    String expected =
        last.startsWith("pass")
            ? "accepted"
            : last.startsWith("fail") || name.startsWith("fail") ? "refused" : "–";
    String verdict = errors.isEmpty() ? "accepted" : "refused";
    String fields =
        errors.stream().map(Finding::field).distinct().limit(8).collect(Collectors.joining(" "));
    out.println(
        String.join(
            " | ",
            "| " + name,
            expected,
            verdict,
            exact(decoded, bytes),
            byXml(decoded),
            fields + " |"));
    return expected.equals("–") || expected.equals(verdict);
  }

  private static String exact(Decoded decoded, byte[] bytes) {
    return decoded instanceof Decoded.Accepted accepted
        ? Arrays.equals(ItlWriter.write(accepted.transaction()), bytes) ? "yes" : "NO"
        : "–";
  }

  /// Whether the file, written as XML and read again, gives the same XML.
  private static String byXml(Decoded decoded) {
    if (!(decoded instanceof Decoded.Accepted accepted)) {
      return "–";
    }
    XmlWriter.Encoded xml = XmlWriter.write(accepted.transaction());
    if (!(XmlReader.read(xml.bytes()) instanceof Decoded.Accepted again)) {
      return "NO";
    }
    boolean same = Arrays.equals(XmlWriter.write(again.transaction()).bytes(), xml.bytes());
    int left = xml.findings().size();
    return same ? left == 0 ? "yes" : "yes, " + left + " left out" : "NO";
  }

  private static String head() throws IOException {
    try (InputStream in = ItlConformance.class.getResourceAsStream("conformance-head.md")) {
      if (in == null) {
        throw new IOException("no conformance-head.md");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
