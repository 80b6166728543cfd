package io.mapwright.auth.captcha;

import org.junit.jupiter.api.Test;

import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class CaptchaPictureTest {

    @Test
    void isAPictureOfTheAgreedSize() throws IOException {
        BufferedImage image = image(new CaptchaText("K7WM"), 1);

        assertThat(image.getWidth()).isEqualTo(140);
        assertThat(image.getHeight()).isEqualTo(50);
    }

    @Test
    void differsEachTimeForTheSameText() throws IOException {
        assertThat(pixels(image(new CaptchaText("K7WM"), 1))).isNotEqualTo(pixels(image(new CaptchaText("K7WM"), 2)));
    }

    @Test
    void showsTheTextAndNotOnlyNoise() throws IOException {
        assertThat(pixels(image(new CaptchaText("HHHH"), 1))).isNotEqualTo(pixels(image(new CaptchaText("TTTT"), 1)));
    }

    @Test
    void hasAGlyphForEveryCharacter() {
        CaptchaText.ALPHABET
                .chars()
                .forEach(c -> assertThat(Glyph.of((char) c).path().getBounds2D().getHeight())
                        .isEqualTo(Glyph.HEIGHT));
    }

    private static BufferedImage image(CaptchaText text, long seed) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(new CaptchaPicture(new Random(seed)).png(text)));
    }

    private static int[] pixels(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .toArray();
    }
}
