package io.mapwright.llmgateway.configuration;

import java.util.List;

/** Somebody who reads configuration and can tell whether it will do. Beans of this type are asked at the start. */
public interface ConfigurationCheck {

    /** What is wrong, one sentence each that names the property and what it was; empty when all is well. */
    List<String> mistakes();
}
