/// The ground one installation stands on: its data folder, the database process and one data source
/// a room, secrets, and settings as they come. Knows no room; the wiring reads it, doors do not.
/// - **Depends on** no room
@NullMarked
package org.ridgeline.node;

import org.jspecify.annotations.NullMarked;
