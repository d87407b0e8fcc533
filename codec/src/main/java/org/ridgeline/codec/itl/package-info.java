/// ANSI/NIST-ITL transactions in the traditional encoding: bytes to records and fields, and back.
///
/// Reading is tolerant (tags without leading zeros, versions 0200 to 0502) and never throws; it
/// follows LEN and CNT, and never looks for separators inside image data. Writing is exact.
/// - **Start at** [org.ridgeline.codec.itl.ItlReader], [org.ridgeline.codec.itl.TransactionBuilder]
/// - **Source** ANSI/NIST-ITL 1-2011 with updates 2013 and 2015, Annex B
@NullMarked
package org.ridgeline.codec.itl;

import org.jspecify.annotations.NullMarked;
