/// How a machine's score came about, for those who may see it: administrators, and supervisors once
/// people have compared the prints.
@NullMarked
package org.ridgeline.console.score;

import org.jspecify.annotations.NullMarked;
