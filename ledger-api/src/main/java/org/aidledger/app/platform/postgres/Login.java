package org.aidledger.app.platform.postgres;

/** What a program needs in order to connect: a JDBC address and one role's credentials. */
public record Login(String url, String user, String password) {

    /** Without the password, so that a log line gives nothing away. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
