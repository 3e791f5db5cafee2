/** Row push: from 201 to the webhook at its receiver, beside a bare chain. */
@NullMarked
package vn.phoihop.bench.push;

import org.jspecify.annotations.NullMarked;
