/// Changes of who is who in a repository, each asked for by one person and decided by another:
/// removals, expungements by order, mergers, moves, seals; what goes by its age; what is signed and
/// told of all of them.
/// - **State** the tables `amendment`, `expunged_file` and `expiry` of the repository's schema
@NullMarked
package org.ridgeline.repository.amend;

import org.jspecify.annotations.NullMarked;
