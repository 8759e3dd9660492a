/**
 * The product's own rows: what was delivered, and what failed because its process died. Each says
 * which transaction wrote it, which has to be the one that ended the operation.
 */
export const PRODUCT_SCHEMA = `create schema product;
create table product.results (
  account_id text not null,
  operation_id text not null,
  spent bigint not null,
  written_by bigint not null default pg_current_xact_id()::text::bigint,
  primary key (account_id, operation_id)
);
create table product.failures (
  account_id text not null,
  operation_id text not null,
  released bigint not null,
  written_by bigint not null default pg_current_xact_id()::text::bigint,
  primary key (account_id, operation_id)
);`
