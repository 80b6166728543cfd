package io.mapwright.defaults.production;

import java.util.List;

/** Something that must be right before a production instance may serve. Every bean of this type is asked at start. */
public interface ProductionCheck {

    /**
     * What is wrong, one sentence each that begins with the offending property's name and never repeats a secret;
     * empty when all is well.
     */
    List<String> problems();
}
