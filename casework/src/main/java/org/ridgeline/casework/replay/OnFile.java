package org.ridgeline.casework.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.ridgeline.casework.determination.Determination;
import org.ridgeline.casework.determination.DeterminationStore;
import org.ridgeline.casework.determination.Draft;
import org.ridgeline.casework.evidence.CheckEntry;
import org.ridgeline.casework.evidence.Dossier;
import org.ridgeline.casework.evidence.EvidenceStore;
import org.ridgeline.casework.evidence.SourceDocument;
import org.ridgeline.casework.history.HistoryStore;
import org.ridgeline.casework.replay.Replay.Entry;

/// Everything that was ever put into a case, oldest first, with names.
final class OnFile {
  private static final int DIGEST_CHARS = 12;

  private final EvidenceStore evidence;
  private final HistoryStore history;
  private final DeterminationStore determinations;

  OnFile(EvidenceStore evidence, HistoryStore history, DeterminationStore determinations) {
    this.evidence = evidence;
    this.history = history;
    this.determinations = determinations;
  }

  List<Entry> of(UUID caseId) {
    List<Entry> all = new ArrayList<>(of(evidence.dossier(caseId)));
    history
        .entries(caseId)
        .forEach(one ->
            all.add(
                new Entry(
                    one.at(),
                    "court's record",
                    String.valueOf(one.disposition()) + ", " + one.court().court(),
                    one.court().recordedBy())));
    determinations.of(caseId).forEach(draft -> add(draft, all));
    all.sort(Comparator.comparing(Entry::at));
    return List.copyOf(all);
  }

  private static List<Entry> of(Dossier dossier) {
    List<Entry> all = new ArrayList<>();
    dossier.checks().forEach(check -> all.add(check(check)));
    dossier
        .reviews()
        .forEach(r -> all.add(new Entry(r.at(), "supervisor's review", r.finding(), r.by())));
    dossier
        .facts()
        .forEach(fact ->
            all.add(
                new Entry(
                    fact.at(),
                    "fact, " + fact.side().words() + ": " + fact.kind().words(),
                    fact.content() + " (" + fact.source() + ")",
                    fact.by())));
    dossier.documents().forEach(document -> all.add(document(document)));
    dossier
        .interviews()
        .forEach(i ->
            all.add(
                new Entry(
                    i.at(),
                    i.heldOn().isPresent() ? "interview in " + i.language() : "no interview",
                    i.content(),
                    i.by())));
    dossier
        .stops()
        .forEach(stop -> {
          // Why somebody is protected says too much of who they are.
          all.add(new Entry(stop.at(), "protected-person stop", "set", stop.by()));
          stop.released()
              .ifPresent(
                  r -> all.add(new Entry(r.at(), "protected-person stop", "lifted", r.by())));
        });
    return all;
  }

  private static Entry check(CheckEntry check) {
    String detail = check.result().detail();
    return new Entry(
        check.at(),
        "check, " + check.kind().words(),
        check.result().words()
            + (detail.isEmpty() ? "" : ": " + detail)
            + " ("
            + check.source()
            + ")",
        check.by());
  }

  private static Entry document(SourceDocument document) {
    SourceDocument.Head head = document.head();
    return new Entry(
        document.at(),
        head.isPrimary() ? "document, the record itself" : "document",
        head.title() + ", " + head.grade().name() + ", " + document.size() + " bytes",
        document.by());
  }

  private static void add(Draft draft, List<Entry> all) {
    all.add(
        signature(
            "determination, " + draft.kind(),
            draft.basis().narrative()
                + (draft.basis().isDatabaseOnly() ? " (from databases only)" : ""),
            draft.first()));
    draft.second().ifPresent(second -> all.add(signature("second signature", "signed", second)));
    draft.returnedAt().ifPresent(at -> all.add(new Entry(at, "not signed", "returned", "")));
  }

  private static Entry signature(String kind, String text, Determination.Signature signature) {
    String covers =
        signature
            .dossier()
            .map(digest ->
                "; covers what was shown, digest "
                    + digest.substring(0, Math.min(DIGEST_CHARS, digest.length())))
            .orElse("");
    return new Entry(signature.at(), kind, text + covers, signature.by());
  }
}
