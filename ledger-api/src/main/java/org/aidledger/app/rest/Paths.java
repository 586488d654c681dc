package org.aidledger.app.rest;

/** Where things are found. */
final class Paths {

    static final String API = "/api/v1";

    private Paths() {
    }

    static String event(long index) {
        return API + "/events/" + index;
    }

    static String project(String id) {
        return API + "/projects/" + id;
    }

    static String actor(String login) {
        return API + "/actors/" + login;
    }

    static String rates(String table) {
        return API + "/rates/" + table;
    }

    static String programme(String id) {
        return API + "/programmes?programme=" + id;
    }

    static String donor(String id) {
        return API + "/donors/" + id;
    }

    static String period(String id) {
        return API + "/periods/" + id;
    }

    static String bankAccount(String id) {
        return API + "/bank-accounts/" + id;
    }

    static String inspection(String id) {
        return API + "/inspections/" + id;
    }
}
