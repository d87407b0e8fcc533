/// Image to quality, minutiae and template: one class per step.
/// - **Depends on** vocabulary
/// - **Rule** pure: no framework, clock, randomness or I/O
@NullMarked
package org.ridgeline.extract;

import org.jspecify.annotations.NullMarked;
