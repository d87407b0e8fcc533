package org.ridgeline.policy;

import java.util.List;

/// What came of reading a policy table.
public sealed interface TableRead {
  /// A table that can be used.
  record Accepted(PolicyTable table) implements TableRead {}

  /// Everything that is wrong with it.
  record Refused(List<TableFault> faults) implements TableRead {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
