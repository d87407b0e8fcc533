/// Blind verification: whether two ten-print cards are of one person, said by two examiners who
/// know nothing but the prints, and by a supervisor where they differ.
///
/// Known-answer pairs are mixed in and take exactly the way of real ones, through the same tables,
/// pages and settlement; only the listener never hears of them. An examiner whose error on them is
/// over the limit leaves the queue.
/// - **Depends on** the ledger; prints come through [PrintSource], which the program implements
/// - **Used by** casefile - **Decision** docs/decisions/0008-blind-verification.md
@NullMarked
package org.ridgeline.casework.verification;

import org.jspecify.annotations.NullMarked;
