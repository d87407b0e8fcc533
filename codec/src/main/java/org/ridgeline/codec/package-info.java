/// Bytes to transactions and images, and back: ANSI/NIST-ITL records, EBTS profile rules as data,
/// image formats. Usable alone, without a framework, on hostile bytes.
/// - **Depends on** vocabulary
/// - **Packages** `itl` records and fields; `ebts` rules of transactions; `image` WSQ, PNG, JPEG,
///   raw
@NullMarked
package org.ridgeline.codec;

import org.jspecify.annotations.NullMarked;
