/// Fingers that nobody has, and impressions of them.
///
/// A finger is made in the order of nature: a pattern class, the directions and spacing its ridges
/// follow, then ridges that grow from chance along them; minutiae are where ridges had to meet. An
/// impression bends, presses, soils and records that finger.
/// - **Depends on** vocabulary
/// - **Rule** single precision in a fixed order and [StrictMath]: the same bytes on every machine
@NullMarked
package org.ridgeline.synth.print;

import org.jspecify.annotations.NullMarked;
