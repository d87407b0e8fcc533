package org.ridgeline.app.main;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Logs;
import org.ridgeline.node.Settings;
import org.ridgeline.search.kernel.ScanKernel;
import org.ridgeline.search.rank.Engine;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A running Ridgeline: rooms at work over a data folder, HTTP in front.
public final class Server implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Server.class.getName());

  private final DataFolder folder;
  private final Rooms rooms;
  private final DemoDoor door;
  private final FirstRun firstRun;
  private final ConfigurableApplicationContext context;

  private Server(
      DataFolder folder, Rooms rooms, DemoDoor door, ConfigurableApplicationContext context) {
    this.door = door;
    this.folder = folder;
    this.rooms = rooms;
    this.context = context;
    firstRun = context.getBean(FirstRun.class);
  }

  /// Where to listen.
  /// - **Shape** `port` 0 takes a free one; `address` the loopback unless said otherwise
  public record Listen(String address, int port, Optional<Path> readyFile) {}

  /// Starts all of it; returns once HTTP answers and, where asked for, the ready file is written.
  /// - **Error** bad settings: IllegalArgumentException; an engine without calibration, or a
  ///   gallery of another database: IllegalStateException
  public static Server start(Path root, Optional<String> dbUrl, Listen listen) throws IOException {
    // What the engine or the settings lack is said before anything runs.
    Settings settings = Settings.of(root, dbUrl);
    RoomSettings.of(settings);
    Engine engine = Engine.standard();
    DataFolder folder = DataFolder.serve(root, settings);
    try {
      return start(folder, engine, listen);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static Server start(DataFolder folder, Engine engine, Listen listen) throws IOException {
    folder.serving();
    Logs.join();
    LOG.log(Level.INFO, ScanKernel.description());
    LOG.log(Level.INFO, "calibration: " + engine.calibration().source());
    Rooms rooms = new Rooms(folder, engine, Clock.systemUTC());
    try {
      return start(folder, rooms, listen);
    } catch (IOException | RuntimeException e) {
      rooms.close();
      throw e;
    }
  }

  private static Server start(DataFolder folder, Rooms rooms, Listen listen) throws IOException {
    DemoDoor door = new DemoDoor();
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(WebApplication.class)
            .bannerMode(Banner.Mode.OFF)
            .registerShutdownHook(false)
            .initializers(beans(rooms, folder, door))
            .properties(Map.of("server.address", listen.address(), "server.port", listen.port()))
            .run();
    Server server = new Server(folder, rooms, door, context);
    server.firstRun.offer(server.url());
    rooms.start();
    folder.serving(server.url());
    if (listen.readyFile().isPresent()) {
      writeWhole(listen.readyFile().get(), server.url());
    }
    return server;
  }

  private static ApplicationContextInitializer<GenericApplicationContext> beans(
      Rooms rooms, DataFolder folder, DemoDoor door) {
    return context -> {
      // Singletons, not bean definitions: Spring would close them with itself, in its own order.
      context.getBeanFactory().registerSingleton("rooms", rooms);
      context.getBeanFactory().registerSingleton("dataFolder", folder);
      context.getBeanFactory().registerSingleton("demoDoor", door);
      context.registerBean(FirstRun.class, () -> new FirstRun(folder, Clock.systemUTC()));
    };
  }

  private static void writeWhole(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// The base URL, without a slash at the end.
  public String url() {
    var web = (WebServerApplicationContext) context;
    String address = context.getEnvironment().getProperty("server.address", "127.0.0.1");
    return "http://" + address + ":" + web.getWebServer().getPort();
  }

  /// Where the first administrator is created, while there is none.
  public Optional<String> firstRunLink() {
    return firstRun.link();
  }

  /// The way into a demo's staff, shut unless a demo opens it.
  public DemoDoor door() {
    return door;
  }

  public Rooms rooms() {
    return rooms;
  }

  /// Stops: HTTP first, then the work, then the database. Runs once.
  @Override
  public void close() throws IOException {
    context.close();
    rooms.close();
    folder.close();
  }
}
