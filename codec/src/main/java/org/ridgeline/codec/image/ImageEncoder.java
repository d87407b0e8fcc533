package org.ridgeline.codec.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.ridgeline.vocabulary.GrayImage;

/// Writes a grey image as RAW, PNG (with its resolution), JPEG or WSQ.
/// - **Limit** the image's own
/// - **Error** a format that we only read: IllegalArgumentException
/// - **Source** ANSI/NIST-ITL 1-2011 table 15; ISO/IEC 15948 (pHYs); ISO/IEC 10918-5 (JFIF density)
public final class ImageEncoder {
  /// JPEG quality that keeps ridges clean; about 6 to 1 on prints.
  public static final float JPEG_QUALITY_USUAL = 0.9f;

  private ImageEncoder() {}

  /// Encodes with the usual settings: JPEG at [#JPEG_QUALITY_USUAL], WSQ at 0.75 bits per pixel.
  public static byte[] encode(ImageFormat format, GrayImage image) {
    return switch (format) {
      case RAW -> image.pixels();
      case PNG -> write("PNG", image, 0);
      case JPEG -> encodeJpeg(image, JPEG_QUALITY_USUAL);
      case WSQ -> WsqEncoder.encode(image);
      case JPEG_LOSSLESS, JPEG2000, TIFF, BMP ->
          throw new IllegalArgumentException("format=" + format + " limit=RAW, PNG, JPEG, WSQ");
    };
  }

  /// Encodes as baseline JPEG.
  /// - **Limit** quality above 0, at most 1
  public static byte[] encodeJpeg(GrayImage image, float quality) {
    if (!(quality > 0 && quality <= 1)) {
      throw new IllegalArgumentException("quality=" + quality + " limit=0..1");
    }
    return write("JPEG", image, quality);
  }

  private static byte[] write(String format, GrayImage image, float quality) {
    BufferedImage grey =
        new BufferedImage(image.widthPx(), image.heightPx(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] target = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    System.arraycopy(image.pixels(), 0, target, 0, target.length);
    ImageWriter writer = writer(format);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (quality > 0) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
      }
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(new ImageTypeSpecifier(grey), parameters);
      state(metadata, format, image.resolutionPpi());
      writer.setOutput(stream);
      writer.write(null, new IIOImage(grey, null, metadata), parameters);
    } catch (IOException broken) {
      throw new UncheckedIOException("writing to memory", broken);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// The JDK's own writer: other libraries on the class path may bring one of the same name.
  private static ImageWriter writer(String format) {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
    ImageWriter writer = writers.next();
    while (writers.hasNext() && !writer.getClass().getName().startsWith(LibraryReaders.JDK)) {
      writer = writers.next();
    }
    return writer;
  }

  private static void state(IIOMetadata metadata, String format, int ppi)
      throws IIOInvalidTreeException {
    if (format.equals("PNG")) {
      String perMetre = Long.toString(Math.round(ppi / StatedResolution.METRES_PER_INCH));
      IIOMetadataNode density = new IIOMetadataNode("pHYs");
      density.setAttribute("pixelsPerUnitXAxis", perMetre);
      density.setAttribute("pixelsPerUnitYAxis", perMetre);
      density.setAttribute("unitSpecifier", "meter");
      IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
      root.appendChild(density);
      metadata.mergeTree("javax_imageio_png_1.0", root);
      return;
    }
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree("javax_imageio_jpeg_image_1.0");
    IIOMetadataNode jfif = (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
    jfif.setAttribute("resUnits", "1");
    jfif.setAttribute("Xdensity", Integer.toString(ppi));
    jfif.setAttribute("Ydensity", Integer.toString(ppi));
    metadata.setFromTree("javax_imageio_jpeg_image_1.0", root);
  }
}
