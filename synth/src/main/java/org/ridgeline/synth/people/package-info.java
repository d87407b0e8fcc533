/// People who do not exist: names, descriptions, histories and ten fingers, by seed and number.
///
/// Names are put together from syllables of invented lists; places of birth, races and statuses are
/// drawn apart from names, so that no name says anything about a status.
/// - **Depends on** vocabulary, synth.print
@NullMarked
package org.ridgeline.synth.people;

import org.jspecify.annotations.NullMarked;
