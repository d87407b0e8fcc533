package org.ridgeline.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ridgeline.cli.ImportDoor.Outcome;
import org.ridgeline.cli.ImportDoor.Reply;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.agency.OwnerTokens;
import org.ridgeline.exchange.intake.EncounterImports;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Checkpoints;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `repository import`: files, or whole archives of them.
@Command(
    name = "import",
    description = {
      "Adds persons and encounters from ANSI/NIST-ITL files.",
      "A folder is taken with all in it. Run again after it was stopped, it goes on: a file that"
          + " was enrolled before is told by its bytes and passed."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
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

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "files at once (default: one a processor)")
  @Between(least = 1, most = 64)
  private Optional<Integer> jobs = Optional.empty();

  @Option(
      names = "--errors",
      paramLabel = "OUT",
      description = "add a line of JSON for each file that was refused, unreadable or odd")
  private Optional<Path> errors = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "OUT",
      description = "write how many files became what, as JSON; single ones are not printed then")
  private Optional<Path> report = Optional.empty();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "ANSI/NIST-ITL files, or folders of them")
  private List<Path> files;

  @Option(names = "--json", description = "print {\"imported\",\"refused\",\"persons\",\"report\"}")
  private boolean json;

  private final List<Refused> refused = new ArrayList<>();
  private final List<Person> persons = new ArrayList<>();

  record Refused(String file, List<JsonNode> findings) {}

  record Person(String file, String personId, List<JsonNode> findings) {}

  record Result(long imported, List<Refused> refused, List<Person> persons, ImportReport report) {}

  record ErrorLine(
      String file, String outcome, Optional<String> personId, List<JsonNode> findings) {}

  @Override
  public Integer call() throws Exception {
    if (url.isPresent() && token.isPresent()) {
      return over(new ApiClient(url.get(), token.get()));
    }
    if (data.isPresent()) {
      return into(repository.name(), data.get());
    }
    throw new CommandLine.ParameterException(
        spec.commandLine(), "either --data DIR or --url URL with --token T expected");
  }

  private int into(RepositoryName name, Path root) throws Exception {
    try (DataOption.Opened opened = DataOption.begin(root, dbUrl)) {
      Optional<String> server = opened.folder().servedAt();
      if (server.isPresent()) {
        return beside(server.get(), name, opened.get(OwnerTokens.class));
      }
      // Signs what the import wrote when it is done.
      try (Checkpoints _ = opened.get(Checkpoints.class)) {
        return run(ImportDoor.of(opened.get(EncounterImports.class).of(name)));
      }
    }
  }

  /// A gallery is open in one process: where that is a server, it is asked to do the work.
  private int beside(String server, RepositoryName name, OwnerTokens owners) throws Exception {
    String own = owners.add(name.key());
    try {
      return over(new ApiClient(server, own));
    } finally {
      owners.remove(own);
    }
  }

  private int over(ApiClient api) throws Exception {
    return run(ImportDoor.of(api, repository.name().key()));
  }

  private int run(ImportDoor door) throws Exception {
    // Asked before the work: what cannot be written in the end is said now.
    if (report.isPresent()) {
      Files.writeString(beside(report.get()), "");
    }
    ImportReport done;
    if (errors.isPresent()) {
      try (BufferedWriter lines = appended(errors.get())) {
        done = run(door, (file, reply) -> became(file, reply, lines));
      }
    } else {
      done = run(door, this::keep);
    }
    if (report.isPresent()) {
      write(report.get(), Output.mapper().writeValueAsString(done));
    }
    say(done);
    if (done.files() == 0) {
      System.err.println("ridgeline: no files in what was named");
    }
    if (done.unreadable() > 0) {
      return ExitCode.TROUBLE;
    }
    return done.refused() > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private ImportReport run(ImportDoor door, ImportRun.Listener listener) throws Exception {
    int atOnce = jobs.orElse(Runtime.getRuntime().availableProcessors());
    Set<Path> own =
        Stream.of(errors, report, report.map(ImportCommand::beside))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return new ImportRun(door, atOnce, own, listener).run(files);
  }

  /// What a run before wrote stays: files that it enrolled are not looked at again.
  private static BufferedWriter appended(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private void became(Path file, Reply reply, BufferedWriter lines) {
    if (reply.outcome() != Outcome.BEFORE && !reply.findings().isEmpty()) {
      ErrorLine line =
          new ErrorLine(
              file.toString(),
              reply.outcome().name().toLowerCase(Locale.ROOT),
              reply.personId(),
              reply.findings());
      try {
        lines.write(Output.mapper().writeValueAsString(line) + "\n");
        lines.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    keep(file, reply);
  }

  /// Single files are told where they are few enough to be read: a report stands for many.
  private void keep(Path file, Reply reply) {
    if (report.isPresent()) {
      return;
    }
    switch (reply.outcome()) {
      case NEW_PERSON, KNOWN_PERSON, BEFORE -> {
        String person = reply.personId().orElseThrow();
        persons.add(new Person(file.toString(), person, reply.findings()));
      }
      case REFUSED -> refused.add(new Refused(file.toString(), reply.findings()));
      case UNREADABLE -> {
        String why = reply.findings().getFirst().path("found").asString();
        System.err.println("ridgeline: " + file + ": " + why);
      }
    }
  }

  /// The whole report or none: a run that is stopped leaves no half of one.
  private static void write(Path file, String text) throws IOException {
    Files.writeString(beside(file), text + "\n");
    Files.move(
        beside(file), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private void say(ImportReport done) {
    persons.sort(Comparator.comparing(Person::file));
    refused.sort(Comparator.comparing(Refused::file));
    if (json) {
      long imported = done.newPersons() + done.knownPersons() + done.before();
      Output.json(new Result(imported, refused, persons, done));
      return;
    }
    for (Person person : persons) {
      System.out.println(person.personId() + "  " + person.file());
      say(person.findings());
    }
    for (Refused file : refused) {
      System.out.println("refused  " + file.file());
      say(file.findings());
    }
    if (report.isPresent()) {
      System.out.println(
          "%d files: %d new persons, %d known, %d enrolled before, %d refused, %d unreadable"
              .formatted(
                  done.files(),
                  done.newPersons(),
                  done.knownPersons(),
                  done.before(),
                  done.refused(),
                  done.unreadable()));
    }
  }

  private static void say(List<JsonNode> findings) {
    for (JsonNode finding : findings) {
      System.out.println("    " + FindingLine.of(finding));
    }
  }
}
