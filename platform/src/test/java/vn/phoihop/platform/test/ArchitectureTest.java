package vn.phoihop.platform.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.SystemParty;

/** The rooms of a service and what each may touch. A service extends this in two lines. */
public abstract class ArchitectureTest {

  private static final List<String> SERVICES =
      List.of("liaison", "incident", "reporting", "notification");

  private static final String REST_CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

  private final String own;
  private final Set<String> systemEntrances;
  private final JavaClasses code;

  /**
   * @param service the last part of the base package
   * @param systemEntrances simple names of the classes that may enter SYSTEM: consumers,
   *     schedulers, the dispatcher, the anonymous enrolments
   */
  protected ArchitectureTest(String service, Set<String> systemEntrances) {
    this.own = "vn.phoihop." + service;
    this.systemEntrances = systemEntrances;
    this.code =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(own);
  }

  @Test
  void features_are_free_of_cycles() {
    slices()
        .matching(own + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("a feature that needs another one back is one feature")
        .check(code);
  }

  @Test
  void entities_and_repositories_stay_in_their_feature() {
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .or()
        .haveSimpleNameEndingWith("Repository")
        .should()
        .bePackagePrivate()
        .allowEmptyShould(true)
        .because("another feature asks the service, never the table")
        .check(code);
  }

  @Test
  void doors_touch_no_store_and_only_doors_speak_http() {
    noClasses()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .dependOnClassesThat(
            describe(
                "are entities or repositories",
                c -> c.isAnnotatedWith(Entity.class) || c.getSimpleName().endsWith("Repository")))
        .allowEmptyShould(true)
        .because("a door reads the request and picks the status, no more")
        .check(code);
    noClasses()
        .that(
            describe(
                "are no doors, filters, or gateways",
                c ->
                    !c.isAnnotatedWith(Path.class)
                        && !c.getSimpleName().endsWith("Resource")
                        && !c.getSimpleName().endsWith("Filter")
                        && !c.getSimpleName().endsWith("Upload")
                        && !c.getSimpleName().contains("Gateway")
                        && !c.isAnnotatedWith(REST_CLIENT)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..")
        .because("what decides must be callable without HTTP")
        .check(code);
  }

  @Test
  void what_is_needed_comes_by_the_constructor() {
    fields()
        .should()
        .notBeAnnotatedWith(Inject.class)
        .allowEmptyShould(true)
        .because("a class that is built in a test by hand shows what it needs")
        .check(code);
  }

  @Test
  void state_machines_know_nothing_else() {
    classes()
        .that()
        .haveSimpleNameEndingWith("State")
        .and()
        .areEnums()
        .should()
        .onlyDependOnClassesThat(
            describe(
                "are java's, their own package's, or platform.state's",
                c ->
                    c.getPackageName().startsWith("java.")
                        || c.getPackageName().startsWith(own)
                        || c.getPackageName().startsWith("vn.phoihop.platform.state")
                        || c.getPackageName().startsWith("vn.phoihop.platform.identity")
                        || c.getPackageName().startsWith("org.jspecify")
                        || c.isPrimitive()
                        || c.isArray()))
        .allowEmptyShould(true)
        .because("the table of states is tested over every pair, in milliseconds")
        .check(code);
  }

  @Test
  void time_comes_from_the_two_clocks() {
    noClasses()
        .should()
        .callCodeUnitWhere(
            describe(
                "it hides a clock",
                call ->
                    (call.getTarget().getName().equals("now")
                            && call.getTarget().getRawParameterTypes().isEmpty()
                            && call.getTargetOwner().getPackageName().startsWith("java.time"))
                        || (call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getTarget().getName().startsWith("system"))
                        || (call.getTargetOwner().isEquivalentTo(System.class)
                            && call.getTarget().getName().equals("currentTimeMillis"))))
        .because("BusinessClock and SystemClock are two on purpose, and tests set them")
        .check(code);
  }

  @Test
  void every_operation_says_who_may_call_it() {
    methods()
        .that(
            describe(
                "are HTTP methods of doors",
                m -> isOperation(m) && !m.getOwner().isAnnotatedWith(REST_CLIENT)))
        .should(
            be(describe(
                    "annotated with who may call it",
                    (JavaMethod m) ->
                        said(m, RolesAllowed.class)
                            || said(m, PermitAll.class)
                            || said(m, DenyAll.class)))
                .as("say who may call them"))
        .allowEmptyShould(true)
        .because("refused by default is only as good as the reader's certainty")
        .check(code);
  }

  @Test
  void every_post_may_be_repeated() {
    methods()
        .that(
            describe(
                "are POSTs of callers who are known",
                m ->
                    m.isAnnotatedWith(POST.class)
                        && !m.isAnnotatedWith(PermitAll.class)
                        && !m.getOwner().isAnnotatedWith(REST_CLIENT)))
        .should(
            be(describe("idempotent by key", (JavaMethod m) -> said(m, Idempotent.class)))
                .as("take an Idempotency-Key"))
        .allowEmptyShould(true)
        .because("a caller whose line broke repeats, and must not do it twice")
        .check(code);
  }

  @Test
  void events_and_views_are_records() {
    classes()
        .that()
        .haveSimpleNameEndingWith("View")
        .or()
        .haveSimpleNameEndingWith("Summary")
        .should(
            be(describe("records", (JavaClass c) -> c.isRecord() || c.isInterface()))
                .as("be records"))
        .allowEmptyShould(true)
        .because("what crosses the wire is data")
        .check(code);
  }

  @Test
  void transactions_are_the_services_and_sending_is_the_relays() {
    classes()
        .that(
            describe(
                "are transactional",
                c ->
                    c.isAnnotatedWith(Transactional.class)
                        || c.getMethods().stream()
                            .anyMatch(m -> m.isAnnotatedWith(Transactional.class))))
        .should()
        .haveSimpleNameEndingWith("Service")
        .allowEmptyShould(true)
        .because("one use case, one transaction, in one place")
        .check(code);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..")
        .because("facts leave by the outbox and come by the inbox, never inside a transaction")
        .check(code);
  }

  @Test
  void no_service_knows_another() {
    noClasses()
        .should()
        .dependOnClassesThat(
            describe(
                "belong to another service",
                c ->
                    SERVICES.stream()
                        .map(s -> "vn.phoihop." + s)
                        .filter(p -> !p.equals(own))
                        .anyMatch(
                            p ->
                                c.getPackageName().equals(p)
                                    || c.getPackageName().startsWith(p + "."))))
        .because("they are released apart; what one needs of another comes by events")
        .check(code);
  }

  @Test
  void nothing_crude() {
    noClasses()
        .should()
        .callConstructor(RuntimeException.class, String.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.util.Date.class, java.util.logging.Logger.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("exceptions are named, times are java.time, logs go through the logger")
        .check(code);
  }

  @Test
  void only_work_that_nobody_asked_for_is_system() {
    noClasses()
        .that(
            describe(
                "are not among " + systemEntrances,
                c ->
                    systemEntrances.stream()
                        .noneMatch(n -> c.getName().matches(".*[.$]" + n + "(\\$.*)?"))))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(SystemParty.class)
        .because("SYSTEM passes every policy")
        .check(code);
  }

  private static boolean isOperation(JavaMethod method) {
    return method.getAnnotations().stream()
        .anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class));
  }

  private static boolean said(
      JavaMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
    return method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
  }
}
