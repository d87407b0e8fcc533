/// What the architecture promises, checked: arrows between rooms, no cycles, house style.
@NullMarked
package org.ridgeline.cli.architecture;

import org.jspecify.annotations.NullMarked;
