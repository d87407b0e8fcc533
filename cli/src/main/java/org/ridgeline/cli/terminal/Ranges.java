package org.ridgeline.cli.terminal;

import java.lang.reflect.AnnotatedElement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Holds the numbers of a command line to what they may be.
public final class Ranges {
  private Ranges() {}

  /// Refuses a number out of its range, by its name, before anything is done.
  /// - **Error** [ParameterException]
  public static void check(ParseResult parsed) {
    for (ArgSpec argument : parsed.matchedArgs()) {
      for (Number number : numbers(argument.getValue())) {
        of(argument).ifPresent(range -> check(parsed, argument, number, range));
      }
    }
    if (parsed.hasSubcommand()) {
      check(parsed.subcommand());
    }
  }

  /// What an argument may be.
  public static Optional<Between> of(ArgSpec argument) {
    return argument.userObject() instanceof AnnotatedElement field
        ? Optional.ofNullable(field.getAnnotation(Between.class))
        : Optional.empty();
  }

  private static List<Number> numbers(Object value) {
    return switch (value) {
      case Number number -> List.of(number);
      case Optional<?> one -> one.map(Ranges::numbers).orElse(List.of());
      case Collection<?> several ->
          several.stream().flatMap(each -> numbers(each).stream()).toList();
      case null, default -> List.of();
    };
  }

  private static void check(ParseResult parsed, ArgSpec argument, Number number, Between range) {
    double value = number.doubleValue();
    if (value >= range.least() && value <= range.most()) {
      return;
    }
    String name =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    throw new ParameterException(
        parsed.commandSpec().commandLine(), name + "=" + number + " expected " + words(range));
  }

  private static String words(Between range) {
    return Double.isInfinite(range.most())
        ? number(range.least()) + " or more"
        : number(range.least()) + " to " + number(range.most());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
