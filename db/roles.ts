/** Owns the tables; migrations run in it. */
export const ownerRole = "jalons_owner";
/** What every transaction of the application runs in; it owns nothing. */
export const applicationRole = "jalons_application";

/**
 * Creates both roles where they are missing and lets the connection enter them.
 * Roles belong to the whole server: two databases that start at once must not refuse each other.
 */
export const createRolesStatement = `
do $$
declare role_name text;
begin
  foreach role_name in array array['${ownerRole}', '${applicationRole}'] loop
    begin
      if not exists (select from pg_roles where rolname = role_name) then
        execute format('create role %I nologin', role_name);
      end if;
    exception when duplicate_object or unique_violation then
      null;
    end;
    if not pg_has_role(current_user, role_name, 'member') then
      execute format('grant %I to current_user', role_name);
    end if;
  end loop;
  execute format('grant create, connect, temporary on database %I to ${ownerRole}', current_database());
  grant usage, create on schema public to ${ownerRole};
  grant usage on schema public to ${applicationRole};
end
$$;
`;
