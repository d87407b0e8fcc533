/// The roof, and small: wires the rooms over a data folder ([org.ridgeline.app.Services]), starts
/// their loops ([org.ridgeline.app.Loops]) and puts the doors in front
/// ([org.ridgeline.app.Server]). Nothing below knows it.
/// - **Depends on** vocabulary, codec, extract, search, policy, node, ledger, outbox, repository,
///   exchange, casework, oversight, rest, counter, console
@NullMarked
package org.ridgeline.app;

import org.jspecify.annotations.NullMarked;
