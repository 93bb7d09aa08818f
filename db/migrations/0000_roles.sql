-- Both roles exist already (db/roles.ts creates them before the first migration, since they belong
-- to the whole server). What the owner creates from now on, the application may read and write.
alter default privileges for role jalons_owner in schema public
  grant select, insert, update, delete on tables to jalons_application;
--> statement-breakpoint
alter default privileges for role jalons_owner in schema public
  grant usage, select on sequences to jalons_application;
