package io.mapwright.deploy.simulator.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands spoken and typed commands of an editing user. */
final class IntentReader {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    private static final String OPEN = "(?:open|show|打开|显示|展开)";
    private static final String CLOSE = "(?:close|hide|关闭|收起|隐藏)";
    private static final String MINDMATE = ".*(?:mind ?mate|assistant|助手|问答)";
    private static final String PALETTE = ".*(?:palette|node|ideas|节点|面板|瀑布)";
    private static final List<Rule> RULES = new ArrayList<>();

    static {
        rule("close_all_panels", CLOSE + ".*(?:all|everything|所有|全部)", "");
        rule("close_mindmate", CLOSE + MINDMATE, "");
        rule("close_node_palette", CLOSE + PALETTE, "");
        rule("open_mindmate", OPEN + MINDMATE, "");
        rule("open_node_palette", OPEN + PALETTE, "");
        rule("auto_complete", "(?:auto[- ]?complete|complete the|fill (?:in|it)|自动完成|自动补全|补全|自动生成)", "");
        rule(
                "update_center",
                "(?:(?:change|set|rename|update|make)\\s+(?:the\\s+)?(?:center|centre|topic|title|theme|main topic)\\s+(?:to|as)?"
                        + "|(?:把|将)?(?:中心|主题|标题)(?:主题|词)?(?:改|换|修改|更新|设)(?:成|为|到)?)\\s*(.+)",
                "target");
        rule(
                "update_nodes",
                "(?:(?:change|rename|update|replace)\\s+(.+?)\\s+(?:to|with|into)|(?:把|将)(.+?)(?:改|换|修改|更新)(?:成|为))\\s*(.+)",
                "node,target");
        rule(
                "add_nodes",
                "(?:(?:add|insert|append)(?:\\s+(?:an?|the|new|node|nodes))*|(?:再|请)?(?:添加|增加|加上|加入|新增|加)(?:一个|个)?(?:节点)?)[:：\\s]*(.+)",
                "target");
        rule(
                "remove_nodes",
                "(?:(?:delete|remove|drop|erase)(?:\\s+(?:the|node))*|(?:删除|删掉|去掉|移除)(?:节点)?)[:：\\s]*(.+)",
                "target");
        rule("explain_node", "(?:explain|what does|解释|说明|讲讲)\\s*(?:the\\s+)?(.+)", "target");
        rule("select_node", "(?:select|choose|highlight|go to|选择|选中|定位)(?:到)?\\s*(?:the\\s+)?(.+)", "target");
        rule("ask_mindmate", "(?:ask|问)\\s*(?:mind ?mate|the assistant|助手|一下)*\\s*(.+)", "target");
    }

    ObjectNode intent(String utterance) {
        String text = utterance.strip().replaceAll("[。.!！]+$", "");
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(text);
            if (matcher.lookingAt()) {
                return answer(rule, matcher);
            }
        }
        return JsonNodeFactory.instance.objectNode().put("action", "none").put("confidence", 0.3);
    }

    private static ObjectNode answer(Rule rule, Matcher matcher) {
        ObjectNode intent = JsonNodeFactory.instance.objectNode();
        intent.put("action", rule.action());
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                groups.add(matcher.group(i).strip());
            }
        }
        String[] fields = rule.fields().split(",");
        for (int i = 0; i < groups.size() && i < fields.length && !fields[i].isEmpty(); i++) {
            intent.put(fields[i], groups.get(i));
        }
        return intent.put("confidence", 0.92);
    }

    private static void rule(String action, String words, String fields) {
        RULES.add(new Rule(action, Pattern.compile(words, FLAGS), fields));
    }

    private record Rule(String action, Pattern pattern, String fields) {}
}
