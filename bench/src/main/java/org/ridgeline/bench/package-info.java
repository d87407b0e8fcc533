/// Accuracy and speed, measured: load generator, evaluation, peers beside us in the same run.
/// - **Depends on** all pure rooms - **Used by** app
@NullMarked
package org.ridgeline.bench;

import org.jspecify.annotations.NullMarked;
