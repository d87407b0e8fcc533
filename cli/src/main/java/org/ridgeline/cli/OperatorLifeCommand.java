package org.ridgeline.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Operator;
import org.ridgeline.exchange.operator.OperatorRegister;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `operator ...`: what becomes of people who use the console.
final class OperatorLifeCommand {
  private OperatorLifeCommand() {}

  /// Whom, on which data.
  static final class Whom {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Said said;

    @Parameters(paramLabel = "NAME", description = "the operator's name")
    private String name;

    interface Act {
      void take(OperatorRegister register, String name, Administrator by);
    }

    int act(String act, String words, Act step) throws Exception {
      try (DataOption.Opened opened = data.open()) {
        step.take(opened.get(OperatorRegister.class), name, Administrator.local());
      }
      return said.done(name, act, "operator " + name + " " + words);
    }
  }

  /// A one-time link: where a server runs, its whole address, else its path.
  private static int link(DataOption.Opened opened, String token, boolean json) throws IOException {
    Optional<String> url = opened.folder().servedAt();
    String link = url.orElse("") + "/setup/" + token;
    if (json) {
      Output.json(new Link(link, Limits.SETUP_LINK_LIFE.toHours()));
    } else {
      System.out.println(
          "works once, within "
              + Limits.SETUP_LINK_LIFE.toHours()
              + " hours, and is not shown again"
              + (url.isPresent() ? ":" : "; put the console's address before it:"));
      System.out.println(link);
    }
    return ExitCode.DONE;
  }

  record Link(String link, long hours) {}

  /// `operator list`.
  @Command(
      name = "list",
      description = "Prints all operators: name, role, whether they may log in.",
      mixinStandardHelpOptions = true)
  static final class All implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(
        names = "--json",
        description = "a line each: {\"name\",\"role\",\"scope\",\"enabled\",\"locked\",\"ends\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        for (Operator one : opened.get(OperatorStore.class).all()) {
          Line line =
              new Line(
                  one.name(),
                  one.duty().role().name(),
                  one.duty().scope(),
                  one.isEnabled(Instant.now()),
                  one.lockedAt().isPresent(),
                  one.standing().expiresAt().map(Instant::toString).orElse(""));
          if (json) {
            Output.json(line);
          } else {
            System.out.println(line.words());
          }
        }
      }
      return ExitCode.DONE;
    }

    record Line(
        String name, String role, String scope, boolean enabled, boolean locked, String ends) {
      String words() {
        String state = !enabled ? "disabled" : locked ? "locked" : "may log in";
        return name + "  " + role + (scope.isEmpty() ? "" : " " + scope) + "  " + state;
      }
    }
  }

  /// `operator invite`.
  @Command(
      name = "invite",
      description = "Prints a one-time link that makes an operator.",
      mixinStandardHelpOptions = true)
  static final class Invite implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--role", required = true, description = "administrator, officer, ...")
    private Role role;

    @Option(
        names = "--scope",
        defaultValue = "",
        description = "ORI of a booking agency, state of a bureau")
    private String scope;

    @Option(names = "--json", description = "print {\"link\",\"hours\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      Duty duty = new Duty(role, scope.toUpperCase(Locale.ROOT));
      try (DataOption.Opened opened = data.begin()) {
        OperatorStore operators = opened.get(OperatorStore.class);
        return link(opened, operators.invite(duty, Administrator.local(), Instant.now()), json);
      }
    }
  }

  /// `operator reset`: also the last administrator's way back.
  @Command(
      name = "reset",
      description =
          "Prints a one-time link by which an operator sets another password; the last"
              + " administrator's way back.",
      mixinStandardHelpOptions = true)
  static final class Reset implements Callable<Integer> {
    @Mixin private DataOption data;

    @Parameters(paramLabel = "NAME", description = "the operator's name")
    private String name;

    @Option(names = "--json", description = "print {\"link\",\"hours\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      try (DataOption.Opened opened = data.open()) {
        String token =
            opened.get(OperatorRegister.class).reset(name, Administrator.local(), Instant.now());
        return link(opened, token, json);
      }
    }
  }

  /// `operator change-role`.
  @Command(
      name = "change-role",
      description = "Gives an operator another role; their sessions and links end.",
      mixinStandardHelpOptions = true)
  static final class ChangeRole implements Callable<Integer> {
    @Mixin private Whom whom;

    @Option(names = "--role", required = true, description = "administrator, officer, ...")
    private Role role;

    @Option(
        names = "--scope",
        defaultValue = "",
        description = "ORI of a booking agency, state of a bureau")
    private String scope;

    @Override
    public Integer call() throws Exception {
      Duty duty = new Duty(role, scope.toUpperCase(Locale.ROOT));
      return whom.act(
          "change-role",
          "is " + role.name().toLowerCase(Locale.ROOT) + " now",
          (register, name, by) -> register.changeRole(name, duty, by));
    }
  }

  /// `operator disable`.
  @Command(
      name = "disable",
      description = "Ends an operator's access at once, sessions and links with it.",
      mixinStandardHelpOptions = true)
  static final class Disable implements Callable<Integer> {
    @Mixin private Whom whom;
    @Mixin private AccessOptions.Reason reason;

    @Override
    public Integer call() throws Exception {
      return whom.act(
          "disable",
          "has no access from now on",
          (register, name, by) -> register.disable(name, reason.text(), by));
    }
  }

  /// `operator enable`.
  @Command(
      name = "enable",
      description = "Gives a disabled operator their access again.",
      mixinStandardHelpOptions = true)
  static final class Enable implements Callable<Integer> {
    @Mixin private Whom whom;

    @Override
    public Integer call() throws Exception {
      return whom.act("enable", "may log in", OperatorRegister::enable);
    }
  }

  /// `operator expire`.
  @Command(
      name = "expire",
      description = "Sets the day after which an operator's access ends by itself.",
      mixinStandardHelpOptions = true)
  static final class Expire implements Callable<Integer> {
    @Mixin private Whom whom;

    @Option(
        names = "--last-day",
        paramLabel = "DATE",
        description = "the last day of the access (UTC); without: the access has no end")
    private Optional<LocalDate> lastDay;

    @Override
    public Integer call() throws Exception {
      Optional<Instant> end =
          lastDay.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
      return whom.act(
          "expire",
          "has access " + lastDay.map(day -> "until " + day).orElse("without an end"),
          (register, name, by) -> register.expire(name, end, by));
    }
  }

  /// `operator remove`.
  @Command(
      name = "remove",
      description = "Takes an operator out for good; the name stays taken.",
      mixinStandardHelpOptions = true)
  static final class Remove implements Callable<Integer> {
    @Mixin private Whom whom;
    @Mixin private AccessOptions.Reason reason;

    @Override
    public Integer call() throws Exception {
      return whom.act(
          "remove", "is removed", (register, name, by) -> register.remove(name, reason.text(), by));
    }
  }
}
