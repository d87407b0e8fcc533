/// The public pages, without a log-in: complaints and claims in several languages.
@NullMarked
package org.ridgeline.counter;

import org.jspecify.annotations.NullMarked;
