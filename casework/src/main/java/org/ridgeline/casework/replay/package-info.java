/// A case once more, in order of time, without whose it is: what was done, by whom in which role,
/// what they had before them then and what they had not. Made from the ledger and from rows that
/// are only ever added to; reads, never writes, but for its own entry of the ledger.
/// - **Depends on** casefile, determination, evidence, history, the ledger's reader
@NullMarked
package org.ridgeline.casework.replay;

import org.jspecify.annotations.NullMarked;
