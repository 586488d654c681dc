package org.aidledger.app.exchange.evidence;

import com.google.zxing.LuminanceSource;
import java.awt.image.BufferedImage;

/** A picture in greys, what is transparent being white, as the finder of QR codes looks at it. */
final class Greys extends LuminanceSource {

    private static final int WHITE = 255;

    private final byte[] greys;

    private Greys(int width, int height, byte[] greys) {
        super(width, height);
        this.greys = greys;
    }

    static Greys of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] greys = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                greys[y * width + x] = (byte) grey(row[x]);
            }
        }
        return new Greys(width, height, greys);
    }

    /** By the weights of ITU-R BT.601, in 256ths. */
    private static int grey(int argb) {
        int alpha = argb >>> 24;
        int grey = ((argb >> 16 & 0xff) * 77 + (argb >> 8 & 0xff) * 150 + (argb & 0xff) * 29) / 256;
        return (grey * alpha + WHITE * (WHITE - alpha)) / WHITE;
    }

    int side() {
        return Math.max(getWidth(), getHeight());
    }

    long pixels() {
        return (long) getWidth() * getHeight();
    }

    /** Larger or smaller by this ratio; each pixel is weighed of the four that it lies between. */
    Greys scaled(int times, int of) {
        int width = Math.max(1, getWidth() * times / of);
        int height = Math.max(1, getHeight() * times / of);
        byte[] scaled = new byte[width * height];
        for (int y = 0; y < height; y++) {
            double fromY = Math.max(0, (y + 0.5) * of / times - 0.5);
            for (int x = 0; x < width; x++) {
                scaled[y * width + x] = (byte) between(Math.max(0, (x + 0.5) * of / times - 0.5), fromY);
            }
        }
        return new Greys(width, height, scaled);
    }

    private int between(double x, double y) {
        int left = Math.min((int) x, getWidth() - 1);
        int top = Math.min((int) y, getHeight() - 1);
        int right = Math.min(left + 1, getWidth() - 1);
        int bottom = Math.min(top + 1, getHeight() - 1);
        double toRight = x - left;
        double down = y - top;
        double above = at(left, top) * (1 - toRight) + at(right, top) * toRight;
        double below = at(left, bottom) * (1 - toRight) + at(right, bottom) * toRight;
        return (int) (above * (1 - down) + below * down + 0.5);
    }

    private int at(int x, int y) {
        return greys[y * getWidth() + x] & 0xff;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        byte[] into = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        System.arraycopy(greys, y * getWidth(), into, 0, getWidth());
        return into;
    }

    @Override
    public byte[] getMatrix() {
        return greys;
    }
}
