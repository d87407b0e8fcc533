package org.ridgeline.casework.casefile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ridgeline.casework.casefile.DossierDigest.Part;
import org.ridgeline.casework.evidence.Dossier;
import org.ridgeline.casework.history.FactorStore;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.NumberedCharge;
import org.ridgeline.policy.history.Offence;
import org.ridgeline.policy.history.Source;

/// Everything that a case's page shows and a signature rests on, read at one moment.
public record Exhibit(
    Case one,
    Dossier dossier,
    Records.Known records,
    Assessed assessed,
    List<? extends Drafted> drafts) {
  public Exhibit {
    drafts = List.copyOf(drafts);
  }

  /// Its digest.
  public DossierDigest digest() {
    Map<Part, List<List<String>>> shown = new EnumMap<>(Part.class);
    shown.put(Part.BOOKINGS, bookings());
    shown.put(Part.RECORDS, known());
    shown.put(
        Part.CHECKS,
        lines(
            dossier.checks(),
            c ->
                line(
                    c.kind().name(),
                    c.result().key(),
                    c.result().detail(),
                    c.source(),
                    c.sourceDate(),
                    c.by(),
                    c.at())));
    shown.put(Part.REVIEWS, lines(dossier.reviews(), r -> line(r.finding(), r.by(), r.at())));
    shown.put(
        Part.FACTS,
        lines(
            dossier.facts(),
            f -> line(f.side().name(), f.kind().name(), f.content(), f.source(), f.by(), f.at())));
    documents(shown);
    shown.put(Part.HISTORY, lines(assessed.history().charges(), Exhibit::charge));
    shown.put(Part.FACTORS, lines(assessed.factors(), Exhibit::factor));
    shown.put(Part.PRIORITY, priority());
    shown.put(Part.DETERMINATIONS, drafts.stream().map(d -> line(d.shown().toArray())).toList());
    return DossierDigest.of(one.caseId(), shown);
  }

  private void documents(Map<Part, List<List<String>>> shown) {
    shown.put(
        Part.DOCUMENTS,
        lines(
            dossier.documents(),
            d ->
                line(
                    d.documentId(),
                    d.head().title(),
                    d.head().isPrimary(),
                    d.head().grade(),
                    d.head().issuedOn(),
                    d.sha256Hex(),
                    d.size(),
                    d.by(),
                    d.at())));
    shown.put(
        Part.INTERVIEWS,
        lines(
            dossier.interviews(),
            i -> line(i.heldOn(), i.language(), i.content(), i.by(), i.at())));
    shown.put(
        Part.STOPS,
        lines(
            dossier.stops(),
            s ->
                line(
                    s.kind().name(),
                    s.by(),
                    s.at(),
                    s.released().map(r -> r.by()),
                    s.released().map(r -> r.at()),
                    s.released().map(r -> r.reason()))));
  }

  private List<List<String>> bookings() {
    Stream<List<String>> first = Stream.of(line(one.verifiedAt()));
    Stream<List<String>> bookings =
        one.bookings().stream()
            .map(b ->
                line(
                    b.control(),
                    b.tcn(),
                    b.encounterId(),
                    b.decision().name(),
                    b.joined(),
                    b.settlement().map(Enum::name)));
    return Stream.concat(first, bookings).toList();
  }

  private List<List<String>> known() {
    return Stream.of(
            Stream.of(line(records.trouble())),
            records.namesClaimed().stream().map(name -> line("claimed", name)),
            records.namesKnown().stream().map(name -> line("known", name)),
            records.identifiers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(i -> line("identifier", i.getKey(), String.join("\n", i.getValue()))),
            records.history().stream().map(h -> line("line", h.kind(), h.occurredOn(), h.text())),
            records.encounters().stream()
                .map(e -> line("encounter", e.kind(), e.occurredOn(), e.text())))
        .flatMap(Function.identity())
        .toList();
  }

  private static List<String> charge(NumberedCharge charge) {
    Disposition disposition = charge.charge().disposition();
    List<String> source =
        switch (charge.charge().source()) {
          case Source.RepositoryLine l -> line("LINE", l.kind(), "", "", "");
          case Source.Court c ->
              line("COURT", c.court(), c.docket(), c.recordedBy(), c.recordedOn());
        };
    return Stream.of(
            line(charge.number(), charge.arrestedOn(), charge.agency()),
            offence(charge.charge().offence()),
            disposition(disposition),
            source)
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> offence(Offence offence) {
    return line(offence.code(), offence.text(), offence.grade().name());
  }

  private static List<String> disposition(Disposition disposition) {
    return switch (disposition) {
      case Disposition.Unknown _ -> line("UNKNOWN");
      case Disposition.Arrested _ -> line("ARRESTED");
      case Disposition.Charged d -> line("CHARGED", d.on());
      case Disposition.Pending _ -> line("PENDING");
      case Disposition.NotFiled d -> line("NOT_FILED", d.on());
      case Disposition.Dismissed d -> line("DISMISSED", d.on());
      case Disposition.Acquitted d -> line("ACQUITTED", d.on());
      case Disposition.Diverted d -> line("DIVERTED", d.on());
      case Disposition.Convicted d -> judgment(line("CONVICTED"), d);
      case Disposition.Vacated d -> judgment(line("VACATED", d.on()), d.conviction());
      case Disposition.Expunged d -> line("EXPUNGED", d.on());
    };
  }

  private static List<String> judgment(List<String> before, Disposition.Convicted judgment) {
    return Stream.of(
            before,
            offence(judgment.of()),
            line(
                judgment.on(),
                judgment.sentence().map(s -> s.days()),
                judgment.finding().map(f -> f.paragraph()),
                judgment.finding().map(f -> f.foundBy()),
                judgment.finding().map(f -> f.foundOn())))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> factor(FactorStore.Row row) {
    return line(
        row.id(),
        row.kind().name(),
        row.evidence().source(),
        row.evidence().recordedBy(),
        row.evidence().recordedOn(),
        row.evidence().expiresOn(),
        row.reviewedBy(),
        row.reviewedOn(),
        row.contestPath(),
        row.contestedAt());
  }

  private List<List<String>> priority() {
    Stream<List<String>> head =
        Stream.of(line(assessed.priority().level().name(), assessed.priority().policyVersion()));
    Stream<List<String>> rows =
        assessed.priority().rows().stream()
            .map(r -> line(r.kind().name(), r.charge(), r.what(), r.why(), r.row()));
    return Stream.concat(head, rows).toList();
  }

  private static <T> List<List<String>> lines(List<T> all, Function<T, List<String>> line) {
    return all.stream().map(line).toList();
  }

  /// Times as ISO 8601 in UTC, numbers in decimal, what is not there as an empty text.
  private static List<String> line(Object... values) {
    return Stream.of(values)
        .map(value ->
            value instanceof Optional<?> maybe
                ? maybe.map(Object::toString).orElse("")
                : value.toString())
        .toList();
  }
}
