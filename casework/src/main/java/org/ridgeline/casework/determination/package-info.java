/// What an officer decides and signs, and the only way out of casework: the second answer.
/// - **Depends on** casefile, evidence
@NullMarked
package org.ridgeline.casework.determination;

import org.jspecify.annotations.NullMarked;
