package vn.phoihop.liaison.provisioning;

import java.util.List;
import java.util.UUID;

/**
 * The account that a designated person should have from now on.
 *
 * @param person the designation's id
 * @param active false: no access any more
 */
public record LiaisonAccount(
    UUID person, UUID enterprise, String email, List<String> scope, boolean active) {}
