/// The life of a submission: intake, agencies and activation, search of both repositories at once,
/// first and second answer, delivery, leads for the reviewing offices.
/// - **Depends on** vocabulary, codec, extract, ledger, outbox, repository
/// - **Way of a submission** `intake` (door, reading, rules) to rows; `identify` (dispatcher,
///   extraction, gate, both searches) to answers and a lead; `delivery` to the agency. What other
///   rooms hear of it goes through the outbox
/// - **State** its own schema, migrations in `db/exchange`; what was committed survives any crash
@NullMarked
package org.ridgeline.exchange;

import org.jspecify.annotations.NullMarked;
