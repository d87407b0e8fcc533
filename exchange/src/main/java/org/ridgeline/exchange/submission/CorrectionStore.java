package org.ridgeline.exchange.submission;

import java.sql.Timestamp;
import java.util.List;
import javax.sql.DataSource;
import org.ridgeline.exchange.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of what people corrected of cards: added once, with the decision, and never edited.
public final class CorrectionStore {
  private final JdbcClient jdbc;

  public CorrectionStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Keeps the corrections of a card, in the caller's transaction.
  public void add(String control, List<CorrectionLine> lines, QualityHold.Decided decided) {
    int number = 0;
    for (CorrectionLine line : lines) {
      jdbc.sql("insert into quality_correction values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              control,
              number++,
              line.kind().name(),
              line.subject(),
              line.before(),
              line.after(),
              decided.by(),
              Timestamp.from(decided.at()),
              decided.reason())
          .update();
    }
  }

  /// What was corrected of a card, line by line.
  public List<CorrectionLine> lines(String control) {
    return jdbc.sql(
            """
            select kind, subject, before, after from quality_correction where control = ?
            order by number
            """)
        .param(control)
        .query((row, _) ->
            new CorrectionLine(
                CorrectionLine.Kind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4)))
        .list();
  }

  /// What was corrected of a card; [Corrections#NONE] where it is taken as it was sent.
  public Corrections of(String control) {
    return CorrectionLine.corrections(lines(control));
  }

  /// What was corrected of the card that an encounter came from: its source names the submission.
  /// Of another source nothing was.
  public Corrections ofSource(String source) {
    String kind = Trail.submission("").text();
    return source.startsWith(kind) ? of(source.substring(kind.length())) : Corrections.NONE;
  }
}
