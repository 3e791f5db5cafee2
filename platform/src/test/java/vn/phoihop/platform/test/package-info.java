/**
 * What the services' tests share: PostgreSQL and Kafka once a run, tokens, events, contract
 * assertions, and the rules that every service is held to. Published as platform's test artifact.
 */
package vn.phoihop.platform.test;
