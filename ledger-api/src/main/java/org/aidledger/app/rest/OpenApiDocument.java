package org.aidledger.app.rest;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.aidledger.view.AsOf;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;

/** Describes this interface as OpenAPI, with what every command and every question takes beside its own. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    private static final String LOGIN = "login";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandTerms.class, AsOf.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI().info(new Info().title("Aid Ledger").version("v1")
                .description(
                        "Foreign aid from pledge to post-inspection. Amounts are decimal strings with all their digits; "
                                + "every figure is asked for at two clocks and says which it was computed at.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addResponses(PROBLEM, new ApiResponse().description("A problem, in the language asked for")
                                .content(new Content().addMediaType("application/problem+json",
                                        new MediaType()
                                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))))
                        .addSecuritySchemes(LOGIN,
                                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")));
    }

    @Bean
    OpenApiSchemas schemas() {
        return new OpenApiSchemas();
    }

    /** No route says that it answers problems; and the address that springdoc guesses from the request would change from call to call. */
    @Bean
    GlobalOpenApiCustomizer sameEverywhere() {
        return document -> {
            document.servers(List.of(new Server().url("/")));
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(document.getComponents()::addSchemas);
        };
    }

    @Bean
    GlobalOperationCustomizer common() {
        return (operation, method) -> {
            if (takes(method, CommandTerms.class)) {
                secured(operation);
                anyCommand(operation);
                if (ResolvableType.forMethodReturnType(method.getMethod()).getGeneric().toClass()
                        == CommandAnswer.class) {
                    oneCommand(operation);
                }
            } else if (method.getBeanType() != LogRoutes.class) {
                secured(operation);
                problems(operation.getResponses(), "400", "401", "404", "503");
                if (operation.getRequestBody() != null) {
                    problems(operation.getResponses(), "415", "422");
                }
            }
            if (takes(method, AsOf.class)) {
                question(operation);
            }
            return operation;
        };
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static void secured(Operation operation) {
        operation.addSecurityItem(new SecurityRequirement().addList(LOGIN));
    }

    /** What one command takes, and each of several that a request sends. */
    private static void anyCommand(Operation operation) {
        operation
                .addParametersItem(query("way", "decided: a broken rule refuses; reported: it is noted beside the fact",
                        OpenApiSchemas.oneOf("decided", "reported")))
                .addParametersItem(query("dryRun", "true: tell what would be recorded, and record nothing",
                        OpenApiSchemas.oneOf("true", "false")))
                .addParametersItem(header(CommandTerms.REASON, "why, in UTF-8; the body's reason comes first"));
        problems(operation.getResponses(), "400", "401", "403", "404", "413", "415", "422", "503");
    }

    private static void oneCommand(Operation operation) {
        operation
                .addParametersItem(query("wait",
                        "projected: answer when the views have it; sealed: with the proofs that it is in the log",
                        OpenApiSchemas.oneOf("recorded", "projected", "sealed")))
                .addParametersItem(header(CommandTerms.KEY,
                        "so that sending twice records once; at most " + CommandTerms.KEY_CHARS_MAX + " characters"))
                .addParametersItem(
                        header("If-Match", "the ETag seen last; a stream that has moved on refuses with 412"))
                .addParametersItem(header("If-None-Match", "*: the stream must not be there yet"));
        ApiResponses responses = operation.getResponses();
        ApiResponse answer = responses.remove("200");
        Content content = answer == null ? new Content() : answer.getContent();
        responses.addApiResponse("201", new ApiResponse().description("Recorded, durable").content(content)
                .addHeaderObject("ETag", text("the stream's version"))
                .addHeaderObject("Location", text("the first event"))
                .addHeaderObject(CommandTerms.HIT, text("true: the first answer to this key, given again")));
        responses.addApiResponse("200",
                new ApiResponse().description("Nothing recorded: it holds already, or a dry run")
                        .content(content));
        problems(responses, "409", "412");
    }

    private static void question(Operation operation) {
        operation.addParametersItem(query("effective", "true up to this date",
                OpenApiSchemas.text("[0-9]{4}-[0-9]{2}-[0-9]{2}", "2024-06-30")))
                .addParametersItem(query("known",
                        "known when the log held so many events, at the end of a day in Viet Nam, or "
                                + "at a time; what lies ahead means all",
                        OpenApiSchemas.text(null, "1200")))
                .addParametersItem(query("booked", "booked up to this month",
                        OpenApiSchemas.text("[0-9]{4}-[0-9]{2}", "2024-06")));
        ApiResponse answer = operation.getResponses().get("200");
        if (answer != null) {
            answer.addHeaderObject(Computed.KNOWN_AT, text("the number of events the answer rests on"))
                    .addHeaderObject("ETag", text("changes when the answer may"));
        }
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter().in("query").name(name).description(description).schema(schema);
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).description(description).schema(OpenApiSchemas.text(null, null));
    }

    private static Header text(String description) {
        return new Header().description(description).schema(OpenApiSchemas.text(null, null));
    }

    private static void problems(ApiResponses responses, String... statuses) {
        for (String status : statuses) {
            responses.addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + PROBLEM));
        }
    }
}
