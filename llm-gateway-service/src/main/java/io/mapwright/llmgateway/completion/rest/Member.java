package io.mapwright.llmgateway.completion.rest;

import io.mapwright.defaults.problem.Text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a member of the request must be, when it is there and not null.
 *
 * @param name of the member
 * @param fine tells good values
 * @param demand the rule in words
 */
record Member(String name, Predicate<Object> fine, Text demand) {

    static Member number(String name, int least, int most) {
        return new Member(
                name,
                value -> value instanceof Number number && between(new BigDecimal(number.toString()), least, most),
                new Text(
                        name + " 必须是 " + least + " 到 " + most + " 之间的数字",
                        name + " must be a number from " + least + " to " + most));
    }

    static Member integer(String name, long least, long most) {
        boolean any = least == Long.MIN_VALUE;
        return new Member(
                name,
                value -> isWhole(value) && between(new BigDecimal(value.toString()), least, most),
                any
                        ? new Text(name + " 必须是整数", name + " must be a whole number")
                        : new Text(
                                name + " 必须是 " + least + " 到 " + most + " 之间的整数",
                                name + " must be a whole number from " + least + " to " + most));
    }

    static Member flag(String name) {
        return new Member(
                name, Boolean.class::isInstance, new Text(name + " 必须是 true 或 false", name + " must be true or false"));
    }

    static Member list(String name) {
        return new Member(name, List.class::isInstance, new Text(name + " 必须是数组", name + " must be an array"));
    }

    static Member object(String name) {
        return new Member(name, Map.class::isInstance, new Text(name + " 必须是对象", name + " must be an object"));
    }

    static Member text(String name) {
        return new Member(name, String.class::isInstance, new Text(name + " 必须是字符串", name + " must be a string"));
    }

    void check(Map<String, Object> tree) throws InvalidChatException {
        Object value = tree.get(name);
        if (value != null && !fine.test(value)) {
            throw new InvalidChatException(name, demand);
        }
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    }

    private static boolean between(BigDecimal value, long least, long most) {
        return value.compareTo(BigDecimal.valueOf(least)) >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
