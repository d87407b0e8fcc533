/// Image to quality, minutiae and template: one class per step. SourceAFIS extracts at first,
/// behind the types of this room.
/// - **Depends on** vocabulary
/// - **Rule** pure: no framework, clock, randomness or I/O
@NullMarked
package org.ridgeline.extract;

import org.jspecify.annotations.NullMarked;
