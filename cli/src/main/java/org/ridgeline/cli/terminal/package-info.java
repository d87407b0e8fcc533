/// What a command tells its caller by: lines and JSON, an exit code, trouble in words.
/// - **Depends on** nothing of the room - **Used by** all commands
@NullMarked
package org.ridgeline.cli.terminal;

import org.jspecify.annotations.NullMarked;
