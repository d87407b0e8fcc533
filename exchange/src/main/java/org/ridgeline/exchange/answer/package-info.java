/// What goes back to the sender: SRE, second answer, ERRT, and their rows.
@NullMarked
package org.ridgeline.exchange.answer;

import org.jspecify.annotations.NullMarked;
