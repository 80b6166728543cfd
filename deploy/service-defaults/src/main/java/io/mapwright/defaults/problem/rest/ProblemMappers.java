package io.mapwright.defaults.problem.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.mapwright.defaults.problem.Outage;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Problems;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import java.io.CharConversionException;

/** Turns whatever leaves a resource into a problem document. What no other mapper knows is a bug: 500, and logged. */
final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemResponses responses;

    ProblemMappers(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper
    Response expected(ProblemException answer) {
        if (answer.problem().status() >= 500 && answer.getCause() != null) {
            LOG.warnf("answered %s, because of %s", answer.getMessage(), Reasons.of(answer.getCause()));
        }
        return responses.of(answer.problem());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations) {
        return InvalidArguments.isOurs(violations)
                ? fault(violations)
                : responses.of(InvalidArguments.problem(violations));
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException content) {
        return responses.of(UnreadableJson.problem(content));
    }

    /** An encoding that Jackson gives up on: the sender's fault, though it looks like a failing connection. */
    @ServerExceptionMapper
    Response undecodable(CharConversionException content) {
        return responses.of(UnreadableJson.notText());
    }

    /** As specific as the built-in mapper that it replaces. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException content) {
        return unreadable(content);
    }

    @ServerExceptionMapper
    Response refusedByTheFramework(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException content) {
            return unreadable(content);
        }
        if (failure.getCause() instanceof CharConversionException content) {
            return undecodable(content);
        }
        int status = failure.getResponse().getStatus();
        if (status < 400 || failure.getResponse().hasEntity()) {
            return failure.getResponse();
        }
        return status == 500 ? fault(failure) : responses.of(FrameworkRefusals.problem(failure.getResponse()));
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException missing) {
        return responses.of(Problems.unauthenticated("请先登录", "Please sign in: this request carries no credential")
                .problem());
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, AuthenticationCompletionException.class})
    Response badCredential(Exception bad) {
        return Outage.isBehind(bad)
                ? fault(bad)
                : responses.of(
                        Problems.unauthenticated("登录已失效，请重新登录", "This credential is not valid, please sign in again")
                                .problem());
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused) {
        return responses.of(Problems.forbidden().problem());
    }

    @ServerExceptionMapper
    Response fault(Throwable failure) {
        if (Outage.isBehind(failure)) {
            LOG.warnf("answered 503, because of %s", Reasons.of(failure));
            return responses.of(Problems.unavailable(failure).problem());
        }
        LOG.errorf(failure, "answered 500: unexpected %s", failure.getClass().getName());
        return responses.of(ProblemException.of(500, "unknown")
                .text("服务器内部错误", "Internal error; please report the request_id")
                .build()
                .problem());
    }
}
