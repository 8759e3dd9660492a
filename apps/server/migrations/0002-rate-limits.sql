-- Attempts counted for a while, by address or account. Several processes share one count. Unlogged:
-- after a crash of the database everybody may try anew, which costs less than logging each attempt.
create unlogged table studio.rate_limits (
  key    text primary key,
  points integer not null default 0,
  -- Milliseconds since the epoch.
  expire bigint
);
create index rate_limits_by_expiry on studio.rate_limits (expire);
