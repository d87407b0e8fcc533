/// Fingerprint images between bytes and grey pixels: WSQ of our own, the other formats through
/// well-kept libraries.
/// - **Flow** [ImageFormat] names the format, [ImageDecoder] reads, [ImageEncoder] writes
/// - **Hostile bytes** bad input is a finding, never an exception; sizes are checked against
///   [ImageLimits] before anything of that size is allocated
/// - **Not certified** the WSQ encoder follows the published rules, but no one has certified it
/// - **Depends on** vocabulary; TwelveMonkeys for lossless JPEG; a JPEG 2000 reader is used when
///   the class path has one (its licence is not ours to pass on)
@NullMarked
package org.ridgeline.codec.image;

import org.jspecify.annotations.NullMarked;
