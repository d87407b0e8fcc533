/// One ten-print probe among millions: signatures, a scan at the speed of memory, a cascade, a
/// calibrated decision. docs/search.md explains it in ten minutes.
/// - **Depends on** vocabulary
/// - **Packages** `gallery` who is searched, in files; `signature` minutiae to 128 bytes; `kernel`
///   the inner loops, scalar and vector; `refine` the quick look; `rank` engine and cascade;
///   `decision` what scores mean, and thresholds; `parallel` threads that are handed in
@NullMarked
package org.ridgeline.search;

import org.jspecify.annotations.NullMarked;
