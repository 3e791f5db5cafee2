package vn.phoihop.liaison.enterprise;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;

@Entity
@Table(name = "enterprise")
class Enterprise {

  @Id private UUID id;

  @Column(name = "written_by")
  private String writtenBy;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> audience;

  @Column(name = "tax_code")
  private String taxCode;

  private String name;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> sectors;

  private String address;

  @Column(name = "leader_id")
  private UUID leaderId;

  @Embedded private Leader leader;

  @Enumerated(EnumType.STRING)
  private EnterpriseState state;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "activated_at")
  private @Nullable Instant activatedAt;

  @Column(name = "enrolled_at")
  private @Nullable Instant enrolledAt;

  @Version private long sequence = 1;

  protected Enterprise() {}

  static Enterprise register(UUID id, UUID leaderId, RegisterEnterprise form, Instant at) {
    Enterprise enterprise = new Enterprise();
    enterprise.id = id;
    enterprise.writtenBy = Caller.DEPARTMENT_PARTY;
    enterprise.audience = List.of(Caller.DEPARTMENT_PARTY, id.toString());
    enterprise.taxCode = form.taxCode();
    enterprise.name = form.name();
    enterprise.sectors = List.copyOf(form.sectors());
    enterprise.address = form.address();
    enterprise.leaderId = leaderId;
    enterprise.leader = form.leader();
    enterprise.state = EnterpriseState.VERIFIED;
    enterprise.createdAt = at;
    return enterprise;
  }

  void activate(Instant at) {
    state = EnterpriseState.Move.ACTIVATE.apply(state);
    activatedAt = at;
  }

  /** Its systems have drawn their credentials, or drawn them anew. */
  void enrol(Instant at) {
    enrolledAt = at;
  }

  boolean isActive() {
    return state == EnterpriseState.ACTIVE;
  }

  UUID id() {
    return id;
  }

  List<String> audience() {
    return audience;
  }

  String taxCode() {
    return taxCode;
  }

  String name() {
    return name;
  }

  List<String> sectors() {
    return sectors;
  }

  String address() {
    return address;
  }

  UUID leaderId() {
    return leaderId;
  }

  Leader leader() {
    return leader;
  }

  EnterpriseState state() {
    return state;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable Instant activatedAt() {
    return activatedAt;
  }

  @Nullable Instant enrolledAt() {
    return enrolledAt;
  }

  long sequence() {
    return sequence;
  }
}
