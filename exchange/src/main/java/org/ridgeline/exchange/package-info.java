/// The life of a submission: intake, agencies and activation, search of both repositories at once,
/// first and second answer, delivery, leads for the reviewing offices.
/// - **Depends on** codec, extract, repository - **Used by** app
/// - **State** its own schema, migrations in `db/exchange`; what was committed survives any crash
@NullMarked
package org.ridgeline.exchange;

import org.jspecify.annotations.NullMarked;
