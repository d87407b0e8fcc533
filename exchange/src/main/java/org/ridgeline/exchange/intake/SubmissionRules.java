package org.ridgeline.exchange.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.identify.FingerSources;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Ori;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.Tcn;

/// What a transaction must be to be taken as a submission, beyond being well formed.
final class SubmissionRules {
  private static final Profile EBTS = Profile.named("ebts");
  private static final int SCO = 7;
  private static final int CRI = 73;
  private static final int CRI_SHOWN_MAX = 20;

  private SubmissionRules() {}

  static List<Finding> check(Transaction transaction, Sender sender) {
    List<Finding> findings = new ArrayList<>();
    Optional<Service> service = transaction.tot().flatMap(Service::ofTot);
    if (service.isEmpty()) {
      findings.add(tot(transaction.header()));
    } else {
      findings.addAll(EBTS.check(transaction));
      permitted(transaction, service.get(), sender).ifPresent(findings::add);
      fingers(transaction, service.get().fingers()).ifPresent(findings::add);
      findings.addAll(NamedPersonRules.check(transaction, service.get(), sender.mayAsk()));
    }
    requestor(transaction, sender).ifPresent(findings::add);
    number(transaction.header()).ifPresent(findings::add);
    findings.addAll(copies(transaction, sender));
    return findings;
  }

  private static Finding tot(TaggedRecord header) {
    String tot = header.value(4).orElse("");
    return new Finding(
        Severity.ERROR,
        FindingCode.TOT_UNKNOWN,
        "1",
        "1.004",
        header.offsetOf(4),
        "a submission: " + String.join(", ", Service.allTots()),
        tot.isEmpty() ? "nothing" : tot,
        "EBTS 10.0, types of transaction");
  }

  /// What an agency may ask is an administrator's decision, kind by kind.
  private static Optional<Finding> permitted(
      Transaction transaction, Service service, Sender sender) {
    if (sender.mayAsk().contains(service)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Severity.ERROR,
            FindingCode.A0004,
            "1",
            "1.004",
            transaction.header().offsetOf(4),
            "a service that "
                + sender.agency().ori().value()
                + " may ask for: "
                + String.join(", ", sender.mayAsk().stream().map(Service::key).toList()),
            transaction.tot().orElse("") + ", " + service.key(),
            "EFTS 7.0 Appendix M, A0004"));
  }

  /// Copies that are asked for and will not be sent are told; the rest of the card is worked on.
  private static List<Finding> copies(Transaction transaction, Sender sender) {
    return transaction
        .typeTwo()
        .filter(two -> two.has(SCO))
        .map(two -> copies(two, sender))
        .orElse(List.of());
  }

  private static List<Finding> copies(TaggedRecord two, Sender sender) {
    List<String> may = sender.mayCopyTo().get();
    return two.values(SCO).stream()
        .filter(to -> !to.isBlank() && !may.contains(to))
        .limit(Limits.COPIES_MAX)
        .map(to ->
            new Finding(
                Severity.WARNING,
                FindingCode.COPY_NOT_SENT,
                "2",
                "2.007",
                two.offsetOf(SCO),
                "SCO naming agencies to which "
                    + sender.agency().ori().value()
                    + " may have copies sent",
                to + ", which gets none",
                "EBTS 10.0, SCO"))
        .toList();
  }

  /// An agency sends for itself: it is the originator, or one of the controlling agencies that the
  /// originator, its state bureau, sends for. No agency sends under the name of another.
  private static Optional<Finding> requestor(Transaction transaction, Sender sender) {
    String own = sender.agency().ori().value();
    List<String> cri = transaction.typeTwo().map(two -> two.values(CRI)).orElse(List.of());
    boolean isFor = transaction.ori().filter(own::equals).isPresent() || cri.contains(own);
    // What is no ORI is nobody's, and is not asked of the database.
    if (isFor && transaction.ori().filter(Ori::isValid).filter(sender.mayName()).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Severity.ERROR,
            FindingCode.A0004,
            "1",
            "1.008",
            transaction.header().offsetOf(8),
            "1.008 ORI or 2.073 CRI naming the sender, " + own + ", under an ORI it may send as",
            "ORI "
                + transaction.ori().orElse("none")
                + ", CRI "
                + String.join(" ", cri.stream().limit(CRI_SHOWN_MAX).toList()),
            "EFTS 7.0 Appendix M, A0004"));
  }

  /// What cannot be told apart from the next one cannot be taken once.
  private static Optional<Finding> number(TaggedRecord header) {
    String tcn = header.value(9).orElse("");
    if (Tcn.isValid(tcn)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Severity.ERROR,
            FindingCode.FIELD_INVALID,
            "1",
            "1.009",
            header.offsetOf(9),
            "a control number",
            tcn.isBlank() ? "nothing but blanks" : tcn,
            "EBTS 10.0, TCN"));
  }

  /// Too few images cannot give enough usable fingers: no need to extract to know.
  private static Optional<Finding> fingers(Transaction transaction, int needed) {
    Card card = Card.asSent(transaction);
    Set<FingerPosition> present = FingerSources.present(card);
    if (present.size() >= needed) {
      return Optional.empty();
    }
    Set<FingerPosition> missing = EnumSet.allOf(FingerPosition.class);
    missing.removeAll(present);
    missing.removeAll(card.excused());
    return Optional.of(
        Finding.of(
            Severity.ERROR,
            FindingCode.L0008,
            "images of at least " + needed + " fingers",
            present.size()
                + "; missing: "
                + String.join(", ", missing.stream().map(FingerPosition::label).toList())));
  }
}
