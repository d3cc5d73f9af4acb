import { preparedFolder } from './prepared-folder.ts';
import { makeDataFolder, startServer } from './server.ts';

/**
 * Playwright calls this once before all stories: the first start of a server, on an empty data folder, makes its
 * database, and the stories' servers begin with copies of it.
 */
export default async function prepare(): Promise<() => Promise<void>> {
  const { folder, remove } = await makeDataFolder();
  const server = await startServer(folder);
  await server.stop();
  process.env[preparedFolder] = folder;
  return remove;
}
