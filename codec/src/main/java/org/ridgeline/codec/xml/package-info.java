/// The XML encoding of transactions: read into and written from the traditional one.
///
/// A table, `xml.paths`, says where each field stands. What has no place in the other encoding is a
/// finding, never silence.
/// - **Start at** [org.ridgeline.codec.xml.XmlReader], [org.ridgeline.codec.xml.XmlWriter]
/// - **Source** ANSI/NIST-ITL 1-2011, Annex C; NIEM 2.0; EBTS 10.0 samples
@NullMarked
package org.ridgeline.codec.xml;

import org.jspecify.annotations.NullMarked;
