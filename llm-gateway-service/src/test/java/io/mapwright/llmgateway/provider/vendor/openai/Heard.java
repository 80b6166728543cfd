package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.Category;
import io.mapwright.llmgateway.provider.Diagnosis;
import io.mapwright.llmgateway.provider.ErrorTable;
import io.mapwright.llmgateway.provider.Meaning;
import io.mapwright.llmgateway.provider.StreamPart;
import io.mapwright.llmgateway.provider.Usage;
import io.mapwright.llmgateway.provider.Vendor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a stream came to. */
record Heard(
        String text,
        List<String> chunks,
        Optional<Usage> usage,
        String finish,
        Optional<Category> failure,
        Optional<Category> broken,
        int terminals) {

    private static final Vendor VENDOR = new Vendor() {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public ErrorTable errors() {
            return ErrorTable.rows()
                    .code(Meaning.TOO_MANY_REQUESTS, "limit_requests")
                    .build();
        }
    };

    static Heard of(byte[] bytes, List<Integer> cuts) {
        List<byte[]> packets = new ArrayList<>();
        int from = 0;
        for (int cut : cuts.stream().sorted().toList()) {
            int to = Math.min(cut, bytes.length);
            packets.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        packets.add(Arrays.copyOfRange(bytes, from, bytes.length));
        return of(packets);
    }

    static Heard of(byte[] bytes, int packet) {
        List<byte[]> packets = new ArrayList<>();
        for (long at = 0; at < bytes.length; at += packet) {
            packets.add(Arrays.copyOfRange(bytes, (int) at, (int) Math.min(bytes.length, at + packet)));
        }
        return of(packets);
    }

    private static Heard of(List<byte[]> packets) {
        ChatJson json = new ChatJson();
        List<StreamPart> parts = new ArrayList<>();
        StreamedAnswer answer = new StreamedAnswer(json, new Verdicts(VENDOR, json), 100_000, parts::add);
        Optional<Diagnosis> failure = Optional.empty();
        for (byte[] packet : packets) {
            if (failure.isEmpty() && !answer.isOver()) {
                failure = answer.feed(packet);
            }
        }
        if (failure.isEmpty() && !answer.isOver()) {
            failure = answer.end();
        }
        return of(parts, failure);
    }

    private static Heard of(List<StreamPart> parts, Optional<Diagnosis> failure) {
        StringBuilder text = new StringBuilder();
        List<String> chunks = new ArrayList<>();
        Optional<Usage> usage = Optional.empty();
        String finish = "";
        Optional<Category> broken = Optional.empty();
        int terminals = 0;
        for (StreamPart part : parts) {
            switch (part) {
                case StreamPart.Chunk chunk -> {
                    text.append(chunk.text());
                    chunks.add(chunk.json());
                }
                case StreamPart.Ended ended -> {
                    usage = ended.ending().usage();
                    finish = ended.ending().reason();
                    terminals++;
                }
                case StreamPart.Broken cut -> {
                    broken = StreamsTest.category(cut);
                    terminals++;
                }
            }
        }
        return new Heard(text.toString(), chunks, usage, finish, StreamsTest.category(failure), broken, terminals);
    }
}
