/** What every door does alike: strict JSON, limits, ETag, pages with opaque cursors, OpenAPI. */
@NullMarked
package vn.phoihop.platform.http;

import org.jspecify.annotations.NullMarked;
