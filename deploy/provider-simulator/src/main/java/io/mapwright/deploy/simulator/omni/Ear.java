package io.mapwright.deploy.simulator.omni;

import java.util.List;

/**
 * Stands in for speech recognition: the n-th time somebody speaks in a session, the n-th thing that pupils say is heard,
 * in the language of the session's instructions.
 */
final class Ear {

    private static final List<String> CHINESE = List.of(
            "你好，我想学习水循环。", "请画一个关于光合作用的思维导图。", "再加一个节点，叫做蒸发。", "把第二个节点删掉吧。", "为什么会下雨呢？", "李白是什么时候的诗人？", "好的，谢谢你。");
    private static final List<String> ENGLISH = List.of(
            "Hello, I would like to learn about the water cycle.",
            "Please draw a mind map about photosynthesis.",
            "Add one more node and call it evaporation.",
            "Delete the second node, please.",
            "Why does it rain?",
            "When did the Roman Empire fall?",
            "Okay, thank you.");

    private int heard;

    String hear(String instructions) {
        boolean english = !instructions.isEmpty() && instructions.codePoints().noneMatch(Character::isIdeographic);
        List<String> phrases = english ? ENGLISH : CHINESE;
        return phrases.get(heard++ % phrases.size());
    }
}
