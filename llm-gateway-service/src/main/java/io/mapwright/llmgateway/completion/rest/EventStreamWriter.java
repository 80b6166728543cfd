package io.mapwright.llmgateway.completion.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.Flow;

/** Writes {@link EventStream}s. A reader who leaves cancels the stream. */
@Provider
public final class EventStreamWriter implements ServerMessageBodyWriter<EventStream> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == EventStream.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == EventStream.class;
    }

    @Override
    public void writeResponse(EventStream stream, Type generic, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        request.suspend();
        context.serverResponse().setChunked(true);
        stream.bytes().subscribe(new Delivery(request, context.serverResponse()));
    }

    @Override
    public void writeTo(
            EventStream stream,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("an event stream is never written to a blocking output");
    }

    /** One stream on its way to one reader. */
    private static final class Delivery implements Flow.Subscriber<byte[]> {

        private final ResteasyReactiveRequestContext request;
        private final ServerHttpResponse response;
        private Flow.Subscription subscription;
        private volatile boolean over;

        Delivery(ResteasyReactiveRequestContext request, ServerHttpResponse response) {
            this.request = request;
            this.response = response;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            response.addCloseHandler(this::readerLeft);
            if (response.closed()) {
                readerLeft();
            } else {
                subscription.request(1);
            }
        }

        @Override
        public void onNext(byte[] piece) {
            response.write(piece).whenComplete((written, failure) -> {
                if (failure == null) {
                    subscription.request(1);
                } else {
                    readerLeft();
                }
            });
        }

        @Override
        public void onComplete() {
            if (!over) {
                over = true;
                response.end();
                request.resume();
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (!over) {
                over = true;
                request.resume(failure);
            }
        }

        private void readerLeft() {
            if (!over) {
                over = true;
                subscription.cancel();
                request.close();
            }
        }
    }
}
