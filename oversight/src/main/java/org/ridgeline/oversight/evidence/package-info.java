/// What an auditor needs to make a report again without the system, and how it is done.
@NullMarked
package org.ridgeline.oversight.evidence;

import org.jspecify.annotations.NullMarked;
