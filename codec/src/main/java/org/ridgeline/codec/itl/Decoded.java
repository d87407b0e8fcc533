package org.ridgeline.codec.itl;

import java.util.List;
import java.util.Optional;
import org.ridgeline.vocabulary.Finding;

/// What came of reading a file: a transaction, or the reasons why there is none.
/// - **Source** our own; each finding names the clause it holds the file to
public sealed interface Decoded {
  /// Everything noticed, in file order.
  List<Finding> findings();

  /// The file was read to its last byte, what senders leave behind the last record included;
  /// findings are warnings at most.
  record Accepted(Transaction transaction, List<Finding> findings) implements Decoded {
    public Accepted {
      findings = List.copyOf(findings);
    }
  }

  /// The file's structure is broken. `header` is its Type-1 as far as it could be read, so that an
  /// answer can name TCN and ORI.
  record Refused(List<Finding> findings, Optional<TaggedRecord> header) implements Decoded {
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /// The transaction; empty where it was refused.
  default Optional<Transaction> ifAccepted() {
    return switch (this) {
      case Accepted accepted -> Optional.of(accepted.transaction());
      case Refused _ -> Optional.empty();
    };
  }
}
