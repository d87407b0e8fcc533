/// Wiring and start: data folder, managed database, rooms, server.
@NullMarked
package org.ridgeline.app.main;

import org.jspecify.annotations.NullMarked;
