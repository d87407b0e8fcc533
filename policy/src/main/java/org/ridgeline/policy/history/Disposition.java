package org.ridgeline.policy.history;

import java.time.LocalDate;
import java.util.Optional;

/// What became of a charge. Only [Convicted] is a conviction that stands.
public sealed interface Disposition {
  /// As pages say it.
  String words();

  /// Nobody reported what became of it. Never read as a conviction, nor as the absence of one.
  record Unknown() implements Disposition {
    @Override
    public String words() {
      return "outcome not reported";
    }
  }

  /// Arrested for it; no prosecutor has decided yet.
  record Arrested() implements Disposition {
    @Override
    public String words() {
      return "arrested, not charged so far";
    }
  }

  /// Charged with it at a court.
  record Charged(LocalDate on) implements Disposition {
    @Override
    public String words() {
      return "charged " + on + ", no verdict so far";
    }
  }

  /// Proceedings are under way.
  record Pending() implements Disposition {
    @Override
    public String words() {
      return "proceedings pending";
    }
  }

  /// The prosecutor declined.
  record NotFiled(LocalDate on) implements Disposition {
    @Override
    public String words() {
      return "not filed " + on;
    }
  }

  /// The charge was dropped.
  record Dismissed(LocalDate on) implements Disposition {
    @Override
    public String words() {
      return "dismissed " + on;
    }
  }

  /// Found not guilty.
  record Acquitted(LocalDate on) implements Disposition {
    @Override
    public String words() {
      return "acquitted " + on;
    }
  }

  /// Ended by a programme in place of a judgment.
  record Diverted(LocalDate on) implements Disposition {
    @Override
    public String words() {
      return "diverted " + on;
    }
  }

  /// Found guilty, perhaps of something else than was charged.
  /// - **Shape** `of` the offence of the judgment; `sentence` empty where not known
  record Convicted(
      Offence of, Optional<Sentence> sentence, LocalDate on, Optional<LegalFinding> finding)
      implements Disposition {
    /// A conviction that nobody has examined further.
    public Convicted(Offence of, Optional<Sentence> sentence, LocalDate on) {
      this(of, sentence, on, Optional.empty());
    }

    @Override
    public String words() {
      return "convicted "
          + on
          + " of "
          + of.words()
          + sentence.map(term -> ", " + term.days() + " days").orElse(", sentence not known");
    }
  }

  /// There was a conviction; a court undid it.
  record Vacated(Convicted conviction, LocalDate on) implements Disposition {
    public Vacated {
      if (on.isBefore(conviction.on())) {
        throw new IllegalArgumentException(
            "vacated " + on + " before the conviction of " + conviction.on());
      }
    }

    @Override
    public String words() {
      return "conviction vacated " + on;
    }
  }

  /// The record was expunged; what it said is not kept.
  record Expunged(LocalDate on) implements Disposition {
    @Override
    public String words() {
      return "expunged " + on;
    }
  }

  /// Whether what became of the charge is not known.
  default boolean isUnknown() {
    return this instanceof Unknown;
  }
}
