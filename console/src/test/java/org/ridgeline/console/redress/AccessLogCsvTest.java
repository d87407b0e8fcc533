package org.ridgeline.console.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.redress.RedressDesk.AccessLog;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.KeptAction;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;

class AccessLogCsvTest {
  private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");

  @Test
  void writesEachEntryAndHowManyAreWithheld() {
    LedgerEntry plain =
        new LedgerEntry(
            "A \"Q\" B",
            "OFFICER",
            "why, now",
            KeptAction.of("case.open"),
            new Subject("case:1"),
            Map.of());
    LedgerEntry formula =
        new LedgerEntry(
            "=1+1",
            "OFFICER",
            "-2",
            KeptAction.of("answer.send"),
            new Subject("case:1"),
            Map.of("recipient", "Zoë"));
    AccessLog log = new AccessLog(List.of(chained(7, plain), chained(8, formula)), 3);
    assertThat(new String(AccessLogCsv.of(log), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            number,time,who,role,purpose,what,of,recipient
            7,2026-11-01T12:00:00Z,"A ""Q"" B","OFFICER","why, now","case.open","case:1",""
            8,2026-11-01T12:00:00Z,"'=1+1","OFFICER","'-2","answer.send","case:1","Zoë"
            # withheld for now by rule: 3
            """
                .replace("\n", "\r\n"));
  }

  private static ChainedEntry chained(long number, LedgerEntry entry) {
    return new ChainedEntry(number, AT, "casework", entry, new byte[32]);
  }
}
