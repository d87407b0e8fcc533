/// Pages of booking agencies, state bureaus and those who keep facilities and activation.
@NullMarked
package org.ridgeline.console.agency;

import org.jspecify.annotations.NullMarked;
