/// Fingerprint images between bytes and grey pixels: WSQ and JPEG 2000 of our own, the other
/// formats through well-kept libraries.
/// - **Flow** [ImageFormat] names the format, [ImageDecoder] reads, [ImageEncoder] writes
/// - **Hostile bytes** bad input is a finding, never an exception; sizes are checked against
///   [ImageLimits] before anything of that size is allocated
/// - **Not certified** the WSQ encoder follows the published rules, but no one has certified it
/// - **Depends on** vocabulary, and package `jpeg2000` beside this one; TwelveMonkeys for lossless
///   JPEG
@NullMarked
package org.ridgeline.codec.image;

import org.jspecify.annotations.NullMarked;
