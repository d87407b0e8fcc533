package org.ridgeline.ledger;

/// Something wrong with the ledger.
/// - **Shape** `number` of the entry, or of the checkpoint's last entry; 0 where it has none
public record AuditFinding(long number, Code code, String what) {
  /// Kinds of what can be wrong.
  public enum Code {
    /// The hash does not follow from the entry and the one before: changed, or in another place.
    ALTERED,
    /// A number of the chain is not there.
    NUMBER_MISSING,
    /// The chain has the number, but what was recorded is gone.
    ENTRY_MISSING,
    /// An entry that never got into the chain.
    NOT_CHAINED,
    /// A checkpoint covers entries that are no longer there.
    TAIL_MISSING,
    /// The chain is whole but is not the one that was signed: rewritten from some entry on.
    REWRITTEN,
    /// A checkpoint that the key did not sign.
    SIGNATURE_WRONG,
    /// A checkpoint of the file that the database has not.
    CHECKPOINT_MISSING,
    /// A line of the file that is no checkpoint.
    LINE_UNREADABLE,
    /// A checkpoint of the database that the file has not, though it has later ones, or none.
    CHECKPOINT_UNFILED,
    /// A checkpoint by a key for which the trusted one does not vouch.
    KEY_UNTRUSTED,
    /// The key in the folder is not the last one of the history.
    KEY_SWAPPED,
    /// The key in the folder is gone, cannot be read, or others may read it.
    KEY_UNUSABLE,
    /// The history of keys in the file is not that in the database.
    KEYS_DIFFER,
    /// A row that is not what an entry recorded of it.
    CONTENT_ALTERED,
    /// A row that an entry recorded, and no purge took out, is not there.
    CONTENT_MISSING,
    /// A row that no entry speaks of.
    CONTENT_UNRECORDED,
    /// A later entry says of a row other than the first, or another room's role recorded it.
    CONTENT_CONTRADICTED,
    /// A kept time stamp that is no answer of an authority.
    STAMP_UNREADABLE,
    /// A time stamp over something else than the checkpoint it is kept for.
    STAMP_OF_ANOTHER,
    /// A time stamp whose signature does not hold, or whose signer may not sign time stamps.
    STAMP_SIGNATURE_WRONG,
    /// A time stamp by an authority for which the trusted certificate does not vouch.
    STAMP_UNTRUSTED,
    /// A time stamp from before its checkpoint was made.
    STAMP_TIME_WRONG,
    /// A time stamp that holds, but is not the answer that was kept.
    STAMP_ALTERED,
    /// A time stamp that was kept and is not there.
    STAMP_MISSING,
    /// A table is none, hides rows, or has a trigger put off: what is read of it proves nothing.
    TABLE_CHANGED
  }
}
