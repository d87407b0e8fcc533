/// Fictional people: master prints, impressions, ten-print cards and booking streams, all by seed.
/// - **Depends on** vocabulary, codec
/// - **Rule** deterministic: the same seed gives the same bytes on every machine
@NullMarked
package org.ridgeline.synth;

import org.jspecify.annotations.NullMarked;
