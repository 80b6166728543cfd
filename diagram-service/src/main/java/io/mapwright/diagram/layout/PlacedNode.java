package io.mapwright.diagram.layout;

import java.util.OptionalInt;

/**
 * A node with its size and the place of its centre, in pixels; the topic stands at the origin and y grows downwards.
 *
 * @param type {@code topic}, {@code branch} or {@code child}
 * @param branch index of the branch, empty for the topic
 * @param child index on the branch, empty for topic and branches
 */
public record PlacedNode(
        String type, String text, Size size, double x, double y, OptionalInt branch, OptionalInt child) {

    static PlacedNode topic(String text) {
        return new PlacedNode("topic", text, Size.of(text, 18, 24), 0, 0, OptionalInt.empty(), OptionalInt.empty());
    }

    static PlacedNode branch(int index, String text) {
        return new PlacedNode("branch", text, Size.of(text, 16, 16), 0, 0, OptionalInt.of(index), OptionalInt.empty());
    }

    static PlacedNode child(int branch, int index, String text) {
        return new PlacedNode(
                "child", text, Size.of(text, 14, 12), 0, 0, OptionalInt.of(branch), OptionalInt.of(index));
    }

    PlacedNode at(double newX, double newY) {
        return new PlacedNode(type, text, size, newX, newY, branch, child);
    }

    /** Pixels from the left to the right border. */
    public double width() {
        return size.width();
    }

    /** Pixels from the upper to the lower border. */
    public double height() {
        return size.height();
    }

    /** Degrees from the topic, 0 to the right and 90 downwards, 0 up to but not including 360. */
    public double angle() {
        return (Math.toDegrees(Math.atan2(y, x)) + 360) % 360;
    }

    /** Width and height of a box around text. */
    record Size(double width, double height) {

        private static final double LINE = 1.4;
        private static final double NARROW = 0.58;
        private static final int NARROWEST_BOX = 60;
        private static final int WIDEST_LINE = 320;

        /** The box for {@code text}; beyond {@value #WIDEST_LINE} pixels the text wraps. */
        static Size of(String text, int fontSize, int padding) {
            double line = text.codePoints().mapToDouble(Size::ems).sum() * fontSize;
            int lines = (int) Math.max(1, Math.ceil(line / WIDEST_LINE));
            double width = Math.max(NARROWEST_BOX, Math.min(line, WIDEST_LINE) + 2 * padding);
            return new Size(Math.ceil(width), Math.ceil(lines * fontSize * LINE + padding));
        }

        /** Ideographs and full-width marks are as wide as high, most other letters about half of it. */
        private static double ems(int codePoint) {
            return Character.isIdeographic(codePoint) || codePoint >= 0x3000 && codePoint <= 0xFFEF ? 1 : NARROW;
        }
    }
}
