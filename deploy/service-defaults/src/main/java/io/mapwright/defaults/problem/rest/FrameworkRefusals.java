package io.mapwright.defaults.problem.rest;

import io.mapwright.defaults.problem.Problem;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Problems;
import io.mapwright.defaults.problem.Text;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What JAX-RS refuses before a resource is reached, in the suite's words. */
final class FrameworkRefusals {

    private FrameworkRefusals() {}

    static Problem problem(Response refused) {
        int status = refused.getStatus();
        if (status == 404) {
            return Problems.notFound().problem();
        }
        ProblemException.Builder problem =
                ProblemException.of(status, code(status)).text(text(status));
        String allow = refused.getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            problem.header(HttpHeaders.ALLOW, allow);
        }
        return problem.build().problem();
    }

    private static String code(int status) {
        return switch (status) {
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 413 -> "body_too_large";
            case 415 -> "unsupported_media_type";
            default -> status < 500 ? "invalid_parameter" : "service_error";
        };
    }

    private static Text text(int status) {
        return switch (status) {
            case 405 -> new Text("该地址不支持此请求方法", "This address does not take this method");
            case 406 -> new Text("无法提供所要求的格式", "None of the accepted media types can be produced");
            case 413 -> new Text("请求内容过大", "The request body is too large");
            case 415 ->
                new Text("请使用 Content-Type: application/json", "Send the body as Content-Type: application/json");
            default ->
                status < 500
                        ? new Text("请求有误", "The request is not valid")
                        : new Text("服务暂时不可用，请稍后重试", "The service is temporarily unavailable, please retry shortly");
        };
    }
}
