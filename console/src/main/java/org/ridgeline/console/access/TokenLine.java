package org.ridgeline.console.access;

import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.agency.AccessTokens;

/// A token as its holder's page shows it; its secret is nowhere.
record TokenLine(Moment made, Word state, Moment ends) {
  static TokenLine of(AccessTokens.Line line) {
    return new TokenLine(
        Moment.of(line.madeAt()),
        line.hasEnded() ? new Word("–", "has ended", Tone.WAIT) : new Word("✓", "holds", Tone.CALM),
        line.expiresAt().map(Moment::of).orElse(Moment.NEVER));
  }

  /// Whether somebody has access, in a word.
  static Word standing(boolean isDisabled) {
    return isDisabled
        ? new Word("–", "disabled", Tone.WAIT)
        : new Word("✓", "has access", Tone.CALM);
  }
}
