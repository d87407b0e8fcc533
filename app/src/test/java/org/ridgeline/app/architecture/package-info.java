/// What the architecture promises, checked: arrows between rooms, no cycles, house style.
@NullMarked
package org.ridgeline.app.architecture;

import org.jspecify.annotations.NullMarked;
