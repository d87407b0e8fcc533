/// Append-only, hash-chained record of who did, saw and sent what, and why.
/// - **Depends on** vocabulary
/// - **State** schema `ledger`: entries, their links in the chain, signed checkpoints; the form of
///   all of it is in docs/ledger-format.md. Rooms append through one SQL function and can read
///   nothing
@NullMarked
package org.ridgeline.ledger;

import org.jspecify.annotations.NullMarked;
