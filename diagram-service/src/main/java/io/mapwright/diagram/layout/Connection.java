package io.mapwright.diagram.layout;

/** A line from the border of one node to the border of another. */
public record Connection(End from, End to) {

    /** One end: a point on the facing border of a node of {@code type}. */
    public record End(double x, double y, String type) {}

    static Connection between(PlacedNode inner, PlacedNode outer) {
        int side = outer.x() < inner.x() ? -1 : 1;
        return new Connection(
                new End(inner.x() + side * inner.width() / 2, inner.y(), inner.type()),
                new End(outer.x() - side * outer.width() / 2, outer.y(), outer.type()));
    }
}
