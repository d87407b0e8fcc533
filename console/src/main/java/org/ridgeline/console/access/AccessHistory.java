package org.ridgeline.console.access;

import java.util.List;
import java.util.Set;
import org.ridgeline.console.page.LifeLine;
import org.ridgeline.exchange.agency.AccessTokens;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.Subject;
import org.springframework.stereotype.Component;

/// What was done to an agency's access.
@Component
class AccessHistory {
  private final AccessTokens tokens;
  private final LedgerReader ledger;

  AccessHistory(AccessTokens tokens, LedgerReader ledger) {
    this.tokens = tokens;
    this.ledger = ledger;
  }

  /// Its tokens, those that have ended among them.
  List<TokenLine> tokens(Agency agency) {
    return tokens.of(agency).stream().map(TokenLine::of).toList();
  }

  /// What the ledger says was done to it.
  List<LifeLine> of(Agency agency) {
    Subject subject = Subject.Kind.AGENCY.of(agency.ori().value());
    return LifeLine.of(ledger, subject, Set.of("agency", "activation"));
  }
}
