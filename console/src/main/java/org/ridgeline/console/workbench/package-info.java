/// The examiners' workbench, blind, and the supervisors' view of conflicts.
@NullMarked
package org.ridgeline.console.workbench;

import org.jspecify.annotations.NullMarked;
