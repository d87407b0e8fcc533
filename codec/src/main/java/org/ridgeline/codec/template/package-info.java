/// Templates for exchange: ISO/IEC 19794-2, INCITS 378, and the INCITS 378 block of a Type-9.
///
/// Directions: both standards and ours point along the ridge from where it ends, and between the
/// branches of a bifurcation; theirs grow counter-clockwise, ours clockwise as seen on the screen.
/// - **Depends on** fingerprintio, which writes the two formats; we read them ourselves, because it
///   refuses files for what stands in extensions nobody needs
@NullMarked
package org.ridgeline.codec.template;

import org.jspecify.annotations.NullMarked;
