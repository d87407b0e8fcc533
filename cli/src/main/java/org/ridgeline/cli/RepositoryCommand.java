package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.agency.OwnerTokens;
import org.ridgeline.exchange.intake.EncounterImport;
import org.ridgeline.exchange.intake.EncounterImport.Imported;
import org.ridgeline.exchange.intake.EncounterImports;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.rest.FindingJson;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `repository`: what the owner of one repository does.
@Command(
    name = "repository",
    description =
        "The criminal and the immigration repository: add, renew, amend, erase; give tokens.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RepositoryCommand.Import.class,
      RepositoryCommand.NewToken.class,
      RenewCommand.class,
      AmendCommand.class,
      ErasureCommand.ProveErased.class,
      ErasureCommand.SweepNow.class
    })
final class RepositoryCommand {
  /// `repository import`.
  @Command(
      name = "import",
      description = "Adds persons and encounters from ANSI/NIST-ITL files.",
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private RepositoryOption repository;

    @Option(names = "--data", paramLabel = "DIR", description = "data folder")
    private Optional<Path> data;

    @Option(names = "--db-url", paramLabel = "JDBC-URL", description = "an external PostgreSQL")
    private Optional<String> dbUrl;

    @Option(names = "--url", description = "or: base URL of a running server")
    private Optional<String> url;

    @Option(names = "--token", description = "and the owner's token for it")
    private Optional<String> token;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "ANSI/NIST-ITL files")
    private List<Path> files;

    @Option(names = "--json", description = "print {\"imported\",\"refused\",\"persons\"}")
    private boolean json;

    private final List<Refused> refused = new ArrayList<>();
    private final List<Person> persons = new ArrayList<>();

    record Refused(String file, List<?> findings) {}

    record Person(String file, String personId, List<?> findings) {}

    record Result(int imported, List<Refused> refused, List<Person> persons) {}

    @Override
    public Integer call() throws Exception {
      if (url.isPresent() && token.isPresent()) {
        importOver(new ApiClient(url.get(), token.get()));
      } else if (data.isPresent()) {
        importInto(repository.name(), data.get());
      } else {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "either --data DIR or --url URL with --token T expected");
      }
      print();
      return refused.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private void importInto(RepositoryName repository, Path root) throws Exception {
      try (DataOption.Opened opened = DataOption.begin(root, dbUrl)) {
        Optional<String> server = opened.folder().servedAt();
        if (server.isPresent()) {
          importBeside(server.get(), repository, opened.get(OwnerTokens.class));
        } else {
          // Signs what the import wrote when it is done.
          try (Checkpoints _ = opened.get(Checkpoints.class)) {
            importWith(opened.get(EncounterImports.class).of(repository));
          }
        }
      }
    }

    /// A gallery is open in one process: where that is a server, it is asked to do the work.
    private void importBeside(String server, RepositoryName repository, OwnerTokens owners)
        throws Exception {
      String own = owners.add(repository.key());
      try {
        importOver(new ApiClient(server, own));
      } finally {
        owners.remove(own);
      }
    }

    private void importWith(EncounterImport importer) throws Exception {
      for (Path file : files) {
        importFile(importer, file);
        Output.progress("imported", persons.size() + refused.size(), files.size());
      }
    }

    private void importFile(EncounterImport importer, Path file) throws Exception {
      if (Files.size(file) > Limits.SUBMISSION_BYTES_MAX) {
        refuse(file, List.of(tooLarge(Files.size(file))));
        return;
      }
      switch (importer.take(Files.readAllBytes(file))) {
        case Imported.Done done ->
            persons.add(
                new Person(file.toString(), done.personId().toString(), json(done.findings())));
        case Imported.Refused why -> refuse(file, why.findings());
      }
    }

    private static Finding tooLarge(long bytes) {
      return Finding.of(
          Severity.ERROR,
          FindingCode.FILE_TOO_LARGE,
          "at most " + Limits.SUBMISSION_BYTES_MAX + " bytes",
          bytes + " bytes");
    }

    private void refuse(Path file, List<Finding> findings) {
      refused.add(new Refused(file.toString(), json(findings)));
    }

    private static List<FindingJson> json(List<Finding> findings) {
      return findings.stream().map(FindingJson::of).toList();
    }

    private void importOver(ApiClient api) throws IOException, InterruptedException {
      String key = repository.name().key();
      for (Path file : files) {
        if (Files.size(file) > Limits.SUBMISSION_BYTES_MAX) {
          refuse(file, List.of(tooLarge(Files.size(file))));
          continue;
        }
        ApiClient.Reply reply =
            api.post("/api/v1/repositories/" + key + "/encounters", Files.readAllBytes(file));
        if (reply.isDone()) {
          String person = reply.body().path("personId").asString();
          persons.add(new Person(file.toString(), person, findings(reply)));
        } else if (reply.body().has("findings")) {
          refused.add(new Refused(file.toString(), findings(reply)));
        } else {
          throw new IOException(file + ": " + reply.problem());
        }
        Output.progress("imported", persons.size() + refused.size(), files.size());
      }
    }

    private static List<JsonNode> findings(ApiClient.Reply reply) {
      List<JsonNode> findings = new ArrayList<>();
      reply.body().path("findings").forEach(findings::add);
      return findings;
    }

    private void print() {
      if (json) {
        Output.json(new Result(persons.size(), refused, persons));
        return;
      }
      for (Person person : persons) {
        System.out.println(person.personId() + "  " + person.file());
        print(person.findings());
      }
      for (Refused file : refused) {
        System.out.println("refused  " + file.file());
        print(file.findings());
      }
    }

    private static void print(List<?> findings) {
      for (Object finding : findings) {
        System.out.println("    " + FindingLine.of(Output.mapper().valueToTree(finding)));
      }
    }
  }

  /// `repository token`.
  @Command(
      name = "token",
      description = "Prints a new token for the owner of a repository, this once.",
      mixinStandardHelpOptions = true)
  static final class NewToken implements Callable<Integer> {
    @Mixin private DataOption data;

    @Mixin private RepositoryOption repository;

    @Option(names = "--json", description = "print {\"name\",\"token\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      RepositoryName name = repository.name();
      String token;
      try (DataOption.Opened opened = data.begin()) {
        token = opened.get(OwnerTokens.class).add(name.key());
      }
      if (json) {
        Output.json(new Made(name.key(), token));
      } else {
        System.out.println(token);
      }
      return ExitCode.DONE;
    }

    record Made(String name, String token) {}
  }
}
