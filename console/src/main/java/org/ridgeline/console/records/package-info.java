/// Amendments of the repositories' records, as records officers see them.
@NullMarked
package org.ridgeline.console.records;

import org.jspecify.annotations.NullMarked;
