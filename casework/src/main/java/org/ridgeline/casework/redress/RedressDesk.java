package org.ridgeline.casework.redress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.desk.RefusedStep.Code;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.ChainedEntry;

/// What redress officers do with items. Whoever worked on a case decides nothing about it.
public final class RedressDesk {
  private final RedressStore store;
  private final CaseTrail trail;
  private final Corrections corrections;
  private final RedressRules rules;
  private final Daybook daybook;

  public RedressDesk(
      RedressStore store,
      CaseTrail trail,
      Corrections corrections,
      RedressRules rules,
      Daybook daybook) {
    this.store = store;
    this.trail = trail;
    this.corrections = corrections;
    this.rules = rules;
    this.daybook = daybook;
  }

  /// Items, by what runs out first; or those decided.
  public List<RedressItem> queue(Actor actor, boolean decided) {
    officer(actor);
    return store.queue(decided);
  }

  /// Everything about an item, for its page.
  public record File(
      RedressItem item,
      List<RedressEvent> events,
      List<CorrectionNotice> notices,
      Optional<Case> linked,
      boolean mayDecide) {
    public File {
      events = List.copyOf(events);
      notices = List.copyOf(notices);
    }
  }

  /// Reads an item, and says so in the ledger.
  public File read(Actor actor, UUID itemId) {
    officer(actor);
    return daybook
        .transaction()
        .execute(_ -> {
          RedressItem item = known(store.byId(itemId));
          append(actor, item, "redress.read", Map.of());
          return new File(
              item,
              store.events(itemId),
              corrections.of(itemId),
              trail.linked(item),
              item.caseId().isEmpty() || !trail.hasWorkedOn(actor.name(), item.caseId().get()));
        });
  }

  /// The item that a receipt or a number names.
  public Optional<RedressItem> find(Actor actor, String text) {
    officer(actor);
    return Receipt.ofTyped(text)
        .flatMap(store::of)
        .or(() -> store.byNumber(text.strip().toUpperCase(Locale.ROOT)));
  }

  /// Tells the person, on the status page, that somebody has read it.
  public void acknowledge(Actor actor, UUID itemId) {
    step(
        actor,
        itemId,
        "acknowledge",
        "",
        item -> {
          store.acknowledge(itemId, daybook.now());
          return item;
        });
  }

  /// Notes how it was made sure who writes.
  public void verify(Actor actor, UUID itemId, String how) {
    String said = line("How it was made sure", how);
    step(
        actor,
        itemId,
        "verify",
        said,
        item -> {
          store.verify(itemId, new RedressItem.Check(daybook.now(), actor.name(), said));
          return item;
        });
  }

  /// Links an item to the case it is about, by the case's number or a submission's control number.
  public void link(Actor actor, UUID itemId, String number) {
    String text = line("The number", number).toUpperCase(Locale.ROOT);
    step(
        actor,
        itemId,
        "link",
        text,
        item -> {
          UUID caseId =
              trail
                  .named(text)
                  .orElseThrow(() ->
                      new RefusedStep(
                          Code.NOT_FOUND,
                          "No case has this number.",
                          "Check the case's or the submission's number."));
          store.link(itemId, caseId);
          return item;
        });
  }

  /// A decision as an officer writes it.
  public record Ruling(DecisionKind kind, String reasons, List<Remedy> remedies, String statement) {
    public Ruling {
      reasons = reasons.strip();
      statement = statement.strip();
      remedies = List.copyOf(remedies);
    }
  }

  /// Decides an item. Where something is put right, everybody who was told gets a notice, in the
  /// same transaction. Gives how many.
  public int decide(Actor actor, UUID itemId, Ruling ruling) {
    officer(actor);
    check(ruling);
    return daybook
        .transaction()
        .execute(_ -> {
          RedressItem item = known(store.locked(itemId));
          if (item.decided().isPresent()) {
            throw new RefusedStep(Code.ALREADY, "It is decided.", "Load the item again.");
          }
          item.caseId().ifPresent(caseId -> separate(actor, caseId));
          if (!ruling.remedies().isEmpty() && item.caseId().isEmpty()) {
            throw new RefusedStep(
                Code.GATE,
                "What is to be put right belongs to a case, and none is linked.",
                "Link the case first.");
          }
          var decided =
              new RedressItem.Decided(
                  daybook.now(),
                  actor.name(),
                  ruling.kind(),
                  ruling.reasons(),
                  ruling.remedies(),
                  ruling.statement());
          store.decide(itemId, decided);
          note(actor, itemId, "decide", ruling.kind().name());
          append(actor, item, "redress.decide", detail(item, ruling));
          return ruling.remedies().isEmpty()
              ? 0
              : corrections.travel(
                  item, decided, rules.of(RedressRules.Key.NOTICE), trail.subjects(item));
        });
  }

  private static Map<String, String> detail(RedressItem item, Ruling ruling) {
    Map<String, String> detail = new java.util.TreeMap<>();
    detail.put("decision", ruling.kind().name());
    detail.put("remedies", String.join(" ", ruling.remedies().stream().map(Enum::name).toList()));
    item.caseId().ifPresent(id -> detail.put("case", "case:" + id));
    return detail;
  }

  private static void check(Ruling ruling) {
    int chars = ruling.reasons().length();
    if (chars < Limits.REASONS_CHARS_MIN || chars > Limits.REASONS_CHARS_MAX) {
      throw new RefusedStep(
          Code.INPUT,
          "The reasons need "
              + Limits.REASONS_CHARS_MIN
              + " to "
              + Limits.REASONS_CHARS_MAX
              + " characters: the person reads them.",
          "Say in plain words why.");
    }
    if (!ruling.remedies().isEmpty() && !ruling.kind().grants()) {
      throw new RefusedStep(
          Code.INPUT, "Nothing is put right when nothing is upheld.", "Clear the remedies.");
    }
    boolean bad =
        ruling.statement().length() > Limits.STATEMENT_CHARS_MAX
            || !ruling.remedies().isEmpty() && ruling.statement().isEmpty();
    if (bad) {
      throw new RefusedStep(
          Code.INPUT,
          "Recipients must be told what to correct, in 1 to "
              + Limits.STATEMENT_CHARS_MAX
              + " characters.",
          "Write what is wrong and what is right, without a name.");
    }
  }

  /// Notes that a recipient has acknowledged a notice by letter or telephone.
  public void heard(Actor actor, UUID itemId, UUID noticeId, String how) {
    officer(actor);
    String said = line("How it was acknowledged", how);
    daybook
        .transaction()
        .executeWithoutResult(_ -> {
          boolean isOf =
              corrections.of(itemId).stream().anyMatch(n -> n.noticeId().equals(noticeId));
          if (!isOf || !corrections.acknowledge(noticeId, Optional.empty(), actor.name())) {
            throw new RefusedStep(
                Code.NOT_FOUND, "There is no such notice.", "Load the item again.");
          }
          note(actor, itemId, "acknowledgement", said);
        });
  }

  /// Who saw a person's record and why.
  /// - **Shape** `entries` of the ledger, in its order; `withheld` how many are younger than the
  ///   delay the rules set
  public record AccessLog(List<ChainedEntry> entries, int withheld) {
    public AccessLog {
      entries = List.copyOf(entries);
    }
  }

  /// The access log of the person whose case an item is linked to; for a verified requester only.
  public AccessLog accessLog(Actor actor, UUID itemId) {
    officer(actor);
    return daybook
        .transaction()
        .execute(_ -> {
          RedressItem item = known(store.byId(itemId));
          if (item.verified().isEmpty() || item.caseId().isEmpty()) {
            throw new RefusedStep(
                Code.GATE,
                "A person's own log goes to that person only.",
                "Link the case, make sure who asks, and note how.");
          }
          append(actor, item, "redress.access-log", Map.of("case", "case:" + item.caseId().get()));
          List<ChainedEntry> all = trail.entries(item);
          Rule delay = rules.of(RedressRules.Key.DELAY);
          Instant until = daybook.now().minus(Duration.ofHours(delay.value()));
          List<ChainedEntry> shown = all.stream().filter(e -> !e.at().isAfter(until)).toList();
          return new AccessLog(shown, all.size() - shown.size());
        });
  }

  private void separate(Actor actor, UUID caseId) {
    if (trail.hasWorkedOn(actor.name(), caseId)) {
      throw new RefusedStep(
          Code.SAME_PERSON, "You worked on this case.", "Another redress officer decides it.");
    }
  }

  private void step(
      Actor actor, UUID itemId, String step, String note, UnaryOperator<RedressItem> work) {
    officer(actor);
    daybook
        .transaction()
        .executeWithoutResult(_ -> {
          RedressItem item = known(store.locked(itemId));
          if (item.decided().isPresent() && !step.equals("verify")) {
            throw new RefusedStep(Code.ALREADY, "It is decided.", "Load the item again.");
          }
          work.apply(item);
          note(actor, itemId, step, note);
          append(actor, item, "redress." + step, Map.of());
        });
  }

  private void note(Actor actor, UUID itemId, String step, String note) {
    store.add(itemId, new RedressEvent(daybook.now(), actor.name(), step, note));
  }

  private void append(Actor actor, RedressItem item, String action, Map<String, String> detail) {
    daybook.record(actor, action, item.subject(), detail);
  }

  private static RedressItem known(Optional<RedressItem> item) {
    return item.orElseThrow(() ->
        new RefusedStep(Code.NOT_FOUND, "There is no such item.", "Look for it in the queue."));
  }

  private static String line(String what, String text) {
    String line = text.strip();
    if (line.isEmpty() || line.length() > Limits.LINE_CHARS_MAX) {
      throw new RefusedStep(
          Code.INPUT,
          what + " needs 1 to " + Limits.LINE_CHARS_MAX + " characters.",
          "Fill it in and try again.");
    }
    return line;
  }

  private static void officer(Actor actor) {
    if (!actor.is(Role.REDRESS_OFFICER)) {
      throw new RefusedStep(
          Code.ROLE, "Only redress officers do this.", "Ask somebody in that role.");
    }
  }
}
