package io.mapwright.auth.captcha;

import javax.imageio.ImageIO;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;

/** Draws captchas: 140 by 50 pixels, each character tilted and coloured by chance, lines and dots across. */
final class CaptchaPicture {

    static final int WIDTH = 140;
    static final int HEIGHT = 50;

    private static final int CELL = WIDTH / CaptchaText.LENGTH;
    private static final int CURVES = 4;
    private static final int DOTS = 90;

    static {
        // Must be said before the first picture; no display is ever needed.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    private final RandomGenerator random;

    CaptchaPicture(RandomGenerator random) {
        this.random = random;
    }

    byte[] png(CaptchaText text) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setColor(shade(228, 250));
            canvas.fillRect(0, 0, WIDTH, HEIGHT);
            dots(canvas);
            for (int i = 0; i < CaptchaText.LENGTH; i++) {
                character(canvas, text.value().charAt(i), i);
            }
            curves(canvas);
        } finally {
            canvas.dispose();
        }
        return encoded(image);
    }

    private void character(Graphics2D canvas, char character, int position) {
        double scale = between(4.4, 5.4);
        AffineTransform place = new AffineTransform();
        place.translate(position * CELL + CELL / 2.0 + between(-3, 3), HEIGHT / 2.0 + between(-4, 4));
        place.rotate(between(-0.38, 0.38));
        place.shear(between(-0.25, 0.25), 0);
        place.scale(scale, scale);
        place.translate(-Glyph.WIDTH / 2.0, -Glyph.HEIGHT / 2.0);
        canvas.setColor(shade(20, 130));
        canvas.setStroke(new BasicStroke((float) between(2.4, 3.4), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(place.createTransformedShape(Glyph.of(character).path()));
    }

    private void curves(Graphics2D canvas) {
        for (int i = 0; i < CURVES; i++) {
            canvas.setColor(shade(60, 170));
            canvas.setStroke(new BasicStroke((float) between(0.8, 1.6)));
            canvas.draw(new CubicCurve2D.Double(
                    between(-10, 20),
                    between(0, HEIGHT),
                    between(20, 70),
                    between(-20, HEIGHT + 20),
                    between(70, 120),
                    between(-20, HEIGHT + 20),
                    between(120, WIDTH + 10),
                    between(0, HEIGHT)));
        }
    }

    private void dots(Graphics2D canvas) {
        for (int i = 0; i < DOTS; i++) {
            canvas.setColor(shade(120, 220));
            double size = between(0.8, 2.2);
            canvas.fill(new Ellipse2D.Double(between(0, WIDTH), between(0, HEIGHT), size, size));
        }
    }

    private Color shade(int darkest, int lightest) {
        return new Color(
                random.nextInt(darkest, lightest),
                random.nextInt(darkest, lightest),
                random.nextInt(darkest, lightest));
    }

    private double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(4096);
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return png.toByteArray();
    }
}
