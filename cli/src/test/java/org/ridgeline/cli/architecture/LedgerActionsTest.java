package org.ridgeline.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.KeepingAction;
import org.ridgeline.ledger.RegisterAction;
import org.ridgeline.ledger.Subject;

/// What goes into the ledger is on its list, and what is on the list goes in.
class LedgerActionsTest {
  private static final Pattern WRITTEN =
      Pattern.compile("\\b(Known|RegisterAction|KeepingAction)\\.([A-Z][A-Z_]+)\\b");
  private static final Pattern FREE = Pattern.compile("\\bAction\\.of\\(|new Action\\.Unknown\\(");

  @Test
  void everyActionHasAWriter() throws IOException {
    Set<String> unwritten = new TreeSet<>();
    Stream.of(Action.Known.values(), RegisterAction.values(), KeepingAction.values())
        .flatMap(Stream::of)
        .forEach(one -> unwritten.add(one.getClass().getSimpleName() + "." + one.name()));
    for (Path file : Sources.java("main")) {
      Matcher written = WRITTEN.matcher(Files.readString(file));
      while (written.find()) {
        unwritten.remove(written.group());
      }
    }
    assertThat(unwritten).isEmpty();
  }

  @Test
  void nobodyWritesAnActionOrSubjectOfTheirOwn() throws IOException {
    Set<String> free = new TreeSet<>();
    for (Path file : Sources.java("main")) {
      String name = Sources.root().relativize(file).toString();
      String text = Files.readString(file);
      if (!name.startsWith("ledger") && (FREE.matcher(text).find() || makesSubject(text))) {
        free.add(file.getFileName().toString());
      }
    }
    assertThat(free).as("reads what an auditor asks for").containsExactly("AuditCommand.java");
  }

  private static boolean makesSubject(String text) {
    boolean knowsLedger = text.contains("org.ridgeline.ledger");
    boolean raw = text.contains("new Subject(") || text.contains("Subject::new");
    return knowsLedger
        && (raw
            || Arrays.stream(Subject.Kind.values())
                .anyMatch(kind -> text.contains("\"" + kind.key() + ":\" +")));
  }
}
