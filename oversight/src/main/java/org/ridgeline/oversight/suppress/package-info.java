/// Statistical disclosure control: which cells of the public tables are not shown.
/// - **Depends on** nothing but the JDK
/// - **State** none; the same tables give the same pattern
@NullMarked
package org.ridgeline.oversight.suppress;

import org.jspecify.annotations.NullMarked;
