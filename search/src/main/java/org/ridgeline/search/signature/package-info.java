/// Minutiae to a signature of fixed length, by a learned network.
/// - **Source** `signature.rln` beside it; how it was learned is in docs/search.md
@NullMarked
package org.ridgeline.search.signature;

import org.jspecify.annotations.NullMarked;
