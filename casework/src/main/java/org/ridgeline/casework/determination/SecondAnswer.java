package org.ridgeline.casework.determination;

import java.util.UUID;
import org.ridgeline.exchange.answer.Determined;

/// What a determination lets the second answer say.
final class SecondAnswer {
  private SecondAnswer() {}

  /// The answer of a signed determination.
  /// - **Shape** `answerId` from the outbox
  static Determined of(Determination determination, UUID answerId) {
    return new Determined(
        answerId, determination.kind().isIdentified(), determination.kind().says());
  }
}
