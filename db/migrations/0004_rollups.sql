CREATE TABLE "rollup_deltas" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rollup_deltas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject_id" uuid NOT NULL,
	"departement_code" text NOT NULL,
	"measure" text NOT NULL,
	"day" date,
	"amount" integer NOT NULL,
	"cause" text NOT NULL,
	"appended_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup_totals" (
	"subject_id" uuid NOT NULL,
	"departement_code" text NOT NULL,
	"measure" text NOT NULL,
	"day" date,
	"amount" integer NOT NULL,
	CONSTRAINT "rollup_totals_once" UNIQUE NULLS NOT DISTINCT("subject_id","departement_code","measure","day")
);
--> statement-breakpoint
CREATE INDEX "rollup_deltas_subject" ON "rollup_deltas" USING btree ("subject_id","departement_code");--> statement-breakpoint
-- The application adds deltas and reads; folding them, the only rewriting there is, is this function's.
revoke update, delete on rollup_deltas from jalons_application;
--> statement-breakpoint
revoke insert, update, delete on rollup_totals from jalons_application;
--> statement-breakpoint
-- Moves every delta visible now into the totals, in one transaction: a reader's one statement sees
-- an amount on one side or the other, never on both. Writers go on adding; a second folder leaves at once.
create function fold_rollups() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare folded integer;
begin
  if not pg_try_advisory_xact_lock(7402612) then return 0; end if;
  with taken as (
    delete from rollup_deltas returning subject_id, departement_code, measure, day, amount
  ), written as (
    insert into rollup_totals as t (subject_id, departement_code, measure, day, amount)
    select subject_id, departement_code, measure, day, sum(amount)::integer
    from taken group by 1, 2, 3, 4 having sum(amount) <> 0 order by 1, 2, 3, 4
    on conflict (subject_id, departement_code, measure, day)
    do update set amount = t.amount + excluded.amount
  )
  select count(*)::integer into folded from taken;
  if folded > 0 then delete from rollup_totals where amount = 0; end if;
  return folded;
end
$$;
--> statement-breakpoint
revoke execute on function fold_rollups() from public;
--> statement-breakpoint
grant execute on function fold_rollups() to jalons_application;
