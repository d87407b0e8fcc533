/// Changes of who is who in a repository, each asked for by one person and decided by another:
/// removals, expungements by order, mergers, moves, seals; what is signed and told of them.
/// - **State** the table `amendment` of the repository's schema
@NullMarked
package org.ridgeline.repository.amend;

import org.jspecify.annotations.NullMarked;
