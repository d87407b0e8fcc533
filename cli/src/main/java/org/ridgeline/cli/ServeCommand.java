package org.ridgeline.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.ridgeline.app.Server;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.LastWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `serve`: the system on real configuration, until it is stopped.
@Command(
    name = "serve",
    description = "Serves from a data folder until stopped (Ctrl-C or SIGTERM).",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data;

  @Option(
      names = "--port",
      defaultValue = "8088",
      description = "port to listen on, 0 for a free one (default: ${DEFAULT-VALUE})")
  @Between(least = 0, most = 65_535)
  private int port;

  @Option(
      names = "--address",
      defaultValue = "127.0.0.1",
      description =
          "address to listen on (default: ${DEFAULT-VALUE}); any other wants TLS or a proxy")
  private String address;

  @Option(
      names = "--ready-file",
      paramLabel = "F",
      description = "file that gets the base URL once the server answers")
  private Optional<Path> readyFile;

  @Option(
      names = "--db-url",
      paramLabel = "JDBC-URL",
      description = "an external PostgreSQL instead of the managed one")
  private Optional<String> dbUrl;

  @Override
  public Integer call() throws Exception {
    LastWords.install();
    CountDownLatch stopped = new CountDownLatch(1);
    Server server = Server.start(data, dbUrl, new Server.Listen(address, port, readyFile));
    server.whenTakenOver(why -> {
      System.err.println("ridgeline: " + why);
      Runtime.getRuntime().halt(ExitCode.TROUBLE);
    });
    Thread stop =
        Thread.ofPlatform()
            .unstarted(() -> {
              try {
                server.close();
              } catch (Exception e) {
                System.err.println("ridgeline: stopping: " + e);
              }
              stopped.countDown();
            });
    Runtime.getRuntime().addShutdownHook(stop);
    System.out.println("Ridgeline serves " + data + " at " + server.url());
    server
        .firstRunLink()
        .ifPresent(link -> System.out.println("Create the administrator at " + link));
    stopped.await();
    return ExitCode.DONE;
  }
}
