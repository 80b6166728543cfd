package io.mapwright.deploy.simulator.answer;

import java.util.List;
import java.util.Map;

/** Prompts as the services write them. */
final class Prompts {

    private static final Map<String, String> SKELETONS = Map.of(
            "circle_map", "{\"topic\": \"the topic\", \"context\": [\"entry\"]}",
            "bubble_map", "{\"topic\": \"the topic\", \"attributes\": [\"adjective\"]}",
            "double_bubble_map",
                    "{\"left\": \"a\", \"right\": \"b\", \"similarities\": [\"\"], \"left_differences\": [\"\"],"
                            + " \"right_differences\": [\"\"]}",
            "tree_map",
                    "{\"topic\": \"t\", \"dimension\": \"d\", \"children\": [{\"text\": \"category\", \"children\":"
                            + " [{\"text\": \"member\"}]}], \"alternative_dimensions\": [\"\"]}",
            "brace_map",
                    "{\"whole\": \"w\", \"dimension\": \"d\", \"parts\": [{\"name\": \"part\", \"subparts\": [{\"name\":"
                            + " \"subpart\"}]}], \"alternative_dimensions\": [\"\"]}",
            "flow_map",
                    "{\"title\": \"t\", \"steps\": [\"s\"], \"substeps\": [{\"step\": \"s\", \"substeps\": [\"d\"]}]}",
            "multi_flow_map", "{\"event\": \"e\", \"causes\": [\"c\"], \"effects\": [\"e\"]}",
            "bridge_map",
                    "{\"relating_factor\": \"as\", \"dimension\": \"d\", \"analogies\": [{\"left\": \"l\", \"right\": \"r\","
                            + " \"id\": 0}], \"alternative_dimensions\": [\"\"]}",
            "mind_map",
                    "{\"topic\": \"t\", \"children\": [{\"id\": \"branch_0\", \"label\": \"b\", \"children\": [{\"id\":"
                            + " \"child_0_0\", \"label\": \"i\", \"children\": []}]}]}",
            "concept_map",
                    "{\"topic\": \"t\", \"concepts\": [\"c\"], \"relationships\": [{\"from\": \"a\", \"to\": \"b\","
                            + " \"label\": \"l\"}]}");

    private static final Map<String, String> TOOLS = Map.of(
            "factor_analysis", "Draw a factor analysis.|请画一张因素分析图。",
            "three_position_analysis", "Draw a three-position analysis.|请画一张三方立场分析图。",
            "perspective_analysis", "Draw a perspective analysis.|请画一张视角分析图。",
            "goal_analysis", "Draw a goal analysis.|请画一张目标分析图。",
            "possibility_analysis", "Draw a possibility analysis.|请画一张可能性分析图。",
            "result_analysis", "Draw a result analysis.|请画一张结果分析图。",
            "five_w_one_h", "Draw a 5W1H map.|请画一张 5W1H 分析图（六何分析）。",
            "whwm_analysis", "Draw a WHWM plan.|请画一张 WHWM 计划图。",
            "four_quadrant", "Draw a four-quadrant analysis.|请画一张四象限分析图。");

    private Prompts() {}

    enum Language {
        EN,
        ZH
    }

    static List<Question.Turn> map(String type, String topic, Language language) {
        return of(frame(language, "", SKELETONS.get(type)), topic);
    }

    static List<Question.Turn> tool(String tool, String topic, Language language) {
        String purpose = TOOLS.get(tool).split("\\|")[language.ordinal()];
        return of(frame(language, purpose, SKELETONS.get("mind_map")), topic);
    }

    static List<Question.Turn> bridge(String pairs, String dimension, Language language) {
        String material = "<user_text>\ngo on\n</user_text>\n<user_dimension>\n" + dimension + "\n</user_dimension>\n"
                + "<user_pairs>\n" + pairs + "\n</user_pairs>";
        return List.of(
                new Question.Turn("system", frame(language, "", SKELETONS.get("bridge_map"))),
                new Question.Turn("user", material));
    }

    static List<Question.Turn> palette(String topic, double temperature) {
        return of("Batch at " + temperature + ". Give 15 ideas, one per line, no numbering.", topic);
    }

    static List<Question.Turn> classify(String text) {
        return of("Decide: circle_map, four_quadrant, unclear … {\"diagram_type\": \"one name from the list\"}", text);
    }

    static List<Question.Turn> topic(String text) {
        return of("Name the subject. {\"topic\": \"the subject\"}", text);
    }

    static List<Question.Turn> intent(String text) {
        return of("Understand: {\"action\": \"…\", \"target\": \"…\", \"confidence\": 0.0}", text);
    }

    static List<Question.Turn> of(String instructions, String text) {
        return List.of(
                new Question.Turn("system", instructions),
                new Question.Turn("user", "<user_text>\n" + text + "\n</user_text>"));
    }

    static Question question(List<Question.Turn> turns, String model, double temperature) {
        return new Question(model, turns, temperature, false, 0, 0);
    }

    private static String frame(Language language, String purpose, String skeleton) {
        return language == Language.EN
                ? "You are an experienced teacher. " + purpose
                        + "\nAnswer with one JSON object of exactly this shape:\n" + skeleton + "\nJSON only."
                : "你是一位熟悉中小学各学科的思维导图教师。" + purpose + "\n请用一个 JSON 对象回答，结构必须与下面完全一致：\n" + skeleton + "\n只输出 JSON。";
    }
}
