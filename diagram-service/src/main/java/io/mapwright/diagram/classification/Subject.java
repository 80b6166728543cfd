package io.mapwright.diagram.classification;

import java.util.regex.Pattern;

/** What a text is about once the words that ask for a diagram are taken away. */
public final class Subject {

    private static final Pattern REQUEST = Pattern.compile(
            "^\\s*(?:(?:请|麻烦|帮忙|帮我|给我|我想要?|我要|能不能|可以|please|can you|could you|help me|i want|i need|i would like)\\s*)*"
                    + "(?:(?:画|做|绘制|生成|创建|制作|设计|用|来)(?:一?[个张幅份副])?\\s*)?"
                    + "(?:to\\s+)?(?:(?:draw|make|create|generate|build|design|give me|show me)\\s+)?"
                    + "(?:me\\s+)?(?:an?\\s+|the\\s+)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONNECTIVE = Pattern.compile(
            "^\\s*(?:[:：,，—-]\\s*|(?:来)?(?:关于|有关|介绍|解释|说明|展示|表示|主题是|主题为)\\s*"
                    + "|(?:about|on|of|for|regarding|showing|that (?:shows|explains)|to (?:show|explain))\\s+)+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TASK = Pattern.compile(
            "^\\s*(?:(?:比较|对比|解释|介绍|说明|分析|描述|定义)(?:一下)?"
                    + "|(?:compare|contrast|explain|describe|define|classify|analy[sz]e|what (?:is|are)|brainstorm)\\s+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TAIL =
            Pattern.compile("(?:的|\\s)*(?:区别|异同|不同点?|差异)?[\\s。．.！!？?，,;；]*$", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 60;

    private Subject() {}

    /** The subject of {@code text}, in its own words; the text itself when nothing else is left. */
    public static String of(String text) {
        var rest = withoutName(text.strip());
        rest = TASK.matcher(rest).replaceFirst("");
        rest = TAIL.matcher(rest).replaceFirst("").strip();
        var subject = rest.isEmpty() ? text.strip() : rest;
        return subject.length() <= LONGEST
                ? subject
                : subject.substring(0, LONGEST).strip();
    }

    private static String withoutName(String text) {
        var mentions = MapNames.in(text);
        if (mentions.isEmpty()) {
            return text;
        }
        var afterRequest = REQUEST.matcher(text);
        int begin = afterRequest.find() ? afterRequest.end() : 0;
        var first = mentions.getFirst();
        if (first.start() <= begin) {
            return CONNECTIVE.matcher(text.substring(first.end())).replaceFirst("");
        }
        var last = mentions.getLast();
        boolean atEnd = TAIL.matcher(text.substring(last.end())).matches();
        var rest = text.substring(begin, atEnd ? last.start() : text.length());
        return CONNECTIVE.matcher(rest).replaceFirst("");
    }
}
