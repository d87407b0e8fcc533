package org.ridgeline.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.app.RestoreDesk;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.node.backup.Backup;
import org.ridgeline.node.backup.BadBackupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `restore`: an installation made of a backup.
@Command(
    name = "restore",
    description = {
      "Makes an installation of a backup in an empty folder, for serve. Galleries are made anew at",
      "the first start; roles of the database get new passwords; everybody has to log in again.",
      "Says up to where the backup goes: what was acknowledged after that is not in it."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "FOLDER|BACKUP",
      description = "a backup, or a folder, whose newest is taken")
  private Path from;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "data folder to be made; empty, or not there")
  private Path data;

  @Option(
      names = {"--db-url", "--db"},
      paramLabel = "JDBC-URL",
      description =
          "an external PostgreSQL, which holds no installation, instead of the managed one")
  private Optional<String> dbUrl;

  @Option(names = "--key", paramLabel = "FILE", description = "key that it was encrypted with")
  private Optional<Path> key;

  @Option(
      names = "--later",
      paramLabel = "FILE",
      description = {
        "what was kept of the old system after the backup: a copy of its checkpoints file, or",
        "lines of audit export. What it names that the backup does not hold is listed"
      })
  private Optional<Path> later;

  @Override
  public Integer call() throws Exception {
    try {
      Optional<LaterEntries> after =
          later.isPresent() ? Optional.of(LaterEntries.read(later.get())) : Optional.empty();
      Backup backup = BackupCommand.backup(from, key);
      Backup.Read read =
          RestoreDesk.restore(backup, data, dbUrl, BackupCommand.progress("bytes", backup.file()));
      System.out.println("restored " + backup.file() + " into " + data);
      BackupCommand.upTo(read.manifest());
      System.out.println("what was acknowledged after that is not there");
      long entries = Long.parseLong(read.manifest().facts().getOrDefault("ledger.entries", "0"));
      after.ifPresent(one -> one.after(entries).forEach(System.out::println));
      read.manifest().withheld().forEach(one -> System.out.println("was not in it: " + one));
      return ExitCode.DONE;
    } catch (BadBackupException e) {
      System.err.println("ridgeline: " + e.getMessage());
      return ExitCode.FINDINGS;
    }
  }
}
