package org.ridgeline.app;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Logs;
import org.ridgeline.search.rank.Engine;
import org.springframework.beans.BeansException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The services of all rooms over a data folder, made when first asked for: what a server puts its
/// doors in front of, and what a command uses where no server runs.
///
/// Made by the wiring classes beside this one; only the program's entrances ask it for anything.
public final class Services implements AutoCloseable {
  private final AnnotationConfigApplicationContext context;

  private Services(AnnotationConfigApplicationContext context) {
    this.context = context;
  }

  /// Wires them; schemas and galleries are opened by what needs them, and nothing works yet.
  /// - **Error** settings that are none: IllegalArgumentException
  public static Services open(DataFolder folder, Supplier<Engine> engine, Clock clock) {
    return open(folder, engine, clock, _ -> {});
  }

  /// The same with some services replaced: what `instead` registers under a service's name is taken
  /// in its place.
  public static Services open(
      DataFolder folder,
      Supplier<Engine> engine,
      Clock clock,
      Consumer<GenericApplicationContext> instead) {
    Logs.join();
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.setDisplayName("rooms");
    // Singletons, not bean definitions: whoever opened them closes them.
    context.getBeanFactory().registerSingleton("dataFolder", folder);
    context.getBeanFactory().registerSingleton("clock", clock);
    context.getBeanFactory().registerSingleton("settings", RoomSettings.of(folder.settings()));
    context.getBeanFactory().registerSingleton("doorSettings", DoorSettings.of(folder.settings()));
    instead.accept(context);
    context.registerBean(Engine.class, engine, definition -> definition.setLazyInit(true));
    context.register(
        DataWiring.class,
        RecordWiring.class,
        ExchangeWiring.class,
        CompletenessWiring.class,
        JurisdictionWiring.class,
        CaseworkWiring.class,
        CaseWiring.class,
        RedressWiring.class,
        AmendmentWiring.class,
        ExportWiring.class,
        RenewalWiring.class,
        BackupWiring.class,
        RetentionWiring.class,
        InventoryWiring.class,
        LoopWiring.class,
        OversightWiring.class,
        SealedWiring.class);
    context.refresh();
    return new Services(context);
  }

  /// A service.
  /// - **Error** none of that kind, or it cannot be opened: Spring's BeansException, with the
  ///   room's own as its root cause
  public <T> T get(Class<T> kind) {
    try {
      return context.getBean(kind);
    } catch (BeansException e) {
      throw unwrapped(e);
    }
  }

  /// What a room said when it could not be opened, without the wiring's words around it.
  private static RuntimeException unwrapped(BeansException e) {
    Throwable said = e;
    while (said instanceof BeansException && said.getCause() != null) {
      said = said.getCause();
    }
    return said instanceof RuntimeException own ? own : e;
  }

  AnnotationConfigApplicationContext context() {
    return context;
  }

  /// Closes what was opened, users before what they use.
  @Override
  public void close() {
    context.close();
  }
}
