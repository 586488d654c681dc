package org.aidledger.app.testing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** What a telephone makes of an image on paper: turned, from another distance, in uneven light, with noise, as a JPEG. */
public final class Photograph {

    private final BufferedImage image;

    private Photograph(BufferedImage image) {
        this.image = image;
    }

    /** On a table of this size in pixels, the image in its middle. */
    public static Photograph of(byte[] png, int width, int height, double scale, double degrees) {
        BufferedImage code = read(png);
        BufferedImage table = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = table.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setPaint(new GradientPaint(0, 0, new Color(150, 140, 120), width, height, new Color(235, 230, 220)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.DARK_GRAY);
        pen.setStroke(new BasicStroke(5));
        pen.drawLine(0, height / 9, width, height / 7);
        AffineTransform there = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        there.rotate(Math.toRadians(degrees));
        there.scale(scale, scale);
        there.translate(-code.getWidth() / 2.0, -code.getHeight() / 2.0);
        pen.drawImage(code, there, null);
        pen.dispose();
        return new Photograph(table);
    }

    /** With noise on every pixel, of this standard deviation in 255ths. */
    public Photograph noisy(double deviation, long seed) {
        Random random = new Random(seed);
        BufferedImage noisy =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int noise = (int) (random.nextGaussian() * deviation);
                noisy.setRGB(x, y, Math.clamp((rgb >> 16 & 0xff) + noise, 0, 255) << 16
                        | Math.clamp((rgb >> 8 & 0xff) + noise, 0, 255) << 8
                        | Math.clamp((rgb & 0xff) + noise, 0, 255));
            }
        }
        return new Photograph(noisy);
    }

    public byte[] png() {
        return png(image);
    }

    public byte[] jpeg(float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
