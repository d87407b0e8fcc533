/// A backup: what a database and a data folder hold, as one sealed file. Knows tables, sequences
/// and files, and no room.
///
/// [Backup] is the file's name and its seal, [Contents] what is in it one after the other,
/// [Manifest] what it says of itself, [Snapshot] what is read at one moment, [Loading] the way
/// back.
/// - **Depends on** the room's root - **Source** docs/decisions/0022-backups.md
@NullMarked
package org.ridgeline.node.backup;

import org.jspecify.annotations.NullMarked;
