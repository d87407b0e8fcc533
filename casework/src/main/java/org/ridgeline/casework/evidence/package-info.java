/// What a case rests on: citizenship checks, facts for and against, source documents, interviews,
/// freshness, the protected-person stop; and the gates that stay shut while something is missing.
@NullMarked
package org.ridgeline.casework.evidence;

import org.jspecify.annotations.NullMarked;
