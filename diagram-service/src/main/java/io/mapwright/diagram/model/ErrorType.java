package io.mapwright.diagram.model;

import io.mapwright.defaults.problem.Text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why there is no diagram, in the terms that front ends tell apart. */
public enum ErrorType {
    CONTENT_FILTER("内容未通过安全审核，请换一种说法", "The content was refused by a safety filter; please rephrase it"),
    RATE_LIMIT("请求过于频繁，请稍后再试", "Too many requests right now; please try again shortly"),
    TIMEOUT("模型没有及时回答，请重试", "The model did not answer in time; please try again"),
    INVALID_PARAMETER("模型不接受这个请求", "The model does not accept this request"),
    QUOTA_EXHAUSTED("模型额度已用完，请换一个模型", "The model's quota is used up; please choose another model"),
    MODEL_NOT_FOUND("模型不可用，请换一个模型", "The model is not available; please choose another model"),
    ACCESS_DENIED("模型拒绝访问，请换一个模型", "The model denied access; please choose another model"),
    SERVICE_ERROR("模型服务出错，请重试", "The model's service failed; please try again"),
    PROMPT_TOO_COMPLEX("没有看懂想画什么，请说明主题和图示类型", "It is not clear what to draw; please name a topic and a kind of map"),
    OVERLOADED("模型繁忙，请稍后再试", "The model is overloaded; please try again shortly"),
    NO_RESPONSE("模型没有给出可用的图示，请重试", "The model gave no usable diagram; please try again"),
    UNKNOWN("模型出现未知错误，请重试", "The model failed for an unknown reason; please try again");

    private final Text text;

    ErrorType(String zh, String en) {
        this.text = new Text(zh, en);
    }

    /** The type with this {@link #wireName() name}; empty for anything else. */
    public static Optional<ErrorType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(name))
                .findFirst();
    }

    /** The stable code in answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sentence shown to the user. */
    public Text text() {
        return text;
    }
}
