import type { Client } from 'pg';

/** The program's own schemas: its tables, and those of its jobs. Views are made by the migrations. */
const SCHEMAS = ['public', 'pgboss'];

/** Day-by-day counts of the job library, in partitions that it makes as days go by; it begins them anew. */
const LEFT_OUT = new Set(['pgboss.queue_stats']);

export interface TableShape {
  /** "public.organ": lower-case letters, digits and underscores, so it needs no quotes. */
  readonly name: string;
  /** Without computed ones. */
  readonly columns: readonly string[];
  /** The same order in every database, whatever its locale: equal rows give equal bytes. */
  readonly order: string;
}

const PLAIN_NAME = /^[a-z_]+\.[a-z_][a-z0-9_]*$/;

interface TableRow {
  readonly name: string;
  readonly columns: string[];
  readonly key: string[] | null;
}

// Partitions are read and filled through the table that they belong to.
const TABLES = `
  select n.nspname || '.' || c.relname as name,
    (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select array_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end
        order by array_position(i.indkey::smallint[], a.attnum))
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey::smallint[])
      where i.indrelid = c.oid and i.indisprimary) as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition
  order by n.nspname desc, c.relname`;

/** Every table that a backup holds, found in the catalogue: a later migration's tables need nothing here. */
export async function findTables(client: Client): Promise<readonly TableShape[]> {
  const { rows } = await client.query<TableRow>(TABLES, [SCHEMAS]);
  return rows
    .filter(({ name }) => !LEFT_OUT.has(name))
    .map(({ name, columns, key }) => {
      if (!PLAIN_NAME.test(name)) throw new Error(`a table's name needs quotes: ${name}`);
      const row = `${name.slice(name.indexOf('.') + 1)}::text collate "C"`;
      return { name, columns, order: key?.join(', ') ?? row };
    });
}

export interface SequenceState {
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
}

export async function readSequences(client: Client): Promise<readonly SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name from pg_sequences
     where schemaname = any ($1) order by 1`,
    [SCHEMAS],
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    );
    const [state] = found;
    if (state !== undefined) states.push({ name, ...state });
  }
  return states;
}

/** SQL that takes something out of the way of a load, and SQL that puts it back as it was. */
export interface Detour {
  readonly before: string;
  readonly after: string;
}

interface ConstraintRow {
  readonly name: string;
  readonly owner: string;
  readonly definition: string;
}

/**
 * Foreign keys are dropped and made again, which checks every row; the owner of the tables may do that, while
 * switching them off takes a superuser, and would check nothing.
 */
export async function foreignKeys(client: Client): Promise<readonly Detour[]> {
  const { rows } = await client.query<ConstraintRow>(
    `select quote_ident(o.conname) as name, o.conrelid::regclass::text as owner,
       pg_get_constraintdef(o.oid) as definition
     from pg_constraint o join pg_namespace n on n.oid = o.connamespace
     where o.contype = 'f' and o.conparentid = 0 and n.nspname = any ($1) order by 2, 1`,
    [SCHEMAS],
  );
  return rows.map(({ name, owner, definition }) => ({
    before: `alter table ${owner} drop constraint ${name}`,
    after: `alter table ${owner} add constraint ${name} ${definition}`,
  }));
}

interface TriggerRow {
  readonly name: string;
  readonly owner: string;
  readonly enabled: 'O' | 'R' | 'A';
}

const ENABLE = { O: 'enable trigger', R: 'enable replica trigger', A: 'enable always trigger' } as const;

/** Triggers must neither refuse what is loaded nor do their work a second time. */
export async function triggers(client: Client): Promise<readonly Detour[]> {
  const { rows } = await client.query<TriggerRow>(
    `select quote_ident(t.tgname) as name, t.tgrelid::regclass::text as owner, t.tgenabled as enabled
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and n.nspname = any ($1) order by 2, 1`,
    [SCHEMAS],
  );
  return rows.map(({ name, owner, enabled }) => ({
    before: `alter table ${owner} disable trigger ${name}`,
    after: `alter table ${owner} ${ENABLE[enabled]} ${name}`,
  }));
}

/** Whether nothing of the program, or of anyone, is in the database yet. */
export async function isUnused(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'pgboss', 'published') and c.relkind in ('r', 'p', 'v', 'm', 'S')
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') limit 1`,
  );
  return rowCount === 0;
}
