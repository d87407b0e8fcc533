package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.ridgeline.app.BackupCheck;
import org.ridgeline.app.BackupDesk;
import org.ridgeline.app.SearchThreads;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.node.backup.Backup;
import org.ridgeline.node.backup.BackupFile;
import org.ridgeline.node.backup.BackupKey;
import org.ridgeline.node.backup.BackupMaker.Made;
import org.ridgeline.node.backup.BackupMaker.Order;
import org.ridgeline.node.backup.BadBackupException;
import org.ridgeline.node.backup.Manifest;
import org.ridgeline.search.rank.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `backup`: all that an installation holds, in one file.
@Command(
    name = "backup",
    description = {
      "Copies all that an installation holds, as it is at one moment, into one file of a folder;",
      "a server may run meanwhile. The file is encrypted and only its owner can read it. Keep the",
      "key elsewhere than the backups: without it nobody opens them. backup verify tells if one",
      "is good, by restoring it."
    },
    mixinStandardHelpOptions = true,
    subcommands = {BackupCommand.Verify.class, BackupCommand.NewKey.class})
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /// Not required here: a subcommand is asked for without them.
  @Option(names = "--data", paramLabel = "DIR", description = "data folder of the installation")
  private Optional<Path> data;

  @Option(
      names = {"--db-url", "--db"},
      paramLabel = "JDBC-URL",
      description = "an external PostgreSQL instead of the managed one")
  private Optional<String> dbUrl;

  @Option(names = "--to", paramLabel = "FOLDER", description = "where the file is put")
  private Optional<Path> to;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "key that it is encrypted with (backup new-key makes one)")
  private Optional<Path> key;

  @Option(
      names = "--unencrypted",
      description = {
        "without a key: whoever reads the file has all persons, names and prints. Secrets are",
        "left out then, the key that signs the ledger among them"
      })
  private boolean isUnencrypted;

  @Option(
      names = "--with-demographics-key",
      description = "take the key that opens sealed demographics along, where it is in the folder")
  private boolean takesOpeningKey;

  @Option(
      names = "--json",
      description = "print {\"file\",\"bytes\",\"sha256\",\"rows\",\"upTo\",\"withheld\"}")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Path folder = given(data, "--data=DIR");
    Path place = given(to, "--to=FOLDER");
    if (key.isPresent() == isUnencrypted) {
      throw new ParameterException(
          spec.commandLine(),
          "give --key=FILE (./ridgeline backup new-key FILE makes one), or --unencrypted");
    }
    if (isUnencrypted && takesOpeningKey) {
      throw new ParameterException(
          spec.commandLine(),
          "--with-demographics-key wants --key=FILE: it opens everything sealed");
    }
    Made made;
    try (DataOption.Opened opened = DataOption.open(folder, dbUrl)) {
      made =
          opened
              .get(BackupDesk.class)
              .make(
                  new Order(place, read(key), takesOpeningKey),
                  (done, all) -> Output.progress("tables", done, all));
    }
    print(made);
    return ExitCode.DONE;
  }

  private <T> T given(Optional<T> option, String name) {
    return option.orElseThrow(() ->
        new ParameterException(spec.commandLine(), "Missing required option: '" + name + "'"));
  }

  private void print(Made made) {
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("file", made.file().toString());
      all.put("bytes", made.whole().bytes());
      all.put("sha256", made.whole().sha256());
      all.put("rows", made.manifest().rows());
      all.put("upTo", made.manifest().facts());
      all.put("withheld", made.manifest().withheld());
      Output.json(all);
      return;
    }
    System.out.printf(
        "%s: %,d bytes, %,d rows of %d tables%nSHA-256 %s%n",
        made.file(),
        made.whole().bytes(),
        made.manifest().rows(),
        made.manifest().tables().size(),
        made.whole().sha256());
    upTo(made.manifest());
    made.manifest().withheld().forEach(one -> System.out.println("not in it: " + one));
  }

  /// What senders and overseers were told is in it up to there.
  static void upTo(Manifest manifest) {
    System.out.println("as of " + manifest.taken().snapshot());
    System.out.printf(
        "ledger up to entry %s%s%n",
        manifest.facts().getOrDefault("ledger.entries", "0"),
        manifest.fact("ledger.hash").map(hash -> " " + hash).orElse(""));
    manifest
        .fact("exchange.control")
        .ifPresent(control ->
            System.out.printf(
                "submissions up to %s of %s%n", control, manifest.fact("exchange.at").orElse("")));
  }

  /// A backup by what the command line says of it.
  static Backup backup(Path place, Optional<Path> key) throws IOException {
    return new Backup(BackupFile.find(place), read(key));
  }

  private static Optional<BackupKey> read(Optional<Path> key) throws IOException {
    return key.isPresent() ? Optional.of(BackupKey.read(key.get())) : Optional.empty();
  }

  /// Says how far a file is read.
  static LongConsumer progress(String what, Path file) throws IOException {
    long all = Files.size(file);
    return done -> Output.progress(what, done, all);
  }

  /// `backup verify`.
  @Command(
      name = "verify",
      description = {
        "Tells whether a backup is good: restores it into a folder of its own that is deleted",
        "afterwards, with a database of its own, and asks it: the ledger's head and whole chain,",
        "the rows of every table, rows held to the ledger, and searches of enrolled encounters,",
        "each of which must find its person first. Says what it checked. Exit code 1 where",
        "anything is not as it was."
      },
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {
    @Parameters(
        paramLabel = "FOLDER|BACKUP",
        description = "a backup, or a folder, whose newest is taken")
    private Path place;

    @Option(names = "--key", paramLabel = "FILE", description = "key that it was encrypted with")
    private Optional<Path> key;

    @Option(
        names = "--scratch",
        paramLabel = "FOLDER",
        description = {
          "where it is restored for the check, in clear and readable for its owner only, with room",
          "for the database and its galleries (default: the system's temporary folder)"
        })
    private Optional<Path> scratch;

    @Option(
        names = "--searches",
        paramLabel = "N",
        defaultValue = "20",
        description = "encounters searched for in each repository (default: ${DEFAULT-VALUE})")
    @Between(least = 0, most = 100_000)
    private int searches;

    @Option(names = "--json", description = "print {\"file\",\"checked\",\"differences\",\"upTo\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      Backup backup = backup(place, key);
      Path where = scratch.orElse(Path.of(System.getProperty("java.io.tmpdir")));
      try {
        BackupCheck.Report report =
            new BackupCheck(
                    backup, Engine.standard(SearchThreads.start()), Clock.systemUTC(), searches)
                .in(where, progress("bytes", backup.file()));
        print(backup, report);
        return report.isGood() ? ExitCode.DONE : ExitCode.FINDINGS;
      } catch (BadBackupException e) {
        System.err.println("ridgeline: " + e.getMessage());
        return ExitCode.FINDINGS;
      }
    }

    private void print(Backup backup, BackupCheck.Report report) {
      if (json) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("file", backup.file().toString());
        all.put("checked", report.checked());
        all.put("differences", report.differences());
        all.put("upTo", report.read().manifest().facts());
        Output.json(all);
        return;
      }
      System.out.println(backup.file());
      report.checked().forEach(one -> System.out.println("checked: " + one));
      report.differences().forEach(one -> System.out.println("DIFFERENT: " + one));
      upTo(report.read().manifest());
      System.out.println(
          report.isGood()
              ? "good: what was restored is what was backed up"
              : "not good: " + report.differences().size() + " differences");
      if (backup.key().isEmpty()) {
        System.out.println(
            "It is not encrypted: that nobody made it anew, only its SHA-256 in the ledger's entry"
                + " backup.end says.");
      }
    }
  }

  /// `backup new-key`.
  @Command(
      name = "new-key",
      description = {
        "Makes a key that backups are encrypted with. Copy it to where the backups are not:",
        "without it they are lost, and with it whoever has one has everything."
      },
      mixinStandardHelpOptions = true)
  static final class NewKey implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "file that gets the key; none may be there yet")
    private Path file;

    @Override
    public Integer call() throws Exception {
      System.out.println("key " + BackupKey.make(file).id() + " in " + file);
      return ExitCode.DONE;
    }
  }
}
