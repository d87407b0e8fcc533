package org.ridgeline.oversight.inventory;

/// Whoever can ask the running system what it holds.
@FunctionalInterface
public interface InventorySource {
  /// The inventory as it is now, nothing left out but secrets.
  Inventory now();
}
