package dev.barista;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls of the house that Maven's modules cannot hold. */
class ArchitectureTest {
    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.barista");
    }

    @Test
    void onlyTheEngineKnowsGraalJs() {
        noClasses().that().resideOutsideOfPackage("dev.barista.engine..")
                .should().dependOnClassesThat().resideInAnyPackage("org.graalvm..", "com.oracle..").check(house);
    }

    @Test
    void engineAndLoopDoNotKnowEachOther() {
        noClasses().that().resideInAPackage("dev.barista.engine..")
                .should().dependOnClassesThat().resideInAnyPackage("dev.barista.loop..", "dev.barista.node..", "io.netty..").check(house);
        noClasses().that().resideInAPackage("dev.barista.loop..")
                .should().dependOnClassesThat().resideInAnyPackage("dev.barista.engine..", "dev.barista.node..").check(house);
    }

    @Test
    void nothingInTheNodeModuleTouchesTheProcessItself() {
        noClasses().that().resideInAPackage("dev.barista.node..")
                .should().callMethod(System.class, "exit", int.class)
                .orShould().callMethod(System.class, "getenv")
                .orShould().callMethod(System.class, "getenv", String.class).check(house);
    }

    @Test
    void staticFieldsAreConstants() {
        fields().that().areStatic().and().areDeclaredInClassesThat().resideInAPackage("dev.barista..")
                .and().doNotHaveName("$VALUES").and().areNotDeclaredIn("dev.barista.node.posix.Scratch")
                .should().beFinal().check(house);
    }

    @Test
    void bindingsArePublicAndFinal() {
        classes().that().implement("dev.barista.node.Binding").should().haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .andShould().bePublic().check(house);
    }
}
