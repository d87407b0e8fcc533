package org.ridgeline.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.agency.OfficeRegister;
import org.ridgeline.exchange.agency.OfficeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `office ...`: what becomes of an office that is there.
final class OfficeLifeCommand {
  private OfficeLifeCommand() {}

  /// Which office, on which data.
  static final class Which {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Said said;

    @Option(names = "--name", required = true, description = "the office's name")
    private String name;

    interface Act {
      void take(OfficeRegister register, String name, Administrator by);
    }

    int act(String act, String words, Act step) throws Exception {
      try (DataOption.Opened opened = data.open()) {
        step.take(opened.get(OfficeRegister.class), name, Administrator.local());
      }
      return said.done(name, act, "office \"" + name + "\" " + words);
    }
  }

  /// `office list`.
  @Command(
      name = "list",
      description = "Prints all offices: whether it has access, what it covers, name.",
      mixinStandardHelpOptions = true)
  static final class All implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--json", description = "a line each: {\"name\",\"covers\",\"enabled\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        for (OfficeStore.Line line : opened.get(OfficeStore.class).all()) {
          boolean enabled = line.disabledAt().isEmpty();
          if (json) {
            Output.json(new Line(line.office().name(), line.areas(), enabled));
          } else {
            System.out.println(
                (enabled ? "enabled   " : "disabled  ")
                    + String.join(",", line.areas())
                    + "  "
                    + line.office().name());
          }
        }
      }
      return ExitCode.DONE;
    }

    record Line(String name, List<String> covers, boolean enabled) {}
  }

  /// `office change`.
  @Command(
      name = "change",
      description = "Gives an office another name or other areas; leads that are its own stay.",
      mixinStandardHelpOptions = true)
  static final class Change implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Said said;

    @Option(names = "--name", required = true, description = "the office's name")
    private String name;

    @Option(names = "--new-name", description = "another name")
    private Optional<String> newName;

    @Option(
        names = "--covers",
        split = ",",
        paramLabel = "AREA",
        description = "all it covers from now on: states (CA) or counties (06067)")
    private List<String> covers = List.of();

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        OfficeStore.Line before =
            opened
                .get(OfficeStore.class)
                .named(name)
                .orElseThrow(() -> new RefusedAct(RefusedAct.Why.NO_SUCH_OFFICE, name));
        OfficeRegister.Entry entry =
            new OfficeRegister.Entry(
                newName.orElse(name), covers.isEmpty() ? before.areas() : covers);
        opened.get(OfficeRegister.class).change(name, entry, Administrator.local());
      }
      return said.done(name, "change", "office \"" + name + "\" changed");
    }
  }

  /// `office rotate-token`.
  @Command(
      name = "rotate-token",
      description = "Prints another token of an office, this once; the present ones go on a while.",
      mixinStandardHelpOptions = true)
  static final class RotateToken implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Said said;
    @Mixin private NextToken next;

    @Option(names = "--name", required = true, description = "the office's name")
    private String name;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        String token =
            opened.get(OfficeRegister.class).rotateToken(name, next.life(), Administrator.local());
        return said.token(name, "rotate-token", token);
      }
    }
  }

  /// `office end-tokens`.
  @Command(
      name = "end-tokens",
      description = "Ends all tokens of an office at once, for one that is in wrong hands.",
      mixinStandardHelpOptions = true)
  static final class EndTokens implements Callable<Integer> {
    @Mixin private Which which;
    @Mixin private AccessOptions.Reason reason;

    @Override
    public Integer call() throws Exception {
      return which.act(
          "end-tokens",
          "has no token any more: office rotate-token makes one",
          (register, name, by) -> register.endTokens(name, reason.text(), by));
    }
  }

  /// `office disable`.
  @Command(
      name = "disable",
      description = "Ends an office's access at once: tokens are refused, its leads wait.",
      mixinStandardHelpOptions = true)
  static final class Disable implements Callable<Integer> {
    @Mixin private Which which;
    @Mixin private AccessOptions.Reason reason;

    @Override
    public Integer call() throws Exception {
      return which.act(
          "disable",
          "has no access from now on",
          (register, name, by) -> register.disable(name, reason.text(), by));
    }
  }

  /// `office enable`.
  @Command(
      name = "enable",
      description = "Gives a disabled office its access again.",
      mixinStandardHelpOptions = true)
  static final class Enable implements Callable<Integer> {
    @Mixin private Which which;

    @Override
    public Integer call() throws Exception {
      return which.act("enable", "has access", OfficeRegister::enable);
    }
  }

  /// `office remove`.
  @Command(
      name = "remove",
      description = "Takes out an office that no lead belongs to.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {
    @Mixin private Which which;
    @Mixin private AccessOptions.Reason reason;

    @Override
    public Integer call() throws Exception {
      return which.act(
          "remove", "is removed", (register, name, by) -> register.remove(name, reason.text(), by));
    }
  }
}
