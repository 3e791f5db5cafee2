package vn.phoihop.platform.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that takes an {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07): the
 * answer is stored in the transaction of the change and replayed to the same caller for the same
 * request; another request under the key is 422. Kept for 48 hours. The method runs in one
 * transaction.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

  /** Whether a request without a key is refused. */
  @Nonbinding
  boolean required() default false;

  /**
   * Members of the answer that are shown once and stored nowhere: the replayed answer lacks them.
   */
  @Nonbinding
  String[] secrets() default {};
}
