package org.ridgeline.repository.amend;

import java.time.Clock;
import java.util.function.Function;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.SignedText;

/// What erasures need of other rooms.
/// - **Shape** `signer` of receipts; `mark` of a file's SHA-256, by a key
public record Outside(
    Ledger ledger,
    Function<String, SignedText> signer,
    Function<byte[], String> mark,
    Clock clock) {}
