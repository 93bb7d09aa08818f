CREATE TABLE "rollup_paces" (
	"subject_id" uuid NOT NULL,
	"region_code" text,
	"academie_code" text,
	"day" date NOT NULL,
	"amount" integer NOT NULL,
	CONSTRAINT "rollup_paces_once" UNIQUE NULLS NOT DISTINCT("subject_id","region_code","academie_code","day")
);
--> statement-breakpoint
CREATE TABLE "rollup_sums" (
	"subject_id" uuid NOT NULL,
	"departement_code" text NOT NULL,
	"measure" text NOT NULL,
	"day" date,
	"amount" integer NOT NULL,
	CONSTRAINT "rollup_sums_once" UNIQUE NULLS NOT DISTINCT("subject_id","departement_code","measure","day")
);
--> statement-breakpoint
revoke insert, update, delete on rollup_sums, rollup_paces from jalons_application;
--> statement-breakpoint
-- Adds some amounts to what dashboards read.
create function add_rollup_readings(added rollup_totals[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into rollup_sums as s (subject_id, departement_code, measure, day, amount)
  select subject_id, departement_code, measure,
    case measure when 'submitted' then null else day end, sum(amount)::integer
  from unnest(added) group by 1, 2, 3, 4 having sum(amount) <> 0 order by 1, 2, 3, 4
  on conflict (subject_id, departement_code, measure, day)
  do update set amount = s.amount + excluded.amount;
  insert into rollup_paces as p (subject_id, region_code, academie_code, day, amount)
  select a.subject_id, d.region_code, d.academie_code, a.day, sum(a.amount)::integer
  from unnest(added) a left join departements d on d.code = a.departement_code
  where a.measure = 'submitted' group by 1, 2, 3, 4 having sum(a.amount) <> 0 order by 1, 2, 3, 4
  on conflict (subject_id, region_code, academie_code, day)
  do update set amount = p.amount + excluded.amount;
  delete from rollup_sums where amount = 0;
  delete from rollup_paces where amount = 0;
end
$$;
--> statement-breakpoint
revoke execute on function add_rollup_readings(rollup_totals[]) from public;
--> statement-breakpoint
-- As before, and what dashboards read along with the totals, in the same transaction.
create or replace function fold_rollups() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  folded integer;
  taken rollup_totals[];
begin
  if not pg_try_advisory_xact_lock(7402612) then return 0; end if;
  with gone as (
    delete from rollup_deltas returning subject_id, departement_code, measure, day, amount
  ), summed as (
    select subject_id, departement_code, measure, day, sum(amount)::integer as amount, count(*) as deltas
    from gone group by 1, 2, 3, 4
  )
  select coalesce(sum(deltas), 0)::integer,
    array_agg(row(subject_id, departement_code, measure, day, amount)::rollup_totals
      order by subject_id, departement_code, measure, day)
  into folded, taken from summed;
  if folded = 0 then return 0; end if;
  insert into rollup_totals as t (subject_id, departement_code, measure, day, amount)
  select subject_id, departement_code, measure, day, amount from unnest(taken) where amount <> 0
  on conflict (subject_id, departement_code, measure, day)
  do update set amount = t.amount + excluded.amount;
  delete from rollup_totals where amount = 0;
  perform add_rollup_readings(taken);
  return folded;
end
$$;
--> statement-breakpoint
-- Writes what dashboards read anew from the totals; gives how many of its rows were wrong.
create function refresh_rollup_readings() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  sums_before rollup_sums[];
  paces_before rollup_paces[];
begin
  perform pg_advisory_xact_lock(7402612);
  sums_before := array(select s from rollup_sums s);
  paces_before := array(select p from rollup_paces p);
  delete from rollup_sums;
  delete from rollup_paces;
  perform add_rollup_readings(array(select t from rollup_totals t));
  return (
    select count(distinct (subject_id, departement_code, measure, day)) from (
      (table rollup_sums except all select * from unnest(sums_before))
      union all (select * from unnest(sums_before) except all table rollup_sums)) s
  ) + (
    select count(distinct (subject_id, region_code, academie_code, day)) from (
      (table rollup_paces except all select * from unnest(paces_before))
      union all (select * from unnest(paces_before) except all table rollup_paces)) p
  );
end
$$;
--> statement-breakpoint
revoke execute on function refresh_rollup_readings() from public;
--> statement-breakpoint
grant execute on function refresh_rollup_readings() to jalons_application;
--> statement-breakpoint
select refresh_rollup_readings();
