/// Fingerprint images between bytes and grey pixels: WSQ, JPEG 2000 and lossless JPEG of our own,
/// the other formats through well-kept libraries. Half an image is none, in any of them.
/// - **Flow** [ImageFormat] names the format, [ImageDecoder] reads, [ImageEncoder] writes
/// - **Hostile bytes** bad input is a finding, never an exception; sizes are checked against
///   [ImageLimits] before anything of that size is allocated
/// - **Not certified** the WSQ encoder follows the published rules, but no one has certified it
/// - **Depends on** vocabulary, and package `jpeg2000` beside this one; TwelveMonkeys for JPEG of
///   four colours
@NullMarked
package org.ridgeline.codec.image;

import org.jspecify.annotations.NullMarked;
