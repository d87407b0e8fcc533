/// The ways in: log-in, one-time links, passwords, who may open which page.
@NullMarked
package org.ridgeline.console.entry;

import org.jspecify.annotations.NullMarked;
