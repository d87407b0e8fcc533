package org.ridgeline.search.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// What was learned and ships with the program, as lines of `key = value`.
public final class LearnedLines {
  private final String name;
  private final Properties lines = new Properties();

  private LearnedLines(String name, InputStream in) throws IOException {
    this.name = name;
    lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /// The lines of a resource beside a class.
  /// - **Error** none there: IllegalStateException that ends in `otherwise`
  public static LearnedLines of(Class<?> beside, String resource, String otherwise) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no " + resource + otherwise);
      }
      return read(resource, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads lines.
  /// - **Shape** `name`: what messages call them
  public static LearnedLines read(String name, InputStream in) throws IOException {
    return new LearnedLines(name, in);
  }

  /// The value of a key.
  /// - **Error** none: IllegalStateException
  public String line(String key) {
    String value = lines.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + ": line '" + key + " = ...' missing");
    }
    return value.trim();
  }
}
