package org.ridgeline.exchange.agency;

import java.util.Map;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Ori;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of which agencies ask for quality control: that a card which would be refused for its
/// prints, or searched with fingers in the wrong order, waits for a person. What is held already
/// stays held whatever is chosen after.
public final class QualityControl {
  private final JdbcClient jdbc;
  private final Trail trail;

  public QualityControl(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
  }

  /// Whether an agency asks for it; one that never chose does not.
  public boolean isAsked(Ori ori) {
    return jdbc.sql("select quality_control from agency where ori = ?")
        .param(ori.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /// Chooses; nothing happens where that is chosen.
  /// - **Error** no such agency: RefusedAct
  public void ask(Ori ori, boolean isAsked, Administrator by) {
    trail.together(() -> {
      AgencyRow.held(jdbc, ori);
      int changed =
          jdbc.sql("update agency set quality_control = ? where ori = ? and quality_control <> ?")
              .params(isAsked, ori.value(), isAsked)
              .update();
      if (changed == 1) {
        trail.administrator(
            by,
            Known.AGENCY_CHANGE,
            Subject.Kind.AGENCY.of(ori.value()),
            Map.of("quality-hold", !isAsked + " > " + isAsked));
      }
    });
  }
}
