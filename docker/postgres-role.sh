#!/bin/sh
# Runs once, inside the postgres container, when its empty volume is set up: the service's own role owns the service's database and
# nothing else, and is no superuser as the image's first role is. psql reads the password itself, so that no process list shows it.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\set password `cat "$WATCH_PASSWORD_FILE"`
CREATE ROLE watch LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'password';
CREATE DATABASE watch OWNER watch;
REVOKE ALL ON DATABASE watch FROM PUBLIC;
SQL
