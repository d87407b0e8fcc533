/// The HTTP API under `/api/v1`, for livescans, bureaus, offices and owners: bearer tokens, JSON,
/// problem documents. Knows services, no wiring.
@NullMarked
package org.ridgeline.rest;

import org.jspecify.annotations.NullMarked;
