/** SQL for what stands for the whole index: table `setting`. */
import type { Connection } from '../driver.ts';

/** See `StoreUnit.keepSetting`. */
export async function keepSetting(connection: Connection, name: string, value: string): Promise<string> {
  await connection.query('insert into setting (name, value) values ($1, $2) on conflict (name) do nothing', [name, value]);
  const [row] = await connection.query<{ value: string }>('select value from setting where name = $1', [name]);
  return row?.value ?? value;
}
