package org.ridgeline.casework.redress;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Disclosure;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.RecipientKind;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Sha256;

/// Carries corrections to everybody who was told: one notice a recipient and item, kept until they
/// acknowledge it.
public final class Corrections {
  static final String SYSTEM = "redress";
  static final String SYSTEM_ROLE = "SYSTEM";
  static final String PURPOSE = "correction";

  private final CorrectionStore store;
  private final LedgerReader told;
  private final Daybook daybook;

  /// - **Shape** `told` of the ledger's owner: who was told what
  public Corrections(CorrectionStore store, LedgerReader told, Daybook daybook) {
    this.store = store;
    this.told = told;
    this.daybook = daybook;
  }

  /// Makes a notice for everyone who was told anything of some subjects, in the caller's
  /// transaction; again makes none twice.
  int travel(RedressItem item, RedressItem.Decided decided, Rule limit, Collection<Subject> of) {
    Map<CorrectionNotice.To, List<String>> documents = new LinkedHashMap<>();
    for (LedgerReader.Told one : told.disclosures(of)) {
      Disclosure disclosure = one.disclosure();
      documents
          .computeIfAbsent(
              new CorrectionNotice.To(disclosure.recipientKind(), disclosure.recipient()),
              _ -> new ArrayList<>())
          .add(
              String.join(
                      " ",
                      disclosure.document(),
                      // What the recipient knows it by, where the entry says so.
                      disclosure.about().getOrDefault("submission", one.subject().text()),
                      one.at().toString(),
                      disclosure.sha256())
                  .strip());
    }
    Instant due = limit.after(decided.at());
    documents.forEach((to, what) -> {
      if (store.add(item.itemId(), decided, new CorrectionStore.Outgoing(to, what, due))) {
        record(item.itemId(), Known.CORRECTION_SEND, to);
      }
    });
    return documents.size();
  }

  private void record(UUID itemId, Action action, CorrectionNotice.To to) {
    daybook
        .ledger()
        .append(
            new LedgerEntry(
                SYSTEM,
                SYSTEM_ROLE,
                PURPOSE,
                action,
                Subject.Kind.REDRESS.of(itemId),
                Map.of("recipient-kind", to.kind(), "recipient", to.id())));
  }

  /// The notices to a recipient, oldest first; reading them is their delivery.
  public List<CorrectionNotice> fetch(RecipientKind kind, String recipient) {
    return fetch(new CorrectionNotice.To(kind.key(), recipient));
  }

  /// The notices to somebody whom a notice names.
  public List<CorrectionNotice> fetch(CorrectionNotice.To to) {
    return daybook
        .transaction()
        .execute(_ -> {
          List<CorrectionNotice> first = store.unfetched(to.kind(), to.id());
          store.fetched(to.kind(), to.id(), daybook.now());
          first.forEach(this::disclosed);
          return store.to(to.kind(), to.id());
        });
  }

  private void disclosed(CorrectionNotice notice) {
    Subject subject = Subject.Kind.REDRESS.of(notice.itemId());
    daybook
        .ledger()
        .disclosed(
            LedgerEntry.of(SYSTEM, SYSTEM_ROLE, PURPOSE, Disclosure.ACTION, subject),
            new Disclosure(
                notice.recipientKind(),
                notice.recipient(),
                "correction.notice",
                sha256(notice.statement()),
                Map.of("notice", Subject.Kind.NOTICE.text(notice.noticeId()))));
  }

  private static String sha256(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Notes that a recipient has a notice; the first time counts. False where it is not theirs.
  /// - **Shape** `by` who says so: the recipient itself, or an officer who heard it from them
  public boolean acknowledge(UUID noticeId, Optional<String> recipient, String by) {
    return Boolean.TRUE.equals(
        daybook
            .transaction()
            .execute(_ -> {
              Optional<CorrectionNotice> found = store.locked(noticeId);
              if (found.isEmpty()
                  || recipient.filter(to -> !to.equals(found.get().recipient())).isPresent()) {
                return false;
              }
              CorrectionNotice notice = found.get();
              if (notice.acknowledgedAt().isEmpty()) {
                store.acknowledge(noticeId, by, daybook.now());
                record(notice.itemId(), Known.CORRECTION_ACKNOWLEDGE, notice.to());
              }
              return true;
            }));
  }

  /// The notices that went out for an item.
  public List<CorrectionNotice> of(UUID itemId) {
    return store.of(itemId);
  }

  /// Notices that nobody acknowledged in time, oldest first.
  public List<CorrectionNotice> overdue() {
    return store.overdue(daybook.now());
  }

  /// Raises an alarm for each notice that is overdue and has none; gives how many are new.
  int alarm(Instant now) {
    return daybook
        .transaction()
        .execute(_ -> {
          List<CorrectionNotice> late = store.unalarmed(now);
          for (CorrectionNotice notice : late) {
            store.alarmed(notice.noticeId(), now);
            record(notice.itemId(), Known.CORRECTION_ALARM, notice.to());
          }
          return late.size();
        });
  }
}
