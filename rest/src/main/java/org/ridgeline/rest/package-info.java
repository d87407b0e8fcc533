/// The HTTP API under `/api/v1`, for livescans, bureaus, offices and owners: bearer tokens, JSON,
/// problem documents. Knows services, no wiring.
/// - **Depends on** vocabulary, codec, ledger, repository, outbox, exchange, casework
@NullMarked
package org.ridgeline.rest;

import org.jspecify.annotations.NullMarked;
