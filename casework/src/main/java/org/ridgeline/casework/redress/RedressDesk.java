package org.ridgeline.casework.redress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.Field;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Subject;

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
          append(actor, item, Known.REDRESS_READ, Map.of());
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
        Known.REDRESS_ACKNOWLEDGE,
        "",
        item -> {
          store.acknowledge(itemId, daybook.now());
          return item;
        });
  }

  /// Notes how it was made sure who writes.
  public void verify(Actor actor, UUID itemId, String how) {
    String said = line(Field.HOW_VERIFIED, how);
    step(
        actor,
        itemId,
        Known.REDRESS_VERIFY,
        said,
        item -> {
          store.verify(itemId, new RedressItem.Check(daybook.now(), actor.name(), said));
          return item;
        });
  }

  /// Links an item to the case it is about, by the case's number or a submission's control number.
  public void link(Actor actor, UUID itemId, String number) {
    String text = line(Field.NUMBER, number).toUpperCase(Locale.ROOT);
    step(
        actor,
        itemId,
        Known.REDRESS_LINK,
        text,
        item -> {
          UUID caseId =
              trail.named(text).orElseThrow(() -> new RefusedStep(Refusal.NO_CASE_OF_NUMBER));
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
            throw new RefusedStep(Refusal.REDRESS_DECIDED);
          }
          item.caseId().ifPresent(caseId -> separate(actor, caseId));
          if (!ruling.remedies().isEmpty() && item.caseId().isEmpty()) {
            throw new RefusedStep(Refusal.REMEDY_NEEDS_CASE);
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
          append(actor, item, Known.REDRESS_DECIDE, detail(item, ruling));
          return ruling.remedies().isEmpty()
              ? 0
              : corrections.travel(
                  item, decided, rules.of(RedressRules.Key.NOTICE), trail.subjects(item));
        });
  }

  private static Map<String, String> detail(RedressItem item, Ruling ruling) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("decision", ruling.kind().name());
    detail.put("remedies", String.join(" ", ruling.remedies().stream().map(Enum::name).toList()));
    item.caseId().ifPresent(id -> detail.put("case", Subject.Kind.CASE.text(id)));
    return detail;
  }

  private static void check(Ruling ruling) {
    int chars = ruling.reasons().length();
    if (chars < Limits.REASONS_CHARS_MIN || chars > Limits.REASONS_CHARS_MAX) {
      throw new RefusedStep(
          Refusal.REASONS_LENGTH, Limits.REASONS_CHARS_MIN, Limits.REASONS_CHARS_MAX);
    }
    if (!ruling.remedies().isEmpty() && !ruling.kind().grants()) {
      throw new RefusedStep(Refusal.REMEDY_WITHOUT_GRANT);
    }
    boolean bad =
        ruling.statement().length() > Limits.STATEMENT_CHARS_MAX
            || !ruling.remedies().isEmpty() && ruling.statement().isEmpty();
    if (bad) {
      throw new RefusedStep(Refusal.STATEMENT_LENGTH, Limits.STATEMENT_CHARS_MAX);
    }
  }

  /// Notes that a recipient has acknowledged a notice by letter or telephone.
  public void heard(Actor actor, UUID itemId, UUID noticeId, String how) {
    officer(actor);
    String said = line(Field.HOW_ACKNOWLEDGED, how);
    daybook
        .transaction()
        .executeWithoutResult(_ -> {
          boolean isOf =
              corrections.of(itemId).stream().anyMatch(n -> n.noticeId().equals(noticeId));
          if (!isOf || !corrections.acknowledge(noticeId, Optional.empty(), actor.name())) {
            throw new RefusedStep(Refusal.NO_SUCH_NOTICE);
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
            throw new RefusedStep(Refusal.OWN_LOG_ONLY);
          }
          append(
              actor,
              item,
              Known.REDRESS_ACCESS_LOG,
              Map.of("case", Subject.Kind.CASE.text(item.caseId().get())));
          List<ChainedEntry> all = trail.entries(item);
          Rule delay = rules.of(RedressRules.Key.DELAY);
          Instant until = daybook.now().minus(Duration.ofHours(delay.value()));
          List<ChainedEntry> shown = all.stream().filter(e -> !e.at().isAfter(until)).toList();
          return new AccessLog(shown, all.size() - shown.size());
        });
  }

  private void separate(Actor actor, UUID caseId) {
    if (trail.hasWorkedOn(actor.name(), caseId)) {
      throw new RefusedStep(Refusal.WORKED_ON_CASE);
    }
  }

  private void step(
      Actor actor, UUID itemId, Action action, String note, UnaryOperator<RedressItem> work) {
    officer(actor);
    daybook
        .transaction()
        .executeWithoutResult(_ -> {
          RedressItem item = known(store.locked(itemId));
          if (item.decided().isPresent() && action != Known.REDRESS_VERIFY) {
            throw new RefusedStep(Refusal.REDRESS_DECIDED);
          }
          work.apply(item);
          note(actor, itemId, action.verb(), note);
          append(actor, item, action, Map.of());
        });
  }

  private void note(Actor actor, UUID itemId, String step, String note) {
    store.add(itemId, new RedressEvent(daybook.now(), actor.name(), step, note));
  }

  private void append(Actor actor, RedressItem item, Action action, Map<String, String> detail) {
    daybook.record(actor, action, item.subject(), detail);
  }

  private static RedressItem known(Optional<RedressItem> item) {
    return item.orElseThrow(() -> new RefusedStep(Refusal.NO_SUCH_ITEM));
  }

  private static String line(Field field, String text) {
    String line = text.strip();
    if (line.isEmpty() || line.length() > Limits.LINE_CHARS_MAX) {
      throw new RefusedStep(Refusal.REDRESS_LINE, field, Limits.LINE_CHARS_MAX);
    }
    return line;
  }

  private static void officer(Actor actor) {
    if (!actor.is(Role.REDRESS_OFFICER)) {
      throw new RefusedStep(Refusal.REDRESS_OFFICERS_ONLY);
    }
  }
}
