package io.mapwright.diagram.library;

import java.util.List;

/**
 * One page of an owner's diagrams, pinned ones first, then by last change.
 *
 * @param total of all pages
 */
public record DiagramPage(List<DiagramSummary> diagrams, long total) {

    /** Copies the list. */
    public DiagramPage {
        diagrams = List.copyOf(diagrams);
    }

    /**
     * Which page.
     *
     * @param number from 1
     * @param size 1 to 100
     */
    public record Position(int number, int size) {

        /** Diagrams before this page. */
        public long offset() {
            return (number - 1L) * size;
        }
    }
}
