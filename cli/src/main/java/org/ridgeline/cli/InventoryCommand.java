package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.oversight.inventory.Inventory;
import org.ridgeline.oversight.inventory.InventoryFiles;
import org.ridgeline.oversight.inventory.InventorySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `inventory`: what an installation holds and works by.
@Command(
    name = "inventory",
    description = {
      "Writes what this installation holds, who may do what with it, its partners, rules,",
      "algorithms, policies and settings, asked of its database and its settings now: page, JSON",
      "and PDF. Secrets are never in it. It names agencies, hosts and paths; --public leaves those",
      "out, as the page /public/inventory does."
    },
    mixinStandardHelpOptions = true)
final class InventoryCommand implements Callable<Integer> {
  @Mixin private DataOption data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder for the files, made where it is not there")
  private Path out;

  @Option(names = "--public", description = "only what anybody may see")
  private boolean isPublic;

  @Override
  public Integer call() throws IOException {
    Inventory inventory;
    try (DataOption.Opened opened = data.open()) {
      inventory = opened.get(InventorySource.class).now();
    }
    if (isPublic) {
      inventory = inventory.forPublic();
    }
    Files.createDirectories(out);
    for (Map.Entry<String, byte[]> file : InventoryFiles.of(inventory).entrySet()) {
      Files.write(out.resolve(file.getKey()), file.getValue());
    }
    System.out.println("written: " + inventory.entries().size() + " rows, in " + out);
    return ExitCode.DONE;
  }
}
