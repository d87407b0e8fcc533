/// The engine: scan, signatures, quick look, full comparison; fusion over fingers; persons best
/// first, equals by encounter id ([EncounterOrder]); a gallery in one piece or in parts ([Part]).
/// - **Unit** hundredths of a bit of log-likelihood ratio ("centibits")
@NullMarked
package org.ridgeline.search.rank;

import org.jspecify.annotations.NullMarked;
