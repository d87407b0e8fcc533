/// Append-only, hash-chained record of who did, saw and sent what, and why.
/// - **Depends on** vocabulary
/// - **State** schema `ledger`: entries, their links in the chain, signed checkpoints, keys; the
///   form of all of it is in docs/ledger-format.md. Rooms append through one SQL function and can
///   read nothing
///
/// Entries: `Ledger`, `LedgerReader`. What rows say: `RecordKind`, `RecordBook`, `RecordAudit`.
/// Signing: `Checkpoints`, which asks `ChainGuard` first; `SigningKeys`. Proofs: `MerkleTree`,
/// `Proofs`. Who is shown checkpoints elsewhere: `Anchor`; a `Witness`, an authority of `stamp`.
@NullMarked
package org.ridgeline.ledger;

import org.jspecify.annotations.NullMarked;
