package io.mapwright.auth.ledger.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that can never be an entry of the ledger.
 *
 * @param reason without any of the record's content
 */
record DeadLetter(ConsumerRecord<String, byte[]> record, String reason) {}
