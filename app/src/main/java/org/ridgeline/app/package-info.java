/// The doors: REST, console, command line, and the wiring of all rooms.
/// - **Depends on** all rooms
/// - **Packages** `cli` commands; `rest` HTTP; `console` pages; `main` wiring and start
@NullMarked
package org.ridgeline.app;

import org.jspecify.annotations.NullMarked;
