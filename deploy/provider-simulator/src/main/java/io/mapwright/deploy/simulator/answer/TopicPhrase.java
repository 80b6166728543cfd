package io.mapwright.deploy.simulator.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the topic out of what a user typed: "please draw a mind map about autumn leaves" is about autumn leaves. */
final class TopicPhrase {

    private static final String MAPS =
            "(?:double[- ]bubble|multi[- ]flow|bubble|circle|tree|brace|flow|bridge|mind|concept|"
                    + "thinking)?\\s?(?:map|diagram|chart|graph|mindmap)s?";
    private static final Pattern EN_LEAD =
            Pattern.compile("(?i)(?:(?:please|could you|can you|help me(?: to)?|i want(?: to)?|i need|let'?s)\\s+"
                    + "|(?:draw|create|make|generate|build|give me|show me|show|design|produce)\\s+(?:me\\s+)?"
                    + "(?=(?:an?|the)?\\s*(?:[a-z0-9]+\\s){0,2}?" + MAPS + ")"
                    + "|(?:an?|the)?\\s*" + MAPS + "\\s*(?:about|of|for|on|to|that|showing|explaining|comparing|:)?\\s*"
                    + "|(?:explain|describe|compare|contrast|classify|define|analy[sz]e|discuss|summari[sz]e|explore"
                    + "|brainstorm|list|show|write about|tell me about|introduce|create|draw|make)\\s+(?:and contrast\\s+)?"
                    + "|(?:about|regarding|comparing|explaining)\\s+)");
    private static final Pattern ZH_LEAD = Pattern.compile("(?:请|麻烦|帮我|给我|帮忙|我想|我要|用|以|来)"
            + "|(?:画|绘制|生成|制作|创建|做|设计|写|列出|展示)(?:一)?(?:个|张|幅|份)?"
            + "|(?:一)(?:个|张|幅|份)|关于|有关"
            + "|(?:双气泡图|气泡图|圆圈图|树形图|括号图|复流程图|流程图|桥形图|思维导图|概念图|导图)(?:来|，|,|：|:)?"
            + "|(?:解释|说明|描述|介绍|比较|对比|分析|分类|讲解|讲述|讨论|总结|定义|阐述|梳理)(?:一下|下)?"
            + "|\\s+");
    private static final Pattern ZH_TAIL =
            Pattern.compile("(?:的)?(?:双气泡图|气泡图|圆圈图|树形图|括号图|复流程图|流程图|桥形图|思维导图|概念图|导图|图)$|[。！？.!?,，\\s]+$");
    private static final Pattern EN_TAIL =
            Pattern.compile("(?i)(?:\\s+(?:in|as|with|using|on)\\s+(?:an?|the)\\s+" + MAPS + ")?[.!?,\\s]*$");
    private static final Pattern EN_PAIR = Pattern.compile(
            "(?i)^(?:the\\s+)?(?:(?:similarities|differences|difference|comparison|relationship)(?:\\s+and\\s+\\w+)?\\s+"
                    + "(?:between|of)\\s+)?(.+?)\\s+(?:and|vs\\.?|versus|with|to|or)\\s+(.+)$");
    private static final Pattern ZH_PAIR =
            Pattern.compile("^(.+?)\\s*(?:和|与|跟|同|及|VS|vs|对比|／|/)\\s*(.+?)(?:的?(?:异同|区别|不同|相同|比较|对比|差异|共同).*)?$");

    private TopicPhrase() {}

    /** The topic as the user would call it; the whole text when nothing can be taken off. */
    static String of(String text) {
        String oneLine = text.strip().replaceAll("\\s+", " ");
        String rest = Language.of(oneLine) == Language.ZH
                ? ZH_TAIL.matcher(Words.strip(oneLine, ZH_LEAD)).replaceAll("")
                : EN_TAIL.matcher(Words.strip(oneLine, EN_LEAD)).replaceAll("");
        String topic = rest.isBlank() ? oneLine : rest.strip();
        return topic.length() > 60
                ? topic.substring(0, topic.offsetByCodePoints(0, 50)).strip() + "…"
                : topic;
    }

    /** The two things a text puts beside each other; empty when it names one thing only. */
    static Optional<List<String>> pair(String text) {
        String topic = of(text);
        Pattern pattern = Language.of(topic) == Language.ZH ? ZH_PAIR : EN_PAIR;
        Matcher matcher = pattern.matcher(topic);
        return matcher.matches()
                ? Optional.of(List.of(matcher.group(1).strip(), matcher.group(2).strip()))
                : Optional.empty();
    }
}
