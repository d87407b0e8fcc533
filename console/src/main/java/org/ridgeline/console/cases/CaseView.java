package org.ridgeline.console.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.casework.casefile.Assessed;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseEvent;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.NextStep;
import org.ridgeline.casework.casefile.Records;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.casefile.Transitions;
import org.ridgeline.casework.determination.Draft;
import org.ridgeline.casework.evidence.CheckEntry;
import org.ridgeline.casework.evidence.CitizenshipCheck;
import org.ridgeline.casework.evidence.Dossier;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.policy.Priority;

/// Everything the page and the printed file of a case show.
record CaseView(
    CaseReader.Read read, List<CaseEvent> events, Optional<Instant> hitExpires, Instant now) {
  public Case one() {
    return read.one();
  }

  public NextStep next() {
    return read.next();
  }

  public Dossier dossier() {
    return read.dossier();
  }

  public Records.Known records() {
    return read.records();
  }

  public Assessed assessed() {
    return read.assessed();
  }

  public List<Draft> determinations() {
    return read.determinations();
  }

  /// One citizenship check as the list shows it.
  record CheckLine(
      CitizenshipCheck kind,
      Word result,
      String detail,
      String source,
      String date,
      String by,
      boolean isOpen) {}

  /// One button.
  /// - **Shape** `isNext`: it leads on, and nothing is missing for it; `isFinal`: it ends the case
  record Button(Step step, String label, boolean needsNote, boolean isNext, boolean isFinal) {}

  /// One line of the history: what was charged, and what became of it.
  record ChargeLine(String number, String date, String what, String ending) {}

  /// One line of the timeline.
  record EventLine(Moment at, String who, String what, String note) {}

  private static final List<Step> ONWARD =
      List.of(Step.FINISH_CITIZENSHIP, Step.FINISH_FACTS, Step.WATCH_CUSTODY, Step.VERIFY_AGAIN);

  private static final List<Step> NOTED =
      List.of(
          Step.VERIFY_AGAIN, Step.CLOSE_INCONCLUSIVE, Step.REOPEN, Step.CLOSE_STOPPED, Step.RENEW);

  private static final List<Step> ELSEWHERE = List.of(Step.STOP, Step.RELEASE_STOP, Step.RETURN);

  public Priority priority() {
    return assessed().priority();
  }

  public Word state() {
    return CaseListView.word(one().state());
  }

  public Moment opened() {
    return Moment.of(one().openedAt());
  }

  public Moment verified() {
    return Moment.of(one().verifiedAt());
  }

  public Moment expires() {
    return Moment.of(hitExpires);
  }

  /// The five checks, run or not.
  public List<CheckLine> checks() {
    return Arrays.stream(CitizenshipCheck.values()).map(this::check).toList();
  }

  /// Whether a check is still to be run.
  public boolean hasOpenChecks() {
    return checks().stream().anyMatch(CheckLine::isOpen);
  }

  private CheckLine check(CitizenshipCheck kind) {
    Optional<CheckEntry> entry = dossier().newest(kind);
    var result = dossier().result(kind);
    Word word =
        switch (result.key()) {
          case "NEGATIVE" -> new Word("✓", result.words(), Tone.CALM);
          case "POSITIVE" -> new Word("!", result.words(), Tone.BAD);
          case "UNAVAILABLE" -> new Word("–", result.words(), Tone.CHECK);
          default -> new Word("○", result.words(), Tone.CHECK);
        };
    return new CheckLine(
        kind,
        word,
        result.detail(),
        entry.map(CheckEntry::source).orElse(""),
        entry.map(found -> found.sourceDate().toString()).orElse(""),
        entry.map(found -> found.by() + ", " + Moment.of(found.at()).text()).orElse(""),
        entry.isEmpty());
  }

  public List<Fact> factsFor() {
    return dossier().facts(Fact.Side.FOR);
  }

  public List<Fact> factsAgainst() {
    return dossier().facts(Fact.Side.AGAINST);
  }

  /// The charges on record, each with what became of it.
  public List<ChargeLine> charges() {
    return assessed().history().charges().stream()
        .map(charge ->
            new ChargeLine(
                charge.number().toString(),
                charge.arrestedOn().map(Object::toString).orElse("date not recorded"),
                charge.charge().offence().words(),
                charge.charge().disposition().words()))
        .toList();
  }

  /// The timeline, newest first.
  public List<EventLine> timeline() {
    return events.reversed().stream()
        .map(event ->
            new EventLine(
                Moment.of(event.at()),
                event.actor() + " (" + words(event.role()) + ")",
                what(event),
                event.change().note()))
        .toList();
  }

  private static String what(CaseEvent event) {
    String words =
        Arrays.stream(Step.values())
            .filter(step -> step.name().equals(event.step()))
            .map(Step::words)
            .findFirst()
            .orElse(words(event.step()));
    boolean moved = event.change().from() != event.change().to();
    return words + (moved ? " → " + event.change().to().words() : "");
  }

  private static String words(String key) {
    return key.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }

  /// The steps of this state that a role may take with a button.
  public List<Button> buttons(Role role) {
    List<Button> buttons = new ArrayList<>();
    for (Transitions.Row row : Transitions.from(one().state())) {
      boolean whileStopped = row.whenStopped() == Transitions.WhenStopped.NEEDED;
      if (row.roles().contains(role)
          && !row.signed()
          && !row.withOutcome()
          && !ELSEWHERE.contains(row.step())
          && whileStopped == one().stopped()) {
        String words = row.step().words();
        buttons.add(
            new Button(
                row.step(),
                Character.toUpperCase(words.charAt(0)) + words.substring(1),
                NOTED.contains(row.step()),
                ONWARD.contains(row.step()) && next().open().isEmpty(),
                row.to() == CaseState.CLOSED));
      }
    }
    return List.copyOf(buttons);
  }

  /// Whether evidence may be added now.
  public boolean isWorkable() {
    return !one().stopped()
        && switch (one().state()) {
          case CITIZENSHIP_REVIEW, FACTS, READY -> true;
          default -> false;
        };
  }

  public boolean isReady() {
    return one().state() == CaseState.READY && !one().stopped();
  }

  public boolean isAwaitingSecond() {
    return one().state() == CaseState.COUNTERSIGN && !one().stopped();
  }

  public boolean isOpen() {
    return !one().isClosed();
  }

  /// Identifiers by kind, in words.
  public List<Map.Entry<String, List<String>>> identifiers() {
    return records().identifiers().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
  }
}
