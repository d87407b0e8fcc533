package org.ridgeline.casework.casefile;

/// Reads what a case shows, for its digest.
public final class CaseExhibits implements Digests {
  private final Shelf shelf;
  private final Records records;
  private final HistoryDesk history;
  private final Drafted.Source drafts;

  public CaseExhibits(Shelf shelf, Records records, HistoryDesk history, Drafted.Source drafts) {
    this.shelf = shelf;
    this.records = records;
    this.history = history;
    this.drafts = drafts;
  }

  @Override
  public DossierDigest of(Case one) {
    return new Exhibit(
            one,
            shelf.evidence().dossier(one.caseId()),
            records.of(one),
            history.assessed(one),
            drafts.of(one.caseId()))
        .digest();
  }
}
