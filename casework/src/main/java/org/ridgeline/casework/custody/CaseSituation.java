package org.ridgeline.casework.custody;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseListener;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.vocabulary.event.Event;

/// Tells other rooms where the person of a case was booked: by which agency, in what kind of place.
public record CaseSituation(Daybook daybook, FacilityStore facilities, Submitters submitters)
    implements CaseListener {
  @Override
  public void opened(Case one) {
    submitters
        .of(one.booking().control())
        .map(Submitters.Submitter::ori)
        .ifPresent(ori -> daybook.tell(new Event.CaseSituated(one.caseId(), ori, kind(ori))));
  }

  /// Where it was is told once.
  @Override
  public void stepped(Case after, Step step) {}

  /// The kind of an agency's facilities where all are of one kind.
  private Optional<String> kind(String ori) {
    Set<String> kinds =
        facilities.of(ori).stream()
            .map(facility -> facility.kind().name())
            .collect(Collectors.toSet());
    return kinds.size() == 1 ? kinds.stream().findFirst() : Optional.empty();
  }
}
