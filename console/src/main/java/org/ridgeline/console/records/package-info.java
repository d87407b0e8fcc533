/// Amendments of the repositories' records and exports of all of them, as records officers see
/// them.
@NullMarked
package org.ridgeline.console.records;

import org.jspecify.annotations.NullMarked;
