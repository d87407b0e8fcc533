package org.ridgeline.console.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The forms that the console's templates send.
final class Forms {
  private static final Path TEMPLATES = Path.of("src/main/resources/templates/console");
  private static final Pattern FORM = Pattern.compile("(?s)<form\\b[^>]*>.*?</form>");
  private static final Pattern ACTION = Pattern.compile("th:action=\"@\\{(/(?:\\{\\w+}|[^({}])*)");
  private static final Pattern HEAD = Pattern.compile("(?s)^<form\\b[^>]*>");

  private Forms() {}

  /// One form as its template has it.
  /// - **Shape** `address` with a letter for each variable; empty where another template gives it
  record Form(String template, String address, String text) {}

  static List<Form> sent() {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      return files.sorted().flatMap(Forms::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Form> of(Path file) {
    return FORM.matcher(read(file))
        .results()
        .map(found -> found.group())
        .filter(text -> head(text).contains("method=\"post\""))
        .map(text -> new Form(file.getFileName().toString(), address(head(text)), text));
  }

  private static String head(String text) {
    var found = HEAD.matcher(text);
    return found.find() ? found.group() : "";
  }

  private static String address(String head) {
    var found = ACTION.matcher(head);
    return found.find() ? found.group(1).replaceAll("\\{\\w+}", "x") : "";
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String template(String name) {
    return read(TEMPLATES.resolve(name));
  }
}
