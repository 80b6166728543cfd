package io.mapwright.defaults.request.rest;

import io.mapwright.defaults.problem.Problems;
import io.mapwright.defaults.request.HttpLimits;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies whose length nobody announced, once they have become too large; the others never get here. */
@Provider
final class BodyLimit implements ReaderInterceptor {

    private final Instance<HttpLimits> limits;

    /** @param limits asked for with the first body: interceptors are made before there is any run-time configuration */
    BodyLimit(Instance<HttpLimits> limits) {
        this.limits = limits;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(
                new Counted(context.getInputStream(), limits.get().maxBody().asLongValue()));
        return context.proceed();
    }

    private static final class Counted extends FilterInputStream {

        private final long limit;
        private long count;

        Counted(InputStream body, long limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            count += read;
            if (count > limit) {
                throw Problems.tooLarge(limit);
            }
        }
    }
}
