package org.ridgeline.app;

import java.time.Duration;
import java.util.List;
import org.ridgeline.app.Loops.CaseworkLoops;
import org.ridgeline.app.Loops.ExchangeLoops;
import org.ridgeline.app.Loops.PurgeLoops;
import org.ridgeline.app.Loops.WorkingLoops;
import org.ridgeline.casework.casefile.HistoryDesk;
import org.ridgeline.casework.casefile.LeadTaker;
import org.ridgeline.casework.custody.CustodyWatch;
import org.ridgeline.casework.determination.AnswerRelay;
import org.ridgeline.casework.determination.PurgeRelay;
import org.ridgeline.casework.redress.Redress;
import org.ridgeline.casework.verification.Preparer;
import org.ridgeline.exchange.Denials;
import org.ridgeline.exchange.delivery.Deliverer;
import org.ridgeline.exchange.identify.Dispatcher;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.intake.DropFolder;
import org.ridgeline.exchange.purge.SubmissionPurge;
import org.ridgeline.ledger.Anchor;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.HeldRecords;
import org.ridgeline.outbox.WorkLoop;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// What works by itself. Asking for it makes every service that works, so that whatever one lacks
/// is said before any begins. They are closed with the services, before those they use.
@Configuration(proxyBeanMethods = false)
@Lazy
class LoopWiring {
  /// How often it is looked for counts of refusals whose minute is over.
  private static final Duration COUNTED_FOR = Duration.ofSeconds(10);

  @Bean
  ExchangeLoops exchangeLoops(
      Dispatcher dispatcher, Deliverer deliverer, DropFolder dropFolder, Denials denials) {
    return new ExchangeLoops(
        dispatcher, deliverer, dropFolder, new WorkLoop("denials", COUNTED_FOR, denials::flush));
  }

  @Bean
  CaseworkLoops caseworkLoops(
      HistoryDesk history,
      LeadTaker leads,
      AnswerRelay relay,
      CustodyWatch custody,
      Preparer preparer) {
    return new CaseworkLoops(history, leads, relay, custody, preparer);
  }

  @Bean
  Loops.RecordsLoops recordsLoops(Redress redress, ErasureSweep sweep, Repositories repositories) {
    return new Loops.RecordsLoops(redress, sweep, repositories);
  }

  @Bean
  WorkingLoops workingLoops(ExchangeLoops exchange, CaseworkLoops casework, PurgeLoops purges) {
    return new WorkingLoops(exchange, casework, purges);
  }

  @Bean
  PurgeLoops purgeLoops(
      SubmissionPurge submissions, PurgeRelay cases, Retention retention, RoomSettings settings) {
    return PurgeLoops.of(submissions, cases, retention, settings.retention().isDaily());
  }

  @Bean
  Loops.Proof proof(HeldRecords records, Checkpoints checkpoints, List<Anchor> anchors) {
    return new Loops.Proof(records, checkpoints, anchors);
  }

  /// Those who listen come first: nothing may happen that they do not hear of.
  @Bean
  Loops loops(
      CaseHearing hearing,
      Loops.Proof proof,
      WorkingLoops working,
      Loops.RecordsLoops records,
      FactFollowers oversight) {
    return new Loops(proof, working, records, oversight);
  }
}
