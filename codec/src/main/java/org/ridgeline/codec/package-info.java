/// Bytes to transactions and images, and back: ANSI/NIST-ITL records, EBTS profile rules as data,
/// image formats. Usable alone, without a framework, on hostile bytes.
/// - **Depends on** vocabulary
/// - **Packages** `itl` records and fields; `ebts` rules of transactions; `image` WSQ, PNG, JPEG,
///   raw; `jpeg2000` what `image` reads JPEG 2000 with
@NullMarked
package org.ridgeline.codec;

import org.jspecify.annotations.NullMarked;
