-- What people are told above the page is also mailed to the owner of the workspace, and a payment
-- that failed is told like the rest.
alter table studio.notices drop constraint notices_kind_check;
alter table studio.notices add constraint notices_kind_check
  check (kind in ('running_low', 'last_image', 'used_up', 'payment_failed'));
-- Of a payment that failed: where it can be made.
alter table studio.notices add column pay_url text;

-- Mails to be sent, one for a notice at most. A row is written in the transaction that writes the
-- notice, so none is lost, and is locked while its mail is sent, so that no other process sends it.
create table studio.alert_mails (
  workspace_id text not null,
  notice_id    text not null,
  -- Sent, or not wanted any more.
  done_at      timestamptz,
  attempts     integer not null default 0,
  due_at       timestamptz not null,
  primary key (workspace_id, notice_id),
  foreign key (workspace_id, notice_id) references studio.notices on delete cascade
);
create index alert_mails_due on studio.alert_mails (due_at) where done_at is null;

-- What a person wants to be mailed; absent: everything.
create table studio.mail_choices (
  user_id        text primary key,
  credit_alerts  boolean not null
);
