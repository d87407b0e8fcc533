package org.ridgeline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.app.Server;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.LastWords;
import org.ridgeline.demo.Demo;
import org.ridgeline.demo.NationSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `demo`: the whole system with a fictional county.
@Command(
    name = "demo",
    description =
        "Starts everything with a fictional county and prints a line per booking, until stopped.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      defaultValue = "demo-data",
      paramLabel = "DIR",
      description = "data folder; one that exists is gone on with (default: ${DEFAULT-VALUE})")
  private Path data;

  @Option(
      names = "--port",
      defaultValue = "8088",
      description = "port of the console, 0 for a free one (default: ${DEFAULT-VALUE})")
  @Between(least = 0, most = 65_535)
  private int port;

  @Option(
      names = "--db-url",
      paramLabel = "JDBC-URL",
      description = "an external PostgreSQL instead of the managed one")
  private Optional<String> dbUrl;

  @Option(
      names = "--bookings",
      defaultValue = "0",
      description = "stop after so many bookings; 0 goes on (default: ${DEFAULT-VALUE})")
  @Between(least = 0)
  private int bookings;

  @Option(
      names = "--pause",
      defaultValue = "1500",
      paramLabel = "MS",
      description = "milliseconds from one booking to the next (default: ${DEFAULT-VALUE})")
  @Between(least = 0)
  private int pauseMs;

  @Option(
      names = "--nation",
      defaultValue = "SMALL",
      paramLabel = "SIZE",
      description = {
        "a fictional nation for the public statistics: NONE, SMALL (40 counties, 150,000 bookings)",
        "or WHOLE (3,143 counties, 12 million bookings) (default: ${DEFAULT-VALUE})"
      })
  private NationSize nation;

  @Override
  public Integer call() throws Exception {
    LastWords.install();
    System.out.println("Starting ...");
    Server server = Demo.serve(data, dbUrl, new Server.Listen("127.0.0.1", port, Optional.empty()));
    Demo demo = new Demo(server, nation, System.out);
    Thread stop = Thread.ofPlatform().unstarted(() -> stop(server, demo));
    Runtime.getRuntime().addShutdownHook(stop);
    System.out.println("Console: " + server.url());
    server
        .firstRunLink()
        .ifPresent(link -> System.out.println("Create the administrator first: " + link));
    System.out.println("Everybody here is fictional. Drawing the first people ...");
    try {
      demo.run(bookings, Duration.ofMillis(pauseMs));
    } catch (InterruptedException e) {
      return ExitCode.DONE;
    }
    if (bookings == 0) {
      System.out.println("The stream is over; the console stays until you stop it (Ctrl-C).");
      Thread.sleep(Duration.ofDays(3650));
    }
    return ExitCode.DONE;
  }

  private static void stop(Server server, Demo demo) {
    demo.stop();
    try {
      server.close();
    } catch (Exception e) {
      System.err.println("ridgeline: stopping: " + e);
    }
  }
}
