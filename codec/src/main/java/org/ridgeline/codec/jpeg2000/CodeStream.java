package org.ridgeline.codec.jpeg2000;

import java.util.List;

/// A code stream whose headers are read and whose tile parts are found.
/// - **Shape** `tiles` has all tiles of the image, from left to right, then down
record CodeStream(ImageSize size, List<TileParts> tiles, boolean isEnded) {}
