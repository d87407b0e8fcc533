/// Pages for people: submissions, prints, leads, activation; log-in.
@NullMarked
package org.ridgeline.app.console;

import org.jspecify.annotations.NullMarked;
