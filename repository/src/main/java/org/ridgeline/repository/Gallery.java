package org.ridgeline.repository;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ridgeline.search.decision.Thresholds;
import org.ridgeline.search.gallery.StoredEntry;
import org.ridgeline.search.rank.Found;
import org.ridgeline.search.rank.Probe;

/// The encounters of one repository that a search compares with, wherever they lie: in files of
/// this machine ([LocalGallery]), or in parts on several.
///
/// The repository tells it every change of its database, in their order, and searches. Nothing of
/// where and how encounters are kept crosses this port. Each encounter is what its id, its person
/// and its prints are; where it lies and when it came decides nothing
/// (docs/decisions/0011-gallery-port.md).
/// - **Error** of all but [#encounters()]: a gallery that cannot be trusted any more, or has been
///   closed: IllegalStateException; disk or network: UncheckedIOException
public interface Gallery extends AutoCloseable {
  /// The persons most like a probe: the best first, equal scores by encounter id
  /// ([org.ridgeline.search.rank.EncounterOrder]), each person once. A list does not depend on the
  /// parts a gallery lies in.
  ///
  /// It says how many encounters were searched and up to which change; a search begun after a
  /// change has returned sees it.
  Found search(Probe probe, Options options);

  /// Adds entries, and notes how far the gallery now reaches. An entry whose change number it has
  /// reached before is left out, so that who is not sure may send it again. One with a newer number
  /// takes the place of the same encounter's, in one step for whoever searches after that; a search
  /// that runs meanwhile may see neither ([GalleryFollower#isOutdated]).
  /// - **Limit** [Limits#GALLERY_BATCH] entries
  void append(List<StoredEntry> entries, long upTo);

  /// Takes encounters out for good, and notes how far the gallery now reaches; those that are not
  /// in it do not matter. When this returns, nothing of them is left where searches or restarts
  /// could find it.
  /// - **Limit** [Limits#GALLERY_BATCH] encounters
  void remove(Set<UUID> encounterIds, long upTo);

  /// The last change that it is known to have in all its parts, 0 for none.
  long upTo();

  /// Encounters in it now.
  int encounters();

  @Override
  void close();

  /// Who is looked at.
  sealed interface Options {
    /// All encounters; fingers in another order, too, where nobody reaches the line that `lines`
    /// draw for a possible candidate among them and so many encounters `elsewhere`.
    record Everybody(Thresholds lines, long elsewhere) implements Options {}

    /// All encounters, for a hit alone: it is what [Everybody] finds, with the same score; whoever
    /// would be for review may be missing. No other order of the fingers is looked at, since nobody
    /// found that way is a hit.
    record ForHit(Thresholds lines, long elsewhere) implements Options {}

    /// Only those with a higher change number, each compared in full: what a search that saw the
    /// gallery up to `change` has missed since.
    record Since(long change) implements Options {}
  }
}
