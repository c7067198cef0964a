package dev.orgbench;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms of the house, and who may import whom. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.orgbench");

    /** Room to the rooms that it may import. The gateway's arrow to salesforce: decisions/001; from orgs to http: decisions/004. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("soql", Set.of()),
            Map.entry("http", Set.of()),
            Map.entry("store", Set.of()),
            Map.entry("trace", Set.of("store")),
            Map.entry("salesforce", Set.of("soql", "trace")),
            Map.entry("orgs", Set.of("salesforce", "store", "http")),
            Map.entry("tools", Set.of("salesforce", "soql", "orgs", "trace")),
            Map.entry("mcp", Set.of("http")),
            Map.entry("gateway", Set.of("mcp", "tools", "orgs", "store", "trace", "http", "salesforce")),
            Map.entry("connect", Set.of("gateway", "mcp")),
            Map.entry("demo", Set.of("soql", "http")),
            Map.entry(
                    "ui",
                    Set.of(
                            "soql",
                            "http",
                            "store",
                            "trace",
                            "salesforce",
                            "orgs",
                            "tools",
                            "mcp",
                            "gateway",
                            "connect")),
            Map.entry(
                    "app",
                    Set.of(
                            "soql",
                            "http",
                            "store",
                            "trace",
                            "salesforce",
                            "orgs",
                            "tools",
                            "mcp",
                            "gateway",
                            "connect",
                            "demo",
                            "ui")),
            Map.entry("cli", Set.of("app")));

    @TestFactory
    Stream<DynamicTest> aRoomImportsOnlyTheRoomsBelowIt() {
        return ARROWS.entrySet().stream()
                .map(arrow -> DynamicTest.dynamicTest(arrow.getKey() + " imports only " + arrow.getValue(), () -> {
                    String[] forbidden = ARROWS.keySet().stream()
                            .filter(room -> !room.equals(arrow.getKey())
                                    && !arrow.getValue().contains(room))
                            .map(HouseTest::packages)
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(packages(arrow.getKey()))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(forbidden))
                            .allowEmptyShould(true)
                            .check(HOUSE);
                }));
    }

    @Test
    void everyClassStandsInARoom() {
        Set<String> strays = HOUSE.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .filter(name -> ARROWS.keySet().stream()
                        .noneMatch(room ->
                                name.equals("dev.orgbench." + room) || name.startsWith("dev.orgbench." + room + ".")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(strays).isEmpty();
        assertThat(HOUSE.size()).isGreaterThan(100);
    }

    @Test
    void onlyTheWindowImportsJavaFx() {
        noClasses()
                .that(not(resideInAPackage(packages("ui"))).and(not(resideInAPackage(packages("app")))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx..", "org.fxmisc..", "atlantafx..", "org.kordamp.."))
                .check(HOUSE);
    }

    @Test
    void roomsImportEachOtherInNoCircle() {
        slices().matching("dev.orgbench.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    /** Another API is a matter of its definitions: decisions/009. */
    @Test
    void toolsAreMadeWithoutKnowingSalesforce() {
        noClasses()
                .that()
                .resideInAPackage("dev.orgbench.tools")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.orgbench.tools.*..")
                        .and(not(resideInAPackage("dev.orgbench.tools.sources"))))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("dev.orgbench.tools.sources")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.orgbench..").and(not(resideInAPackage("dev.orgbench.tools.sources"))))
                .check(HOUSE);
        noClasses()
                .that()
                .haveNameMatching("dev\\.orgbench\\.tools\\.(\\w*Definitions?|Definition\\w+|Integration|Shape\\w+"
                        + "|Schema\\w+|ToolGenerator|ToolNames|ArgumentCheck|Cursors)")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.orgbench.salesforce.."))
                .check(HOUSE);
    }

    /** The package above them is their roof, DemoOrg, which none of them knows. */
    @Test
    void theDemoOrgsPartsImportEachOtherInNoCircle() {
        slices().matching("dev.orgbench.demo.(*)..").should().beFreeOfCycles().check(HOUSE);
        noClasses()
                .that(resideInAPackage("dev.orgbench.demo.*.."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.orgbench.demo"))
                .check(HOUSE);
    }

    @Test
    void screensDoNotKnowEachOther() {
        slices().matching("dev.orgbench.ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAnyPackage("dev.orgbench.ui.shell.."), resideInAnyPackage("dev.orgbench.ui.."))
                .ignoreDependency(resideInAnyPackage("dev.orgbench.ui.."), resideInAnyPackage("dev.orgbench.ui.kit.."))
                .check(HOUSE);
    }

    private static String packages(String room) {
        return "dev.orgbench." + room + "..";
    }
}
