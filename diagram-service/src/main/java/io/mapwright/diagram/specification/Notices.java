package io.mapwright.diagram.specification;

import java.util.ArrayList;
import java.util.List;

/** Collects what a reader had to leave out. */
final class Notices {

    private final List<Notice> list = new ArrayList<>();

    void add(Notice notice) {
        list.add(notice);
    }

    /** The first {@code most} entries; a notice when there were more. */
    <T> List<T> capped(List<T> entries, int most, String member) {
        if (entries.size() <= most) {
            return entries;
        }
        add(Notice.trimmed(member, most, entries.size()));
        return entries.subList(0, most);
    }

    /** Notes that {@code count} entries were left out, if any. */
    void dropped(String member, int count) {
        if (count > 0) {
            add(Notice.dropped(member, count));
        }
    }

    List<Notice> list() {
        return List.copyOf(list);
    }
}
