/// Append-only, hash-chained record of who did, saw and sent what, and why.
/// - **Depends on** vocabulary - **Will be used by** repository, exchange, casework, oversight
/// - **State** no work here yet: the chain, signed checkpoints and disclosures come with casework;
///   until then the exchange keeps its own event rows per submission
@NullMarked
package org.ridgeline.ledger;

import org.jspecify.annotations.NullMarked;
