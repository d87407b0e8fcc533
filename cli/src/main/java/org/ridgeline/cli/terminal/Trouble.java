package org.ridgeline.cli.terminal;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Operating trouble, as a command tells it.
public final class Trouble {
  private Trouble() {}

  /// What went wrong in words: the file exceptions of Java carry no more than a name.
  public static String said(Exception trouble) {
    String message = trouble.getMessage() == null ? trouble.toString() : trouble.getMessage();
    return switch (trouble) {
      case NoSuchFileException _ -> "no such file: " + message;
      case AccessDeniedException _ -> "not allowed: " + message;
      case FileSystemException _ -> "file trouble: " + message;
      default -> message;
    };
  }
}
