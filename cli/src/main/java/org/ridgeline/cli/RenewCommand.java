package org.ridgeline.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.identify.FairPool;
import org.ridgeline.exchange.renew.Renewed;
import org.ridgeline.exchange.renew.TemplateRenewal;
import org.ridgeline.exchange.renew.TemplateRenewal.Portion;
import org.ridgeline.exchange.renew.TemplateRenewals;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.repository.TemplateStanding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `repository renew-templates`.
@Command(
    name = "renew-templates",
    description =
        "Makes templates of an earlier extractor anew from stored images, also beside a running"
            + " server, whose searches go on. Killed at any moment, it goes on when run again."
            + " Exit code 1 where extraction failed for an encounter.",
    mixinStandardHelpOptions = true)
final class RenewCommand implements Callable<Integer> {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  @Mixin private DataOption data;

  @Mixin private RepositoryOption repository;

  @Option(names = "--dry-run", description = "say how many wait, and change nothing")
  private boolean dryRun;

  @Option(
      names = "--at-most",
      paramLabel = "N",
      description = "encounters to work on; all that wait if not given")
  @Between(least = 1)
  private long most = Long.MAX_VALUE;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "encounters replaced together, 1.." + Limits.RENEWAL_BATCH_MAX + "; 20")
  @Between(least = 1, most = Limits.RENEWAL_BATCH_MAX)
  private int batch = 20;

  @Option(names = "--threads", paramLabel = "N", description = "half the cores if not given")
  @Between(least = 1)
  private int threads = Math.max(1, CORES / 2);

  @Option(
      names = "--json",
      description = "print {\"repository\",\"extractor\",\"run\",\"standing\"}")
  private boolean json;

  /// Both as JSON; `run` null of a dry run.
  record ResultJson(
      String repository, int extractor, Optional<Renewed> run, TemplateStanding standing) {}

  @Override
  public Integer call() throws Exception {
    RepositoryName name = repository.name();
    Portion portion = new Portion(most, batch);
    if (threads > CORES) {
      throw new IllegalArgumentException("--threads=" + threads + " limit=1.." + CORES);
    }
    try (DataOption.Opened opened = data.open()) {
      TemplateRenewal renewal = opened.get(TemplateRenewals.class).of(name);
      Optional<Renewed> run = Optional.empty();
      if (!dryRun) {
        // Signs what the run wrote when it is done.
        try (Checkpoints _ = opened.get(Checkpoints.class)) {
          run = Optional.of(run(renewal, portion));
        }
      }
      print(new ResultJson(name.key(), renewal.extractor(), run, renewal.standing()));
      return run.isPresent() && run.get().failed() > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
    }
  }

  private Renewed run(TemplateRenewal renewal, Portion portion) throws InterruptedException {
    try (FairPool pool = new FairPool("renew-", threads)) {
      return renewal.run(
          pool,
          portion,
          (sofar, waiting) ->
              Output.progress("renewed", sofar.encounters(), Math.min(most, waiting)));
    }
  }

  private void print(ResultJson result) {
    if (json) {
      Output.json(result);
      return;
    }
    result.run().ifPresent(RenewCommand::print);
    TemplateStanding now = result.standing();
    System.out.printf(
        "%s: %,d fingers, %,d by extractor %d or later%n",
        result.repository(), now.fingers(), now.present(), result.extractor());
    System.out.printf("%,d wait, of %,d encounters%n", now.waiting(), now.waitingEncounters());
    System.out.printf(
        "kept: %,d without an image stored, %,d whose image is not usable, %,d sealed%n",
        now.withoutImage(), now.notUsable(), now.sealed());
  }

  private static void print(Renewed run) {
    System.out.printf(
        "%,d encounters worked on: %,d templates made anew; kept: %,d without an image stored,"
            + " %,d whose image is not usable%n",
        run.encounters(), run.replaced(), run.withoutImage(), run.notUsable());
    if (run.failed() > 0) {
      System.out.printf(
          "extraction failed for %,d fingers, see the log: they are tried again%n", run.failed());
    }
    if (run.outrun() > 0) {
      System.out.printf("%,d were erased, or made anew, meanwhile%n", run.outrun());
    }
  }
}
