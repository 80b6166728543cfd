package io.mapwright.llmgateway.quota;

/** How an admitted call ended; decides what it is charged in the end. */
public sealed interface CallEnding {

    /**
     * The provider answered and told the usage.
     *
     * @param usage replaces the estimate
     */
    record Completed(TokenUsage usage) implements CallEnding {}

    /** The call was sent, but its usage never became known (cut off, timed out, aborted): the estimate stays charged. */
    record UsageUnknown() implements CallEnding {}

    /** The provider rejected the call; it took no tokens, and whether it counts as a request is the profile's word. */
    record Rejected() implements CallEnding {}

    /** The call was never sent: everything goes back. */
    record NotSent() implements CallEnding {}
}
