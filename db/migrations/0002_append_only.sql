-- The application may add to the journal and seal submissions, never rewrite or delete them.
-- The values alone may be erased, lawfully: their digest stays in the chain.
revoke update, delete on journal_entries from jalons_application;
--> statement-breakpoint
revoke delete on journal_heads from jalons_application;
--> statement-breakpoint
revoke update on journal_values from jalons_application;
--> statement-breakpoint
revoke update, delete on submissions from jalons_application;
