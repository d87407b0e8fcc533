package org.ridgeline.casework.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ridgeline.casework.desk.Phrase;
import org.ridgeline.casework.desk.Term;
import org.ridgeline.casework.desk.Words;
import org.ridgeline.exchange.operator.Role;

/// Something that must be there before a case goes on. A gate that is shut names each thing that is
/// missing and who must see to it.
public enum Gate {
  /// All five citizenship checks have been run.
  CITIZENSHIP_CHECKED {
    @Override
    List<Missing> missing(Look look) {
      return Arrays.stream(CitizenshipCheck.values())
          .filter(kind -> look.dossier().newest(kind).isEmpty())
          .map(kind -> new Missing(Phrase.RUN_CHECK.of(kind), Role.OFFICER))
          .toList();
    }
  },
  /// Where anything points to citizenship, a supervisor has looked since.
  CITIZENSHIP_REVIEWED {
    @Override
    List<Missing> missing(Look look) {
      return look.dossier().isReviewed()
          ? List.of()
          : List.of(
              new Missing(
                  Phrase.REVIEW_CHECK.of(look.dossier().indicator().orElseThrow().kind()),
                  Role.SUPERVISOR));
    }
  },
  /// Facts against are stated, or a search that found none is.
  FACTS_AGAINST {
    @Override
    List<Missing> missing(Look look) {
      return look.dossier().facts(Fact.Side.AGAINST).isEmpty()
          ? List.of(new Missing(Phrase.STATE_FACTS_AGAINST.of(), Role.OFFICER))
          : List.of();
    }
  },
  /// The person was interviewed, or the reason why not is stated.
  INTERVIEW {
    @Override
    List<Missing> missing(Look look) {
      return look.dossier().interviews().isEmpty()
          ? List.of(new Missing(Phrase.RECORD_INTERVIEW.of(), Role.OFFICER))
          : List.of();
    }
  },
  /// The hit was verified, and not too long ago.
  FRESH_HIT {
    @Override
    List<Missing> missing(Look look) {
      if (look.freshness().isFresh(look.verifiedAt(), look.now())) {
        return List.of();
      }
      return List.of(new Missing(Phrase.RENEW_HIT.of(), Role.OFFICER));
    }
  },
  /// The person was identified, and the case still holds what it rests on.
  IDENTIFIED {
    @Override
    List<Missing> missing(Look look) {
      return look.verifiedAt().isPresent()
          ? List.of()
          : List.of(new Missing(Phrase.BEGIN_ANEW.of(), Role.SUPERVISOR));
    }
  },
  /// The citizenship checks are not too old.
  FRESH_CHECKS {
    @Override
    List<Missing> missing(Look look) {
      return Arrays.stream(CitizenshipCheck.values())
          .flatMap(kind -> look.dossier().newest(kind).stream())
          .filter(check -> !look.freshness().isFresh(check, look.now()))
          .map(check -> new Missing(Phrase.RUN_CHECK_AGAIN.of(check.kind()), Role.OFFICER))
          .toList();
    }
  };

  /// One thing that is missing and who must see to it.
  /// - **Shape** `what` an imperative without a full stop: "run the passport record check"
  public record Missing(Phrase.Said what, Role who) {
    /// What is to be done, in English.
    public String todo() {
      return Words.in(Locale.ENGLISH).say(what);
    }

    /// What is to be done, and by whom.
    public Phrase.Said byRole() {
      return Phrase.TODO_BY.of(what, Term.of(who));
    }
  }

  /// What gates look at.
  /// - **Shape** `verifiedAt`: when examiners identified; empty once a case is purged
  public record Look(
      Dossier dossier, Optional<Instant> verifiedAt, Freshness freshness, Instant now) {}

  abstract List<Missing> missing(Look look);

  /// What is missing at these gates, in their order.
  public static List<Missing> missing(Iterable<Gate> gates, Look look) {
    List<Missing> all = new ArrayList<>();
    gates.forEach(gate -> all.addAll(gate.missing(look)));
    return List.copyOf(all);
  }
}
