/// The public counter of redress: pages without a log-in, in six languages, that work without
/// script.
@NullMarked
package org.ridgeline.app.redress;

import org.jspecify.annotations.NullMarked;
