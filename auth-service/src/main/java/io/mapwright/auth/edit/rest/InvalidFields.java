package io.mapwright.auth.edit.rest;

import io.mapwright.auth.edit.Edit;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Text;

import java.util.Optional;
import java.util.function.Function;

/** 422 for what bean validation can't express: the value of an edit, and domain types that judge their own text. */
public final class InvalidFields {

    private static final Text NEEDED = new Text("不能为空", "must not be empty");

    private InvalidFields() {}

    /** One wrong field. */
    public static ProblemException invalid(String field, Text why) {
        return ProblemException.of(422, "invalid_parameter")
                .text("请求参数有误：" + field + ": " + why.zh(), "Invalid request: " + field + ": " + why.en())
                .field(field, why.zh(), why.en())
                .build();
    }

    /** The edit of a field that can't be empty, its text parsed. */
    public static <T> Edit<T> needed(
            String field, Edit<String> edit, Function<String, Optional<T>> parse, Text otherwise) {
        if (edit.clears()) {
            throw invalid(field, NEEDED);
        }
        return edit.map(text -> parse.apply(text).orElseThrow(() -> invalid(field, otherwise)));
    }

    /** The edit of a field that can't be empty. */
    public static <T> Edit<T> needed(String field, Edit<T> edit) {
        if (edit.clears()) {
            throw invalid(field, NEEDED);
        }
        return edit;
    }
}
