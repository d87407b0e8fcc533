package org.ridgeline.search.gallery;

/// What a removal overwrites: a row of a segment and a stretch of its heap. It says where bytes lie
/// and not whose they are, so that it can be done again when half of it has been done.
record Erasure(int segment, int row, long heapOffset, int heapBytes) {}
