package org.ridgeline.app;

import java.util.List;
import javax.sql.DataSource;
import org.ridgeline.casework.custody.CustodyRecords;
import org.ridgeline.casework.determination.DeterminationStore;
import org.ridgeline.casework.evidence.EvidenceStore;
import org.ridgeline.casework.history.HistoryStore;
import org.ridgeline.casework.redress.CorrectionStore;
import org.ridgeline.casework.redress.RedressStore;
import org.ridgeline.casework.verification.ComparisonStore;
import org.ridgeline.casework.verification.VerdictStore;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.HeldRecords;
import org.ridgeline.ledger.HeldText;
import org.ridgeline.ledger.RecordAudit;
import org.ridgeline.ledger.RecordKind;
import org.ridgeline.policy.PolicyTables;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Which rows are held to the ledger. A store that records rows and is not named here is not looked
/// at by any audit.
@Configuration(proxyBeanMethods = false)
@Lazy
class RecordWiring {
  private static final List<RecordKind> EXCHANGE =
      all(List.of(SubmissionStore.RECORDS, AnswerStore.RECORDS, OperatorStore.RECORDS));
  private static final List<RecordKind> CASEWORK =
      all(
          List.of(
              EvidenceStore.RECORDS,
              HistoryStore.RECORDS,
              DeterminationStore.RECORDS,
              VerdictStore.RECORDS,
              ComparisonStore.RECORDS,
              CustodyRecords.ALL,
              RedressStore.RECORDS,
              CorrectionStore.RECORDS));

  private static List<RecordKind> all(List<List<RecordKind>> stores) {
    return stores.stream().flatMap(List::stream).toList();
  }

  @Bean
  HeldRecords heldRecords(
      @Qualifier("ledgerData") DataSource ledger,
      @Qualifier("exchangeData") DataSource exchange,
      @Qualifier("caseworkData") DataSource casework) {
    return new HeldRecords(
        ledger,
        List.of(
            new RecordAudit.Source(exchange, EXCHANGE), new RecordAudit.Source(casework, CASEWORK)),
        PolicyTables.texts().entrySet().stream()
            .map(table -> new HeldText("casework.policy", table.getKey(), table.getValue()))
            .toList());
  }
}
