package org.ridgeline.cli.itl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.xml.XmlWriter;
import org.ridgeline.vocabulary.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `itl convert`: between the traditional and the XML encoding.
@Command(
    name = "convert",
    description = {
      "Converts between the traditional and the XML encoding; OUT is XML if it ends in .xml.",
      "What has no place in the other encoding is listed, and the exit code is 1."
    },
    mixinStandardHelpOptions = true)
final class ItlConvert implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "IN", description = "file in either encoding")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "file to write")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    Decoded decoded = ItlFiles.decode(ItlFiles.read(in));
    List<Finding> findings = new ArrayList<>(decoded.findings());
    if (decoded instanceof Decoded.Accepted accepted) {
      Files.write(out, bytes(accepted.transaction(), findings));
    }
    findings.forEach(finding -> spec.commandLine().getErr().println(ItlFiles.line(finding)));
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private byte[] bytes(Transaction transaction, List<Finding> findings) {
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".xml")) {
      return ItlWriter.write(transaction);
    }
    XmlWriter.Encoded encoded = XmlWriter.write(transaction);
    findings.addAll(encoded.findings());
    return encoded.bytes();
  }
}
