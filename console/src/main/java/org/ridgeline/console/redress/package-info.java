/// Pages of redress officers.
@NullMarked
package org.ridgeline.console.redress;

import org.jspecify.annotations.NullMarked;
