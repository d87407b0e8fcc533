package org.ridgeline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.ledger.CanonicalForm;
import org.ridgeline.ledger.EntryProof;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.oversight.evidence.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `audit verify-report`.
@Command(
    name = "verify-report",
    description = {
      "Makes a public report again from the facts beside it and compares every number and file,",
      "with nothing but the folder that report evidence wrote. With --key also that report and",
      "facts are those that the ledger was told of when the report was published.",
      "Exit code 1 where something does not hold."
    },
    mixinStandardHelpOptions = true)
final class AuditReport implements Callable<Integer> {
  private static final String PROOF = "ledger.proof";

  @Parameters(paramLabel = "DIR", description = "what report evidence wrote")
  private Path folder;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "public key of the ledger that is trusted")
  private Optional<Path> key;

  @Option(
      names = "--json",
      description = "print {\"month\",\"version\",\"facts\",\"numbers\",\"proven\",\"findings\"}")
  private boolean json;

  /// The result as JSON.
  record Line(
      String month, int version, long facts, long numbers, boolean proven, List<String> findings) {}

  @Override
  public Integer call() throws Exception {
    Optional<CanonicalForm.Said> entry = Optional.empty();
    if (key.isPresent()) {
      Optional<EntryProof> proof = EntryProof.of(Files.readAllLines(folder.resolve(PROOF)));
      if (proof.isEmpty() || !proof.get().isProvenBy(SigningKey.publicKey(key.get()))) {
        System.out.println(PROOF + " proves nothing: changed, or not signed by this key");
        return ExitCode.FINDINGS;
      }
      entry = proof.get().entry();
    }
    Verification.Result result = Verification.of(folder, entry);
    print(result, entry.isPresent());
    return result.findings().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private void print(Verification.Result result, boolean proven) {
    if (json) {
      Output.json(
          new Line(
              result.month().toString(),
              result.version(),
              result.facts(),
              result.numbers(),
              proven,
              result.findings()));
      return;
    }
    result.findings().forEach(System.out::println);
    System.out.println(
        result.month()
            + " version "
            + result.version()
            + ": "
            + result.numbers()
            + " numbers counted again from "
            + result.facts()
            + " facts, "
            + result.findings().size()
            + " findings");
    System.out.println(
        proven
            ? "report and facts are bound to the ledger that this key signed"
            : "not checked against the ledger: give its public key with --key");
  }
}
