package org.ridgeline.casework.evidence;

import java.time.Instant;
import org.ridgeline.casework.desk.Field;

/// A fact for or against acting, or the statement that a search for facts against found none.
/// - **Shape** `content`: the fact, or for [Side#NONE_FOUND] what was searched; `source`: where it
///   is from
public record Fact(Side side, Kind kind, String content, String source, String by, Instant at) {
  public Fact {
    content = Limits.text(side == Side.NONE_FOUND ? Field.SEARCHED : Field.FACT, content);
    source = Limits.line(Field.SOURCE, source);
  }

  /// Which way a fact points.
  public enum Side {
    FOR("for"),
    AGAINST("against"),
    NONE_FOUND("none found");

    private final String words;

    Side(String words) {
      this.words = words;
    }

    /// As people read it.
    public String words() {
      return words;
    }
  }

  /// What a fact is about.
  public enum Kind {
    LAWFUL_STATUS("lawful status"),
    PENDING_BENEFIT("pending benefit"),
    CITIZENSHIP("citizenship indicator"),
    DISMISSED_CHARGE("dismissed charge"),
    VICTIM_OR_WITNESS("victim or witness"),
    MINOR("minor"),
    PAROLE("parole"),
    ASYLUM("asylum"),
    FAMILY_OR_HEALTH("family or health"),
    IMMIGRATION_RECORD("immigration record"),
    PRIOR_REMOVAL("prior removal"),
    CONVICTION("conviction"),
    OTHER("other");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// As people read it.
    public String words() {
      return words;
    }
  }
}
