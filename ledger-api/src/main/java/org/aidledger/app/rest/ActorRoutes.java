package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.app.rest.ActorBody.Delegation;
import org.aidledger.app.rest.ActorBody.DelegationEnd;
import org.aidledger.app.rest.ActorBody.Grant;
import org.aidledger.app.rest.ActorBody.Withdrawal;
import org.aidledger.time.VietNam;
import org.aidledger.view.AsOf;
import org.aidledger.view.actor.Actors;
import org.aidledger.view.actor.HeldRole;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who was entrusted with what, and whether they were on a day. */
@RestController
@RequestMapping(path = Paths.API + "/actors", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Actors")
final class ActorRoutes {

    private final Commands commands;
    private final Actors actors;
    private final Computed computed;
    private final Clock clock = Clock.systemUTC();

    ActorRoutes(Commands commands, Actors actors, Computed computed) {
        this.commands = commands;
        this.actors = actors;
        this.computed = computed;
    }

    /** The roles held on a day, granted and delegated. */
    record RolesOn(String actor, LocalDate day, List<HeldRole> roles, Computed.At at) {
    }

    @GetMapping("/{login}")
    @Operation(summary = "The roles somebody held on the day effective, as known then; today when it is not given")
    ResponseEntity<RolesOn> one(@PathVariable ActorId login, AsOf question) {
        LocalDate asked = question.effective();
        LocalDate day = asked == null ? VietNam.dateOf(clock.instant()) : asked;
        Actors.Page page = actors.rolesOn(login.value(), day, question.known());
        Computed.At at = computed.at(page.asOf());
        return computed.answer(at, new RolesOn(login.value(), day, page.roles(), at));
    }

    @PostMapping(path = "/{login}/roles", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record that a role is granted")
    ResponseEntity<CommandAnswer> grant(@PathVariable ActorId login, @RequestBody Grant body, CommandTerms terms) {
        return commands.send(body.command(ActorStreamId.of(login)), body, terms);
    }

    @PostMapping(path = "/{login}/role-withdrawals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record that a role is withdrawn")
    ResponseEntity<CommandAnswer> withdraw(@PathVariable ActorId login, @RequestBody Withdrawal body,
            CommandTerms terms) {
        return commands.send(body.command(ActorStreamId.of(login)), body, terms);
    }

    @PostMapping(path = "/{login}/delegations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record that a role is delegated for a time")
    ResponseEntity<CommandAnswer> delegate(@PathVariable ActorId login, @RequestBody Delegation body,
            CommandTerms terms) {
        return commands.send(body.command(ActorStreamId.of(login)), body, terms);
    }

    @PostMapping(path = "/{login}/delegation-ends", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Record that a delegation ends early")
    ResponseEntity<CommandAnswer> end(@PathVariable ActorId login, @RequestBody DelegationEnd body,
            CommandTerms terms) {
        return commands.send(body.command(ActorStreamId.of(login)), body, terms);
    }
}
