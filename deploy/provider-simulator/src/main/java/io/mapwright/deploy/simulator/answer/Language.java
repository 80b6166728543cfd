package io.mapwright.deploy.simulator.answer;

/** The language of an answer. */
enum Language {
    ZH,
    EN;

    String suffix() {
        return this == ZH ? "zh" : "en";
    }

    /** The language a text is written in: Chinese when at least a sixth of its letters are Han. */
    static Language of(String text) {
        long han = text.codePoints().filter(Character::isIdeographic).count();
        long letters = text.codePoints().filter(Character::isLetter).count();
        return han > 0 && han * 6 >= letters ? ZH : EN;
    }
}
