package io.mapwright.defaults.request;

import io.mapwright.defaults.problem.Language;

/** The HTTP request being answered on this context. Outside of one: a fresh id, no path, Chinese. */
public interface CurrentRequest {

    /** Its id. */
    RequestId id();

    /** Its path, without the query; empty outside of a request. */
    String path();

    /** The language its sender reads. */
    Language language();
}
