/// One biometric repository: persons, encounters, names used, identifiers, history records, and its
/// gallery. Three run, criminal, immigration and civil, with a database role, thresholds and
/// purposes each.
/// - **Depends on** vocabulary, search, ledger
/// - **Port** [Gallery]: where and how encounters are searched
/// - **State** its own schema, migrations in `db/repository`
@NullMarked
package org.ridgeline.repository;

import org.jspecify.annotations.NullMarked;
