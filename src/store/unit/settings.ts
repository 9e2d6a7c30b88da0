/** SQL for what stands for the whole index: table `setting`. */
import type { Connection } from '../driver.ts';

/** See `StoreUnit.keepSetting`. */
export async function keepSetting(connection: Connection, name: string, value: string): Promise<string> {
  await connection.query('insert into setting (name, value) values ($1, $2) on conflict (name) do nothing', [name, value]);
  const [row] = await connection.query<{ value: string }>('select value from setting where name = $1', [name]);
  return row?.value ?? value;
}

/** See `StoreUnit.putSetting`. */
export async function putSetting(connection: Connection, name: string, value: string): Promise<void> {
  await connection.query(
    'insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [name, value],
  );
}
