package org.ridgeline.oversight.suppress;

/// Hidden cells that can go up and down together by the same whole number without anything shown
/// changing and without any equation breaking.
/// - **Layout** `signs[i]` is +1 or −1 for `cells[i]`; a cell is there once
record Move(int[] cells, byte[] signs) {}
