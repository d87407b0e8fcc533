package org.ridgeline.console.cases;

import java.util.List;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.determination.DeterminationKind;
import org.ridgeline.casework.determination.DeterminationKinds;
import org.ridgeline.casework.determination.Draft;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.PdfPaper;

/// A case as a printable file: everything its page says, in its order, no prints. Facts for and
/// against have the same place and size.
final class CaseFilePdf {
  private CaseFilePdf() {}

  static byte[] of(CaseView view, DeterminationKinds kinds, Actor actor) {
    PdfPaper paper = new PdfPaper("Case " + view.one().number());
    paper.title("Case " + view.one().number());
    paper.line("State: " + view.state().text() + (view.one().stopped() ? ", stopped" : ""));
    paper.line(view.next().sentence());
    paper.line(
        "Printed "
            + Moment.of(view.now()).text()
            + " UTC by "
            + actor.name()
            + " for: "
            + actor.purpose());
    who(paper, view);
    checks(paper, view);
    facts(paper, "Facts for", view.factsFor());
    facts(paper, "Facts against", view.factsAgainst());
    sources(paper, view);
    history(paper, view);
    determinations(paper, view.determinations(), kinds);
    paper.heading("Timeline");
    view.timeline()
        .forEach(event ->
            paper.line(
                event.at().text()
                    + "  "
                    + event.who()
                    + ": "
                    + event.what()
                    + (event.note().isEmpty() ? "" : " – " + event.note())));
    return paper.bytes();
  }

  private static void who(PdfPaper paper, CaseView view) {
    paper.heading("Booking and identity");
    view.one()
        .bookings()
        .forEach(booking ->
            paper.line(booking.words() + ": " + booking.control() + ", TCN " + booking.tcn()));
    paper.line("Names claimed: " + list(view.records().namesClaimed()));
    paper.line("Names on record: " + list(view.records().namesKnown()));
    paper.line("Prints verified by examiners: " + view.verified().text());
  }

  private static void checks(PdfPaper paper, CaseView view) {
    paper.heading("Citizenship checks");
    view.checks()
        .forEach(check -> {
          paper.line(
              check.kind().words()
                  + ": "
                  + check.result().text()
                  + (check.detail().isEmpty() ? "" : " – " + check.detail()));
          if (!check.isOpen()) {
            paper.line("    " + check.source() + " of " + check.date() + "; " + check.by());
          }
        });
    view.dossier()
        .reviews()
        .forEach(review -> paper.line("Supervisor " + review.by() + ": " + review.finding()));
  }

  private static void facts(PdfPaper paper, String heading, List<Fact> facts) {
    paper.heading(heading);
    if (facts.isEmpty()) {
      paper.line("None stated.");
    }
    for (Fact fact : facts) {
      String kind =
          fact.side() == Fact.Side.NONE_FOUND ? "none found after search of" : fact.kind().words();
      paper.line(kind + ": " + fact.content() + " (" + fact.source() + "; " + fact.by() + ")");
    }
  }

  private static void sources(PdfPaper paper, CaseView view) {
    paper.heading("Documents and interviews");
    view.dossier()
        .documents()
        .forEach(document ->
            paper.line(
                document.head().title()
                    + " of "
                    + document.head().issuedOn()
                    + ", grade "
                    + document.head().grade()
                    + (document.head().isPrimary() ? ", primary source" : "")
                    + ", SHA-256 "
                    + document.sha256Hex()));
    view.dossier()
        .interviews()
        .forEach(interview ->
            paper.line(
                interview.heldOn().map(on -> "Interview of " + on).orElse("No interview")
                    + ": "
                    + interview.content()));
  }

  private static void history(PdfPaper paper, CaseView view) {
    paper.heading("Criminal history");
    paper.line(
        "Level by policy "
            + view.priority().policyVersion()
            + ": "
            + view.priority().level().words()
            + ". It orders queues and decides nothing.");
    if (view.charges().isEmpty()) {
      paper.line("No arrest or charge on record. No conviction.");
    }
    view.charges()
        .forEach(charge ->
            paper.line(
                charge.number()
                    + "  "
                    + charge.date()
                    + "  "
                    + charge.what()
                    + ": "
                    + charge.ending()));
    view.assessed()
        .factors()
        .forEach(factor ->
            paper.line(
                "Factor: "
                    + factor.kind().words()
                    + " ("
                    + factor.evidence().source()
                    + ", expires "
                    + factor.evidence().expiresOn()
                    + (factor.contestedAt().isPresent() ? ", contested" : "")
                    + ")"));
  }

  private static void determinations(
      PdfPaper paper, List<Draft> determinations, DeterminationKinds kinds) {
    paper.heading("Determination");
    if (determinations.isEmpty()) {
      paper.line("None signed.");
    }
    for (Draft draft : determinations) {
      paper.line(
          kinds.of(draft.kind()).map(DeterminationKind::words).orElse(draft.kind())
              + (draft.basis().isDatabaseOnly() ? " [FROM DATABASES ONLY]" : "")
              + (draft.returnedAt().isPresent() ? " [RETURNED]" : ""));
      paper.line(draft.basis().narrative());
      paper.line("Signed by " + draft.first().by() + ", " + Moment.of(draft.first().at()).text());
      draft
          .second()
          .ifPresent(second ->
              paper.line("Signed second by " + second.by() + ", " + Moment.of(second.at()).text()));
    }
  }

  private static String list(List<String> names) {
    return names.isEmpty() ? "none" : String.join("; ", names);
  }
}
