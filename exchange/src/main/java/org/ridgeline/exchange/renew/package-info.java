/// Templates of a repository made anew from the files that their encounters came in.
@NullMarked
package org.ridgeline.exchange.renew;

import org.jspecify.annotations.NullMarked;
