/// Quality control: held cards before a person, who corrects labels and boxes and lets the search
/// go on, or refuses.
@NullMarked
package org.ridgeline.exchange.quality;

import org.jspecify.annotations.NullMarked;
