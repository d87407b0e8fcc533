package org.ridgeline.app;

import org.ridgeline.app.Loops.CaseworkLoops;
import org.ridgeline.app.Loops.ExchangeLoops;
import org.ridgeline.casework.casefile.HistoryDesk;
import org.ridgeline.casework.casefile.LeadTaker;
import org.ridgeline.casework.custody.CustodyWatch;
import org.ridgeline.casework.determination.AnswerRelay;
import org.ridgeline.casework.redress.Redress;
import org.ridgeline.casework.verification.Preparer;
import org.ridgeline.exchange.delivery.Deliverer;
import org.ridgeline.exchange.identify.Dispatcher;
import org.ridgeline.exchange.intake.DropFolder;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.HeldRecords;
import org.ridgeline.ledger.WitnessClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// What works by itself. Asking for it makes every service that works, so that whatever one lacks
/// is said before any begins. They are closed with the services, before those they use.
@Configuration(proxyBeanMethods = false)
@Lazy
class LoopWiring {
  @Bean
  ExchangeLoops exchangeLoops(Dispatcher dispatcher, Deliverer deliverer, DropFolder dropFolder) {
    return new ExchangeLoops(dispatcher, deliverer, dropFolder);
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
  Loops.Proof proof(HeldRecords records, Checkpoints checkpoints, WitnessClient witness) {
    return new Loops.Proof(records, checkpoints, witness);
  }

  /// Those who listen come first: nothing may happen that they do not hear of.
  @Bean
  Loops loops(
      CaseHearing hearing,
      Loops.Proof proof,
      ExchangeLoops exchange,
      CaseworkLoops casework,
      Redress redress) {
    return new Loops(proof, exchange, casework, redress);
  }
}
