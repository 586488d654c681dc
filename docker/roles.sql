-- Makes an empty PostgreSQL the ledger's: the owner, who migrates, and the application, who may what migrations grant it.
-- psql runs it once, on an empty data folder, with the passwords in its environment.
\set ON_ERROR_STOP on
\getenv owner_password LEDGER_DB_OWNER_PASSWORD
\getenv application_password LEDGER_DB_PASSWORD
create role aidledger_owner login password :'owner_password';
create role aidledger_app login password :'application_password';
create database aidledger owner aidledger_owner encoding 'UTF8' template template0;
revoke all on database aidledger from public;
-- The application makes and drops its schemas of views itself.
grant connect, create, temporary on database aidledger to aidledger_app;
