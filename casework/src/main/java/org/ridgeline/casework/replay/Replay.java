package org.ridgeline.casework.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ridgeline.casework.casefile.CaseState;

/// A case in order of time, without whose it is.
/// - **Shape** `pseudonym` what it is called here; `cut`: moments beyond [Limits#MOMENTS_MAX] that
///   are not shown
public record Replay(
    String pseudonym,
    YearMonth opened,
    CaseState state,
    boolean isPurged,
    List<Moment> moments,
    int cut) {
  public Replay {
    moments = List.copyOf(moments);
  }

  /// Something that was done, or looked at.
  /// - **Shape** `number` from 1; `after` the opening; `who` by role and letter, "officer A";
  ///   `says` what the ledger's action says, with what is told of it; `added` to the file by it
  public record Moment(
      int number,
      Duration after,
      String who,
      String says,
      String purpose,
      List<Entry> added,
      Optional<Before> before) {
    public Moment {
      added = List.copyOf(added);
    }
  }

  /// Something on file: what it is, and what it says.
  public record Entry(Instant at, String kind, String text, String by) {}

  /// What somebody had before them who then did something.
  /// - **Shape** `read` at which moment they last opened the case, empty where they never had;
  ///   `onFile` entries there were then; `unseen` those that others added since
  public record Before(Optional<Integer> read, int onFile, List<Entry> unseen) {
    public Before {
      unseen = List.copyOf(unseen);
    }
  }
}
