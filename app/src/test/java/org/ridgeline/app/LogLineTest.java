package org.ridgeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the server logs is one line an event, whoever chose the words in it.
class LogLineTest {
  private static final String FORGED =
      "2026-01-01T00:00:00.000Z INFO  Intake: accepted CA0010000 00000001";

  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void configure() throws Exception {
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogLineTest.class.getResource("/logback.xml"));
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  private String line(String message, Throwable thrown) {
    Logger logger = context.getLogger("org.ridgeline.exchange.intake.DropFolder");
    ILoggingEvent event =
        new LoggingEvent(LogLineTest.class.getName(), logger, Level.WARN, message, thrown, null);
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var appender = (ConsoleAppender<ILoggingEvent>) root.getAppender("ERR");
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }

  private static void assertOneLine(String line) {
    assertThat(line).endsWith(System.lineSeparator());
    assertThat(line.strip().codePoints())
        .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)
        .noneMatch(c -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069);
  }

  @Test
  void aPlainMessageIsAsItWas() {
    assertThat(line("drop folder /in/CA0010000/ñ.an2, try 2", null))
        .matches("(?s)\\S+Z WARN  DropFolder: drop folder /in/CA0010000/ñ\\.an2, try 2\\R");
  }

  @Test
  void aFilesNameForgesNoLine() {
    for (String end : new String[] {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u000B", "\f"}) {
      String line = line("drop folder /in/x" + end + FORGED + ".an2, try 1", null);
      assertOneLine(line);
      assertThat(line).contains("/in/x " + FORGED);
    }
  }

  @Test
  void nothingReachesTheTerminalAsACommand() {
    String line = line("a\u001B[2J\u001B]0;title\u0007b\u009B31m\u0000\u202Ec\u2066d\u007F", null);
    assertOneLine(line);
    assertThat(line).contains("a [2J ]0;title b 31m c d");
  }

  @Test
  void anErrorWithItsCausesIsOneLineToo() {
    String name = "x\n" + FORGED + "\u001B[2J";
    String line = line("failed", new IllegalStateException(name, new IOException(name)));
    assertOneLine(line);
    assertThat(line)
        .contains("failed | java.lang.IllegalStateException: x | " + FORGED)
        .contains(" | at org.ridgeline.app.LogLineTest.anErrorWithItsCausesIsOneLineToo")
        .contains("Caused by: java.io.IOException: x | ");
  }
}
