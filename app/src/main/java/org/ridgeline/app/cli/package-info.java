/// The command line: one class per command, registered in `Ridgeline`.
/// - **Exit codes** 0 done, 1 findings, 2 usage, 3 operating trouble
@NullMarked
package org.ridgeline.app.cli;

import org.jspecify.annotations.NullMarked;
