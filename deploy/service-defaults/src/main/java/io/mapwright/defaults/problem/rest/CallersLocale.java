package io.mapwright.defaults.problem.rest;

import io.mapwright.defaults.request.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.validator.spi.messageinterpolation.LocaleResolver;
import org.hibernate.validator.spi.messageinterpolation.LocaleResolverContext;

import java.util.Locale;

/** Bean Validation speaks the language of the request that it validates. */
@ApplicationScoped
class CallersLocale implements LocaleResolver {

    private final CurrentRequest request;

    CallersLocale(CurrentRequest request) {
        this.request = request;
    }

    @Override
    public Locale resolve(LocaleResolverContext context) {
        return request.language().locale();
    }
}
