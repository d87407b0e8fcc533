package org.ridgeline.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.ridgeline.codec.jpeg2000.Progression.Change;

/// Decodes one tile after another into the grey pixels of the image.
final class TileDecoder {
  private final ImageSize size;
  private final List<TileParts> tiles;
  private final PacketReader packets;
  private final CodeBlockDecoder blocks;
  private final GreyRows grey;

  TileDecoder(byte[] data, CodeStream stream, boolean isLumaFirst) {
    size = stream.size();
    tiles = stream.tiles();
    Chunks chunks = new Chunks();
    packets = new PacketReader(data, chunks);
    blocks = new CodeBlockDecoder(data, chunks);
    grey = new GreyRows(size, isLumaFirst);
  }

  byte[] pixels() throws Jpeg2000Refusal {
    byte[] pixels = new byte[size.image().width() * size.image().height()];
    for (int i = 0; i < tiles.size(); i++) {
      tile(i, pixels);
    }
    return pixels;
  }

  private void tile(int index, byte[] pixels) throws Jpeg2000Refusal {
    TileParts parts = tiles.get(index);
    Area area = size.tile(index);
    PacketStyle style = parts.parameters().packets();
    List<TileComponent> components = components(parts.parameters(), area);
    check(parts, components, style.layers());
    for (int c = 0; c < components.size(); c++) {
      components.get(c).divide(size.components().get(c).bits());
    }
    packets.start(parts);
    PacketOrder order = new PacketOrder(area, components, packets);
    for (Change change : parts.parameters().changes()) {
      order.run(change, style.layers());
    }
    List<Synthesis> samples = new ArrayList<>();
    for (TileComponent component : components) {
      check(component, style.layers());
      samples.add(samples(component));
    }
    grey.put(area, samples, style.isMixed(), pixels);
  }

  private List<TileComponent> components(Parameters parameters, Area area) throws Jpeg2000Refusal {
    List<TileComponent> components = new ArrayList<>();
    for (int c = 0; c < size.components().size(); c++) {
      CodingStyle coding = parameters.coding(c);
      components.add(TileComponent.of(area, coding, parameters.quantisation(c)));
    }
    boolean alike = components.stream().map(c -> c.coding().isReversible()).distinct().count() == 1;
    if (!alike && parameters.packets().isMixed()) {
      throw Jpeg2000Refusal.unreadable(-1, "one wavelet for mixed components", "two");
    }
    return components;
  }

  /// Before memory is taken for them: each precinct has a packet in each layer.
  private static void check(TileParts parts, List<TileComponent> components, int layers)
      throws Jpeg2000Refusal {
    long precincts = components.stream().mapToLong(TileComponent::precinctsClaimed).sum();
    if (precincts * layers > parts.packetsMax()) {
      throw Jpeg2000Refusal.unreadable(
          parts.count() == 0 ? -1 : parts.end(parts.count() - 1),
          precincts + " packets in " + layers + " layers of a tile",
          parts.packetsMax() + " bytes before the end of its data");
    }
    if (precincts > Jpeg2000Limits.PRECINCTS_MAX) {
      throw Jpeg2000Refusal.unsupported(
          parts.start(0),
          "at most " + Jpeg2000Limits.PRECINCTS_MAX + " precincts in a tile",
          String.valueOf(precincts));
    }
  }

  /// That changes of the progression left nothing out.
  private static void check(TileComponent component, int layers) throws Jpeg2000Refusal {
    for (Resolution resolution : component.resolutions()) {
      if (!resolution.isWhole(layers)) {
        throw Jpeg2000Refusal.unreadable(
            -1, "progression changes that reach all packets", "some not reached");
      }
    }
  }

  private Synthesis samples(TileComponent component) {
    Synthesis synthesis =
        component.coding().isReversible()
            ? new ReversibleSynthesis(component)
            : new IrreversibleSynthesis(component);
    for (Resolution resolution : component.resolutions()) {
      for (Subband band : resolution.subbands()) {
        for (int block = 0; block < band.first.length; block++) {
          if (band.first[block] != 0) {
            blocks.decode(band, block, component.coding());
            synthesis.put(resolution, band, band.samples(block), blocks);
          }
        }
      }
    }
    synthesis.run();
    return synthesis;
  }
}
