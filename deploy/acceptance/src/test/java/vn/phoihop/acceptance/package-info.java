/**
 * The whole product on one machine: one stack of real processes a run, in a data folder and on
 * ports of its own, walked through by its users and then hurt.
 */
package vn.phoihop.acceptance;
