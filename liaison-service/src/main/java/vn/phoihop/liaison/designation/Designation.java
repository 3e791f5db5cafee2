package vn.phoihop.liaison.designation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.phoihop.liaison.designation.DesignationState.Move;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;

@Entity
@Table(name = "designation")
class Designation {

  @Id private UUID id;

  @Column(name = "written_by")
  private String writtenBy;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> audience;

  @Column(name = "enterprise_id")
  private UUID enterpriseId;

  @Embedded private LiaisonPerson person;

  @Enumerated(EnumType.STRING)
  private LiaisonRole role;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> scope;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> sectors;

  @Embedded private SignedDocument document;

  @Column(name = "document_id")
  private @Nullable UUID documentId;

  @Column(name = "document_sha256")
  private @Nullable String documentSha256;

  @Column(name = "document_size")
  private @Nullable Long documentSize;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(name = "supersedes_id")
  private @Nullable UUID supersedesId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> reasons;

  private @Nullable String note;

  @Column(name = "drafted_by")
  private @Nullable UUID draftedBy;

  @Enumerated(EnumType.STRING)
  private DesignationState state;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long sequence = 1;

  protected Designation() {}

  static Designation draft(
      UUID id, UUID enterpriseId, DesignateLiaison form, @Nullable UUID drafter, Instant at) {
    Designation designation = new Designation();
    designation.id = id;
    designation.enterpriseId = enterpriseId;
    designation.writtenBy = enterpriseId.toString();
    designation.audience = List.of(Caller.DEPARTMENT_PARTY, enterpriseId.toString());
    designation.state = DesignationState.DRAFT;
    designation.createdAt = at;
    designation.write(form, drafter);
    return designation;
  }

  void rewrite(DesignateLiaison form, @Nullable UUID drafter) {
    state.requireEditable();
    write(form, drafter);
  }

  private void write(DesignateLiaison form, @Nullable UUID drafter) {
    person = form.person();
    role = form.role();
    scope = form.scope().stream().map(LiaisonScope::name).toList();
    sectors = form.sectors();
    document = form.document();
    validFrom = form.validFrom();
    validTo = form.validTo();
    draftedBy = drafter;
  }

  void attach(UUID newDocumentId, String sha256, long size) {
    state.requireEditable();
    documentId = newDocumentId;
    documentSha256 = sha256;
    documentSize = size;
  }

  void submit(@Nullable UUID submitter) {
    DesignationState next = Move.SUBMIT.apply(state);
    if (documentId == null) {
      throw ProblemException.of(DesignationProblem.DOCUMENT_MISSING).field("/document", "REQUIRED");
    }
    DesignationPolicy.requireSecondPerson(draftedBy, submitter);
    state = next;
    reasons = null;
    note = null;
  }

  /**
   * Becomes active.
   *
   * @param predecessor the primary whom it replaces, superseded already
   */
  void approve(@Nullable Designation predecessor, LocalDate today) {
    DesignationState next = Move.APPROVE.apply(state);
    if (validTo.isBefore(today)) {
      throw ProblemException.of(DesignationProblem.DESIGNATION_LAPSED, validTo);
    }
    state = next;
    supersedesId = predecessor == null ? null : predecessor.id;
  }

  void supersede() {
    state = Move.SUPERSEDE.apply(state);
  }

  void withdraw() {
    state = Move.WITHDRAW.apply(state);
  }

  void expire() {
    state = Move.EXPIRE.apply(state);
  }

  void returnFor(Reasons why) {
    state = Move.RETURN.apply(state);
    give(why);
  }

  void reject(Reasons why) {
    state = Move.REJECT.apply(state);
    give(why);
  }

  void revoke(Reasons why) {
    state = Move.REVOKE.apply(state);
    give(why);
  }

  private void give(Reasons why) {
    reasons = List.copyOf(why.reasons());
    note = why.note();
  }

  boolean isActive() {
    return state == DesignationState.ACTIVE;
  }

  boolean isPrimary() {
    return role == LiaisonRole.PRIMARY;
  }

  UUID id() {
    return id;
  }

  List<String> audience() {
    return audience;
  }

  UUID enterpriseId() {
    return enterpriseId;
  }

  LiaisonPerson person() {
    return person;
  }

  LiaisonRole role() {
    return role;
  }

  List<String> scope() {
    return scope;
  }

  @Nullable List<String> sectors() {
    return sectors;
  }

  SignedDocument document() {
    return document;
  }

  @Nullable UUID documentId() {
    return documentId;
  }

  @Nullable String documentSha256() {
    return documentSha256;
  }

  @Nullable Long documentSize() {
    return documentSize;
  }

  LocalDate validFrom() {
    return validFrom;
  }

  LocalDate validTo() {
    return validTo;
  }

  @Nullable UUID supersedesId() {
    return supersedesId;
  }

  @Nullable List<String> reasons() {
    return reasons;
  }

  @Nullable String note() {
    return note;
  }

  DesignationState state() {
    return state;
  }

  Instant createdAt() {
    return createdAt;
  }

  long sequence() {
    return sequence;
  }
}
