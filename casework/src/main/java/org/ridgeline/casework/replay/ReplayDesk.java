package org.ridgeline.casework.replay;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Records;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.determination.DeterminationStore;
import org.ridgeline.casework.history.HistoryStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.Subject;

/// Opens cases to oversight without saying whose they are.
public final class ReplayDesk {
  private final Shelf shelf;
  private final Records records;
  private final OnFile onFile;
  private final LedgerReader ledger;
  private final CasePseudonym pseudonyms;

  /// Where a replay reads what was put into a case besides evidence.
  public record Sources(
      HistoryStore history, DeterminationStore determinations, LedgerReader ledger) {}

  public ReplayDesk(Shelf shelf, Records records, Sources sources, CasePseudonym pseudonyms) {
    this.shelf = shelf;
    this.records = records;
    onFile = new OnFile(shelf.evidence(), sources.history(), sources.determinations());
    ledger = sources.ledger();
    this.pseudonyms = pseudonyms;
  }

  /// A case in the list.
  public record Line(String pseudonym, YearMonth opened, CaseState state) {}

  /// Cases, those opened last first, from the one after a pseudonym on.
  /// - **Error** nobody but oversight: RefusedStep
  public List<Line> list(Actor actor, String after) {
    needs(actor);
    return shelf.queue().newest(pseudonyms.caseId(after), Limits.CASES_AT_ONCE_MAX).stream()
        .map(one ->
            new Line(
                pseudonyms.of(one.caseId()),
                YearMonth.from(one.openedAt().atOffset(ZoneOffset.UTC)),
                one.state()))
        .toList();
  }

  /// Whether a pseudonym is a case's.
  public boolean isKnown(String pseudonym) {
    return pseudonyms.caseId(pseudonym).flatMap(shelf.cases()::byId).isPresent();
  }

  /// Replays a case, and says so in the ledger.
  /// - **Error** nobody but oversight, no such case: RefusedStep
  public Replay open(Actor actor, String pseudonym) {
    needs(actor);
    UUID caseId = pseudonyms.caseId(pseudonym).orElseThrow(ReplayDesk::unknown);
    Case one =
        shelf
            .transaction()
            .execute(_ -> {
              Case found = shelf.cases().byId(caseId).orElseThrow(ReplayDesk::unknown);
              shelf.record(actor, found, Action.Known.CASE_REPLAY, Map.of());
              return found;
            });
    List<ChainedEntry> entries = entries(caseId);
    Cast cast = Cast.of(entries);
    Veil veil = veil(one, cast);
    List<Replay.Entry> veiled =
        onFile.of(caseId).stream()
            .map(entry ->
                new Replay.Entry(
                    entry.at(), veil.of(entry.kind()), veil.of(entry.text()), entry.by()))
            .toList();
    List<Replay.Moment> moments = new Course(one.openedAt(), cast, veil, veiled).of(entries);
    int shown = Math.min(Limits.MOMENTS_MAX, moments.size());
    return new Replay(
        pseudonym,
        YearMonth.from(one.openedAt().atOffset(ZoneOffset.UTC)),
        one.state(),
        one.purgedAt().isPresent(),
        moments.subList(0, shown),
        moments.size() - shown);
  }

  private static void needs(Actor actor) {
    if (!actor.is(Role.OVERSIGHT)) {
      throw new RefusedStep(Refusal.REPLAY_FOR_OVERSIGHT);
    }
  }

  private static RefusedStep unknown() {
    return new RefusedStep(Refusal.NO_SUCH_CASE);
  }

  /// What was done with the case and with its comparisons, in order; replays are none of it.
  private List<ChainedEntry> entries(UUID caseId) {
    List<ChainedEntry> own = ledger.about(List.of(Subject.Kind.CASE.of(caseId)));
    List<Subject> comparisons =
        own.stream()
            .flatMap(
                entry -> Optional.ofNullable(entry.entry().detail().get("comparison")).stream())
            .distinct()
            .map(comparison -> comparison.substring(comparison.indexOf(':') + 1))
            .map(Subject.Kind.COMPARISON::of)
            .toList();
    Map<Long, ChainedEntry> all = new TreeMap<>();
    Stream<ChainedEntry> more =
        comparisons.isEmpty() ? Stream.of() : ledger.about(comparisons).stream();
    Stream.concat(own.stream(), more)
        .filter(entry -> !entry.entry().action().equals(Action.Known.CASE_REPLAY))
        .forEach(entry -> all.put(entry.number(), entry));
    return List.copyOf(all.values());
  }

  /// Over every name and number that the case, its bookings and both repositories have.
  private Veil veil(Case one, Cast cast) {
    Records.Known known = records.of(one);
    List<String> names = new ArrayList<>(known.namesClaimed());
    names.addAll(known.namesKnown());
    List<String> numbers = new ArrayList<>(List.of(one.number()));
    one.bookings()
        .forEach(booking -> {
          names.addAll(booking.namesClaimed());
          names.addAll(booking.namesKnown());
          numbers.add(booking.control());
          numbers.add(booking.tcn());
        });
    known.identifiers().values().forEach(numbers::addAll);
    return new Veil(names, numbers, cast.labels());
  }
}
