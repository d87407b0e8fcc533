/// Profiles: what the base standard and EBTS allow in a transaction, as data files.
///
/// A profile is a stack of layers, each a `.rules` file in resources: rows for fields (alphabet,
/// size, occurrence, codes, dependencies) and for types of transaction (records and fields). A row
/// of a higher layer takes the place of the rows for the same field below. `itl.rules` says at its
/// head how rows are written.
/// - **Start at** [org.ridgeline.codec.ebts.Profile]
@NullMarked
package org.ridgeline.codec.ebts;

import org.jspecify.annotations.NullMarked;
