package io.mapwright.diagram.specification;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words that stand in a diagram before anybody has written something: those of the default diagrams, such as 主题 or
 * "Cause 2", and those of nodes that were just added. They say nothing and never reach a model.
 */
public final class Placeholders {

    private static final Pattern NUMBERED =
            Pattern.compile("(?:主题|中心主题|话题|主要话题|联想|背景|属性|特征|相似点|相同点|不同点|差异|左侧?差异|右侧?差异|类别|分类|分支|子分支|子项目?|项目|整体|部分"
                    + "|子部分|事件流程|流程|步骤|子步骤|事件|主要事件|原因|结果|效果|影响|概念|关系|类比|左项|右项|左侧主题|右侧主题|事物|因素|视角|行动|可能|要点"
                    + "|topic|main topic|central topic|subject|context|association|attribute|similarity|difference|left difference"
                    + "|right difference|category|branch|child|item|whole|part|subpart|process|step|substep|event|main event|cause"
                    + "|effect|concept|relationship|analogy|left|right|left topic|right topic|factor|perspective|action|possibility|point)"
                    + "\\s*[A-Za-z一二三四五六七八九十]?\\s*\\d*(?:[.\\-]\\d+)*");

    private static final Pattern FRESH = Pattern.compile(
            "新建?节点|新(?:属性|分支|步骤|概念|类别|部分)|点击编辑|new (?:node|attribute|branch|step|concept|category|part)|click to edit");

    private Placeholders() {}

    /** Whether {@code words} are a placeholder rather than content. */
    public static boolean isOne(String words) {
        var tidy = Wording.tidy(words).toLowerCase(Locale.ROOT);
        return NUMBERED.matcher(tidy).matches() || FRESH.matcher(tidy).matches();
    }
}
