package io.mapwright.auth.captcha;

import java.awt.geom.Path2D;
import java.util.Map;

/**
 * The strokes of one captcha character on a grid 4 wide and 6 high. Drawn by ourselves, because a server need not have
 * fonts.
 *
 * @param strokes polylines separated by blanks, each a run of points, each point its column and its row
 */
record Glyph(String strokes) {

    static final int WIDTH = 4;
    static final int HEIGHT = 6;

    private static final Map<Character, Glyph> ALL = Map.ofEntries(
            entry('A', "062046 1333"),
            entry('B', "0006 003041423303 3344453606"),
            entry('C', "4130100105163645"),
            entry('D', "0006 002042442606"),
            entry('E', "40000646 0333"),
            entry('F', "400006 0333"),
            entry('G', "41301001051636454323"),
            entry('H', "0006 4046 0343"),
            entry('J', "4045361605"),
            entry('K', "0006 400346"),
            entry('L', "000646"),
            entry('M', "0600234046"),
            entry('N', "06004640"),
            entry('P', "06003041423303"),
            entry('Q', "103041453616050110 2446"),
            entry('R', "06003041423303 2346"),
            entry('S', "413010010213334445361605"),
            entry('T', "0040 2026"),
            entry('U', "000516364540"),
            entry('V', "002640"),
            entry('W', "0016223640"),
            entry('X', "0046 4006"),
            entry('Y', "002340 2326"),
            entry('Z', "00400646"),
            entry('2', "01103041420646"),
            entry('3', "01103041423323 334445361605"),
            entry('4', "36300444"),
            entry('5', "400002324345361605"),
            entry('6', "4130100105163645443303"),
            entry('7', "004016"),
            entry('8', "103041423313020110 1304051636454433"),
            entry('9', "0516364541301001021343"));

    static Glyph of(char character) {
        Glyph glyph = ALL.get(character);
        if (glyph == null) {
            throw new IllegalArgumentException("there is no glyph for '" + character + "'");
        }
        return glyph;
    }

    Path2D path() {
        Path2D path = new Path2D.Double();
        for (String stroke : strokes.split(" ")) {
            for (int i = 0; i < stroke.length(); i += 2) {
                int x = stroke.charAt(i) - '0';
                int y = stroke.charAt(i + 1) - '0';
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
        }
        return path;
    }

    private static Map.Entry<Character, Glyph> entry(char character, String strokes) {
        return Map.entry(character, new Glyph(strokes));
    }
}
