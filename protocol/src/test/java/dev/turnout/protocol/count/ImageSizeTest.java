package dev.turnout.protocol.count;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSizeTest {

    @ParameterizedTest
    @CsvSource({"png, 1, 1", "png, 2000, 1500", "jpeg, 640, 480", "jpeg, 3, 999", "gif, 300, 20"})
    void aFileTellsItsSize(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var file = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, file)).isTrue();
        assertThat(size(file.toByteArray())).isEqualTo(new ImageSize(width, height));

        var base64 = Base64.getEncoder().encodeToString(file.toByteArray());
        var escaped = base64.replace("/", "\\/").replace("+", "\\u002B").getBytes(US_ASCII);
        assertThat(ImageSize.ofBase64(escaped, 0, escaped.length))
                .isEqualTo(new ImageSize(width, height));
    }

    /** Headers by hand, after the WebP container specification: no encoder comes with Java. */
    @ParameterizedTest
    @CsvSource({
        "52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 e001 0000, 640, 480",
        "52494646 00000000 57454250 5650384c 00000000 2f 7fc27700 0000000000000000, 640, 480",
        "52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100 000000, 640, 480",
    })
    void aWebpTellsItsSize(String hex, int width, int height) {
        var file = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThat(size(file)).isEqualTo(new ImageSize(width, height));
    }

    @Test
    void aJpegTellsItBehindOtherSegments() {
        var file =
                HexFormat.of()
                        .parseHex(
                                "ffd8 ffe0 0004 0000 ff ffc4 0005 000000 ffc2 0011 08 01e0 0280 03"
                                        .replace(" ", ""));
        assertThat(size(file)).isEqualTo(new ImageSize(640, 480));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ffd8",
                "ffd8ffe0",
                "ffd8ffe0000000000000000000000000",
                "ffd8ffe0ffff000000000000",
                "ffd8ffffffffffffffffffffff",
                "89504e470d0a1a0a",
                "89504e470d0a1a0a0000000d494844520000000000000000",
                "474946383961",
                "52494646000000005745425000000000000000000000000000000000000000",
                "00010203040506070809",
            })
    void whatIsNoImageHasNone(String hex) {
        assertThat(size(HexFormat.of().parseHex(hex))).isNull();
    }

    @Test
    void whatIsNoBase64HasNone() {
        var text = "not base64 at all!".getBytes(US_ASCII);
        assertThat(ImageSize.ofBase64(text, 0, text.length)).isNull();
        assertThat(ImageSize.ofBase64(text, 5, 5)).isNull();
        assertThat(ImageSize.ofBase64(text, 5, 4)).isNull();
    }

    @Test
    void damageIsNoFault() throws IOException {
        var random = new Random(1);
        for (var format : new String[] {"png", "jpeg", "gif"}) {
            var file = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), format, file);
            var bytes = file.toByteArray();
            for (int i = 0; i < 500; i++) {
                var damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                for (int hits = 0; hits < 4 && damaged.length > 0; hits++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                var size = size(damaged);
                assertThat(size == null || (size.width() > 0 && size.height() > 0)).isTrue();
            }
        }
    }

    private static @Nullable ImageSize size(byte[] file) {
        var base64 = ('"' + Base64.getEncoder().encodeToString(file) + '"').getBytes(US_ASCII);
        return ImageSize.ofBase64(base64, 1, base64.length - 1);
    }
}
