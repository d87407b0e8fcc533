/// Accuracy and speed, measured: load generator, evaluation, peers beside us in the same run.
/// - **Depends on** vocabulary, codec, estimate, extract, search, chart, synth
@NullMarked
package org.ridgeline.bench;

import org.jspecify.annotations.NullMarked;
