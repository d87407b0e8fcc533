package org.ridgeline.cli.planted;

import org.ridgeline.cli.PlantedRoof;

/// Needs the hen, and the roof above both.
public record Egg(Hen.Nest nest, PlantedRoof roof) {}
