/// The reviewing agency: blind verification, case, evidence, determination, custody clock, redress.
/// What its packages share is in `desk`; this one holds nothing but their schema.
/// - **Depends on** vocabulary, policy, estimate, ledger, outbox, exchange
/// - **State** one schema, migrations in `db/casework`; each table is one package's
@NullMarked
package org.ridgeline.casework;

import org.jspecify.annotations.NullMarked;
