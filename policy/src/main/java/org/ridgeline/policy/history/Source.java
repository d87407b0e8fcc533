package org.ridgeline.policy.history;

import java.time.LocalDate;

/// Where what is recorded of a charge comes from.
public sealed interface Source {
  /// As pages say it.
  String words();

  /// A line of the criminal repository: says that there was an arrest or a charge, never how it
  /// ended.
  record RepositoryLine(String kind) implements Source {
    public RepositoryLine {
      Limits.text("kind", kind);
    }

    @Override
    public String words() {
      return "criminal repository, line " + kind;
    }
  }

  /// The record of a court or a prosecutor's office that an officer has read.
  /// - **Shape** `recordedBy` the officer's log-in name
  record Court(String court, String docket, String recordedBy, LocalDate recordedOn)
      implements Source {
    public Court {
      Limits.text("court", court);
      Limits.text("docket", docket);
      Limits.text("recordedBy", recordedBy);
    }

    @Override
    public String words() {
      return court + ", docket " + docket + ", recorded " + recordedOn + " by " + recordedBy;
    }
  }
}
