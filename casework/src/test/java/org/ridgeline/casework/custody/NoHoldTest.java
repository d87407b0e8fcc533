package org.ridgeline.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// There is no place for a request to hold somebody: no column, no field. What is named after
/// holding is the lawful limit and its calendar only.
class NoHoldTest {
  private static final Pattern HOLDING = Pattern.compile("(?i)detainer|hold(?!_limit|_holiday)");

  @Test
  void noColumnAsksAnybodyToHold() throws IOException {
    try (InputStream sql = NoHoldTest.class.getResourceAsStream("/db/casework/V3__custody.sql")) {
      String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
      List<String> columns =
          Pattern.compile("(?m)^  ([a-z_]+) +[a-z]")
              .matcher(text)
              .results()
              .map(found -> found.group(1))
              .toList();
      assertThat(columns).hasSizeGreaterThan(50).noneMatch(c -> HOLDING.matcher(c).find());
    }
  }

  @Test
  void noRecordHasAFieldForIt() {
    List<Class<?>> records =
        List.of(
            CustodyEvent.class,
            CustodyDesk.Report.class,
            CustodyDesk.Departure.class,
            HandOver.class,
            Referral.class,
            Outcome.class,
            Facility.class,
            Alarm.class);
    Stream<String> fields =
        records.stream()
            .flatMap(type -> Stream.of(type.getRecordComponents()))
            .map(RecordComponent::getName);
    assertThat(fields).noneMatch(name -> HOLDING.matcher(name).find());
    assertThat(Milestone.values()).noneMatch(m -> HOLDING.matcher(m.name()).find());
    assertThat(OutcomeKind.values()).noneMatch(k -> HOLDING.matcher(k.name()).find());
  }
}
