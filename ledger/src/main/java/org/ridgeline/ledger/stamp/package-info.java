/// Time stamps of an authority elsewhere over checkpoints (RFC 3161): asked for, checked, kept, and
/// checked again by an audit.
/// - **State** table `ledger.time_stamp`; files `timestamps/ERA-NUMBER.tsr` in the ledger's folder.
///   Their form is in docs/ledger-format.md
@NullMarked
package org.ridgeline.ledger.stamp;

import org.jspecify.annotations.NullMarked;
