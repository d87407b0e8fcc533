/// JPEG 2000 code streams, bare or in JP2 boxes, to 8-bit grey pixels.
/// - **Flow** [Jpeg2000File] opens a file: [Boxes] finds the code stream, [CodeStreamReader] its
///   headers and tile parts. [TileDecoder] then takes tile by tile: [PacketOrder] says which packet
///   is next, [PacketReader] reads it, [CodeBlockDecoder] decodes what the packets brought, and a
///   [Synthesis] makes samples of coefficients
/// - **Hostile bytes** bad input is a [Jpeg2000Refusal]; the size is known, and can be refused,
///   before memory is taken for it; [Jpeg2000Limits] bounds the rest
/// - **Left out** regions of interest, subsampled components, palettes, and other numbers of
///   components than one and three: refused by name
/// - **Depends on** vocabulary
/// - **Source** ISO/IEC 15444-1 (ITU-T T.800)
@NullMarked
package org.ridgeline.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
