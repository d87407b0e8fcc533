package org.ridgeline.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ridgeline.console.entry.FirstRun;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Logs;
import org.ridgeline.node.Settings;
import org.ridgeline.search.kernel.Kernels;
import org.ridgeline.search.rank.Engine;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A running Ridgeline: rooms at work over a data folder, HTTP in front.
public final class Server implements AutoCloseable {
  /// The program's.
  public static final String VERSION = "0.1.0";

  private static final Logger LOG = System.getLogger(Server.class.getName());

  private final DataFolder folder;
  private final Services services;
  private final ConfigurableApplicationContext doors;

  private Server(DataFolder folder, Services services, ConfigurableApplicationContext doors) {
    this.folder = folder;
    this.services = services;
    this.doors = doors;
  }

  /// Where to listen.
  /// - **Shape** `port` 0 takes a free one; `address` the loopback unless said otherwise
  public record Listen(String address, int port, Optional<Path> readyFile) {}

  /// Starts all of it; returns once HTTP answers and, where asked for, the ready file is written.
  /// - **Shape** `more` doors beside the usual ones: classes that Spring finds beans by
  /// - **Error** bad settings: IllegalArgumentException; an engine without calibration, or a
  ///   gallery of another database: IllegalStateException
  public static Server start(Path root, Optional<String> dbUrl, Listen listen, Class<?>... more)
      throws IOException {
    // What the engine or the settings lack is said before anything runs.
    Settings settings = Settings.of(root, dbUrl);
    RoomSettings.of(settings);
    DoorSettings.of(settings).check(listen.address());
    Engine engine = Engine.standard(SearchThreads.start());
    DataFolder folder = DataFolder.serve(root, settings);
    try {
      return start(folder, engine, listen, List.of(more));
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static Server start(DataFolder folder, Engine engine, Listen listen, List<Class<?>> more)
      throws IOException {
    folder.serving();
    Logs.join();
    LOG.log(Level.INFO, Kernels.description());
    LOG.log(Level.INFO, "calibration: " + engine.calibration().source());
    Services services = Services.open(folder, () -> engine, Clock.systemUTC());
    try {
      return start(folder, services, listen, more);
    } catch (IOException | RuntimeException e) {
      services.close();
      throw e;
    }
  }

  private static Server start(
      DataFolder folder, Services services, Listen listen, List<Class<?>> more) throws IOException {
    Loops loops = services.get(Loops.class);
    SettingsStand.record(
        folder.settings(), listen.address() + ":" + listen.port(), services.get(Ledger.class));
    ConfigurableApplicationContext doors = doors(services, listen, more);
    Server server = new Server(folder, services, doors);
    try {
      doors.getBean(FirstRun.class).offer(server.publicUrl());
      loops.start();
      folder.serving(server.localUrl());
      if (listen.readyFile().isPresent()) {
        writeWhole(listen.readyFile().get(), server.url());
      }
    } catch (IOException | RuntimeException e) {
      doors.close();
      throw e;
    }
    return server;
  }

  /// The doors see the services as their parent's beans, and end before them.
  private static ConfigurableApplicationContext doors(
      Services services, Listen listen, List<Class<?>> more) {
    List<Class<?>> sources = new ArrayList<>(more);
    sources.add(WebApplication.class);
    return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
        .parent(services.context())
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(false)
        .properties(Map.of("server.address", listen.address(), "server.port", listen.port()))
        .properties(services.get(DoorSettings.class).properties())
        .run();
  }

  private static void writeWhole(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// The base URL, without a slash at the end.
  public String url() {
    var web = (WebServerApplicationContext) doors;
    String address = doors.getEnvironment().getProperty("server.address", "127.0.0.1");
    String scheme = settings().tls().isPresent() ? "https" : "http";
    return scheme + "://" + address + ":" + web.getWebServer().getPort();
  }

  private DoorSettings settings() {
    return services.get(DoorSettings.class);
  }

  /// What stands in links: the name that is set, else where we listen.
  private String publicUrl() {
    return settings().front().publicUrl().map(URI::toString).orElseGet(this::url);
  }

  /// How this machine's commands come in: past TLS, whose certificate has another name than this.
  private String localUrl() {
    if (settings().tls().isEmpty()) {
      return url();
    }
    var tomcat = (TomcatWebServer) ((WebServerApplicationContext) doors).getWebServer();
    return "http://127.0.0.1:" + tomcat.getTomcat().getService().findConnectors()[1].getLocalPort();
  }

  /// Where the first administrator is created, while there is none.
  public Optional<String> firstRunLink() {
    return doors.getBean(FirstRun.class).link();
  }

  /// A service of the rooms, or a door's part: for whoever started the server.
  public <T> T get(Class<T> kind) {
    return doors.getBean(kind);
  }

  /// Who is told, once, where another process has taken the external database over: this one must
  /// end at once, without letting what is under way go on.
  public void whenTakenOver(Consumer<String> told) {
    folder.whenTakenOver(told);
  }

  /// Stops: HTTP first, then the work, which ends before the services it uses, then the database.
  /// Runs once.
  @Override
  public void close() throws IOException {
    doors.close();
    services.close();
    folder.close();
  }
}
