package org.ridgeline.cli.itl;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `itl validate`: all findings of files under a profile.
@Command(
    name = "validate",
    description = "Checks files against a profile and lists every finding.",
    mixinStandardHelpOptions = true)
final class ItlValidate implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "ANSI/NIST-ITL files")
  private List<Path> files = List.of();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "ebts",
      description = "itl: the base standard alone; ebts: FBI EBTS on top (default: ebts)")
  private String profile = "ebts";

  @Option(
      names = "--dialect",
      paramLabel = "RULES",
      description = "a rules file of an agency's own, laid on top of the profile")
  private Optional<Path> dialect = Optional.empty();

  @Option(names = "--json", description = "print the findings as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Profile rules = rules();
    List<Map<String, Object>> results = new ArrayList<>();
    PrintWriter out = spec.commandLine().getOut();
    boolean allAccepted = true;
    for (Path file : files) {
      Decoded decoded = ItlFiles.decode(ItlFiles.read(file));
      List<Finding> findings = findings(decoded, rules);
      if (decoded instanceof Decoded.Accepted accepted) {
        findings.addAll(ItlImages.check(accepted.transaction()));
      }
      boolean accepted = findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
      allAccepted &= accepted;
      if (json) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("file", file.toString());
        result.put("accepted", accepted);
        result.put("findings", findings.stream().map(ItlFiles::json).toList());
        results.add(result);
      } else {
        String verdict = accepted ? "accepted" : "refused";
        String count =
            switch (findings.size()) {
              case 0 -> "no findings";
              case 1 -> "1 finding";
              default -> findings.size() + " findings";
            };
        out.println(file + ": " + verdict + ", " + count + " (profile " + rules.name() + ")");
        findings.forEach(finding -> out.println(ItlFiles.line(finding)));
      }
    }
    if (json) {
      out.println(ItlFiles.json(results));
    }
    out.flush();
    return allAccepted ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private Profile rules() throws IOException {
    try {
      Profile base = Profile.named(profile);
      if (dialect.isEmpty()) {
        return base;
      }
      Path file = dialect.get();
      return base.layered(file.getFileName().toString(), Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /// The reader's findings, then the profile's where there is a transaction to check.
  static List<Finding> findings(Decoded decoded, Profile rules) {
    List<Finding> findings = new ArrayList<>(decoded.findings());
    if (decoded instanceof Decoded.Accepted accepted) {
      findings.addAll(rules.check(accepted.transaction()));
    }
    return findings;
  }
}
