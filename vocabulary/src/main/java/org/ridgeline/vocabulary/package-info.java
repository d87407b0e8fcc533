/// Words shared by the rooms: identifiers, finger positions, images, minutiae, cores and deltas,
/// templates, candidates, decisions and findings. Carriers only, no logic.
/// - **Depends on** no room
/// - **Rule** each public type serves at least two rooms, and is immutable
@NullMarked
package org.ridgeline.vocabulary;

import org.jspecify.annotations.NullMarked;
